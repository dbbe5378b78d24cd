import { h, replaceChildren, setStyle, setText, type Words } from "@whenwhere/view";
import type { WorkspaceOptions } from "../workspace-options.ts";

/** How far the reading is. */
export type Loading = NonNullable<WorkspaceOptions["loading"]>;

/** What the reading says of itself: beside records that are here already, or in their place. */
export interface LoadingNote {
  readonly element: HTMLElement;
  /** Null takes it away. */
  show(loading: Loading | null): void;
}

/** `key`: the sentence, by whether some records are here already. */
export function loadingNote(words: Words, key: "workspace.loading" | "workspace.partial"): LoadingNote {
  const said = h("p", { role: "status" });
  const rows = h("p", { class: "ww-secondary" });
  const bar = h("i", null);
  const progress = h("div", { class: "ww-ws-progress", "aria-hidden": "true" }, bar);
  const tools = h("div", null);
  const element = h("div", { class: "ww-ws-loading", hidden: true }, said, rows, progress, tools);
  let cancel: (() => void) | undefined;
  return {
    element,
    show(loading) {
      element.hidden = loading === null;
      if (loading === null) return;
      const text = words.t(key, { n: loading.rows ?? 0 });
      setText(said, text);
      const isApart = key === "workspace.loading" && loading.rows !== undefined;
      rows.textContent = isApart ? words.t("workspace.loading.rows", { n: loading.rows ?? 0 }) : "";
      rows.hidden = !isApart;
      progress.hidden = loading.share === undefined;
      setStyle(bar, { width: `${Math.round(100 * (loading.share ?? 0))}%` });
      if (loading.onCancel === cancel) return;
      cancel = loading.onCancel;
      const onclick = (): void => cancel?.();
      const button = h("button", { type: "button", class: "ww-button", onclick }, words.t("workspace.cancel"));
      replaceChildren(tools, cancel === undefined ? null : button);
    },
  };
}
