import { h, type Words } from "@whenwhere/view";

/** A button that opens files and a host on which they can be dropped: the two ways lead to the same. */
export interface OpenFiles {
  readonly element: HTMLElement;
  relabel(words: Words): void;
  destroy(): void;
}

/** Style of the bar, and of the element while files hang over it. */
export const filesCss = `
.ww-files{display:flex;flex-wrap:wrap;align-items:center;gap:4px 12px;padding:8px 16px;box-sizing:border-box;min-height:46px;border-block-end:1px solid var(--ww-hair);background:var(--ww-page)}
.ww-files[data-over]{background:var(--ww-tint);outline:2px solid var(--ww-halo);outline-offset:-2px}
.ww-files p{margin:0}
.ww-files~.ww-host{block-size:calc(100% - 46px)}
@media (pointer:coarse){.ww-files~.ww-host{block-size:calc(100% - 62px)}}
`;

/**
 * Lets the reader of the page open files of their own, several together, by the button or by dropping them on `host`.
 * Nothing is sent anywhere. Text and links that are dropped are left to the page.
 */
export function openFiles(host: HTMLElement, words: Words, onFiles: (files: readonly File[]) => void): OpenFiles {
  const input = h("input", { type: "file", multiple: true, hidden: true, tabindex: -1 }) as HTMLInputElement;
  const button = h("button", { type: "button", class: "ww-button", onclick: () => input.click() });
  const hint = h("p", { class: "ww-secondary" });
  const element = h("div", { class: "ww ww-files", role: "group" }, button, hint, input);
  let { t } = words;
  let depth = 0;
  const over = (isOver: boolean): void => {
    element.toggleAttribute("data-over", isOver);
    hint.textContent = isOver ? t("files.over") : `${t("files.drop")}. ${t("files.privacy")}`;
  };
  const relabel = (next: Words): void => {
    t = next.t;
    element.lang = next.locale;
    element.dir = next.dir;
    element.setAttribute("aria-label", t("files.label"));
    button.textContent = t("files.choose");
    over(false);
  };
  const take = (list: FileList | null | undefined): void => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  input.addEventListener("change", () => {
    take(input.files);
    // The same file may be opened again.
    input.value = "";
  });
  const undo = listen(host, {
    // Entering a child of the host comes before leaving the last one: only their difference tells.
    dragenter: () => over(++depth > 0),
    dragover: (event) => {
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
    },
    dragleave: () => over(--depth > 0),
    drop: (event) => {
      event.preventDefault();
      depth = 0;
      over(false);
      take(event.dataTransfer?.files);
    },
  });
  relabel(words);
  return {
    element,
    relabel,
    destroy() {
      undo();
      element.remove();
    },
  };
}

type DragType = "dragenter" | "dragover" | "dragleave" | "drop";

/** Listens to drags that carry files. Returns the undo. */
function listen(host: HTMLElement, handlers: Readonly<Record<DragType, (event: DragEvent) => void>>): () => void {
  const all = Object.entries(handlers).map(([type, handler]) => {
    const guarded = (event: Event): void => {
      if (event instanceof DragEvent && event.dataTransfer?.types.includes("Files")) handler(event);
    };
    host.addEventListener(type, guarded);
    return () => host.removeEventListener(type, guarded);
  });
  return () => {
    for (const undo of all) undo();
  };
}
