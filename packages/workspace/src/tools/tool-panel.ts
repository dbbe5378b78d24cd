import { h, setStyle, type Words } from "@whenwhere/view";
import { moreBelow, moreBelowCss } from "../more-below.ts";

/** A panel over the workspace that takes nothing away from it: the views behind it go on, and Esc closes it. */
export interface ToolPanel {
  /** Shows content under a heading; what was there goes. */
  open(title: string, content: Node, how: ToolPanelUse): void;
  close(): void;
  destroy(): void;
}

/** How a panel is opened. */
export interface ToolPanelUse {
  /** Has the focus when the panel closes. */
  readonly back: HTMLElement | null;
  /** Room for columns side by side. */
  readonly isWide?: boolean;
  /** The panel was closed, or shows something else. */
  readonly onGone?: () => void;
}

/** Styles of the panel. */
export const toolPanelCss = `
.ww-tool{position:absolute;z-index:12;inset-block-start:52px;border-block-start:0;inset-inline-end:16px;width:min(460px,calc(100% - 32px));display:flex;flex-direction:column;background:var(--ww-panel);border:1px solid var(--ww-rule)}
.ww-tool.ww-wide{width:min(720px,calc(100% - 32px))}
.ww-tool-head{display:flex;align-items:center;gap:12px;padding:8px 8px 8px 14px;padding-inline:14px 8px;border-bottom:1px solid var(--ww-rule)}
.ww-tool-head h3{flex:1 1 auto;font-size:14px;line-height:18px}
.ww-tool-head h3:focus{outline:none}
.ww-tool-body{padding:12px 14px 16px;overflow-y:auto;min-height:0}
.ww-ws-scope{flex:1 1 100%;order:9;font-size:11px;line-height:15px}
@media print{.ww-tool{display:none}}
${moreBelowCss}`;

/** Adds the closed panel to the root of a workspace. */
export function toolPanel(root: HTMLElement, words: Words): ToolPanel {
  const title = h("h3", { tabindex: -1 });
  const body = h("div", { class: "ww-tool-body" });
  const below = moreBelow(body);
  let use: ToolPanelUse | null = null;
  const leave = (): void => {
    const left = use;
    use = null;
    left?.onGone?.();
  };
  const close = (): void => {
    if (element.hidden) return;
    element.hidden = true;
    body.replaceChildren();
    use?.back?.focus();
    leave();
  };
  const shut = h(
    "button",
    { type: "button", class: "ww-button ww-button-small", onclick: close },
    words.t("workspace.close"),
  );
  const element = h(
    "div",
    { class: "ww-tool", role: "dialog", hidden: true },
    h("div", { class: "ww-tool-head" }, title, shut),
    body,
  );
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  const head = root.querySelector<HTMLElement>(".ww-ws-head");
  // The keyboard comes to it after the buttons that open it.
  if (head === null) root.append(element);
  else head.after(element);
  return {
    open(text, content, how) {
      leave();
      use = how;
      element.classList.toggle("ww-wide", how.isWide === true);
      title.textContent = text;
      element.setAttribute("aria-label", text);
      body.replaceChildren(content);
      element.hidden = false;
      const belowPx = head === null ? 0 : head.offsetTop + head.offsetHeight;
      setStyle(element, { "inset-block-start": `${belowPx}px`, "max-block-size": `calc(100% - ${belowPx + 16}px)` });
      below.refresh();
      title.focus();
    },
    close,
    destroy() {
      leave();
      below.destroy();
      element.remove();
    },
  };
}
