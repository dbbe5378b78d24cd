import { h, type Words } from "@whenwhere/view";
import type { ElementData } from "./element-data.ts";
import type { ElementKind, Mounted } from "./element-kind.ts";

/** The place of an element's view: at most one view at a time, made anew for other data or another language. */
export interface ElementStage {
  readonly element: HTMLElement;
  readonly data: ElementData | null;
  readonly mounted: Mounted | null;
  /** Mounts a view of the data in place of the one before. Rejects as the view does. */
  show(found: ElementData): Promise<void>;
  /** As `show`; a view of the same store stays, since it has followed the store, and is told what else is known now. */
  complete(found: ElementData): Promise<void>;
  /** Language and direction, and the view anew where there is one. */
  speak(words: Words): Promise<void>;
  /** Words in place of a view that is not there yet. */
  say(text: string): void;
  destroy(): void;
}

/** Makes the stage of an element, empty. It tells `ww-ready` at each view. */
export function createStage(host: HTMLElement, kind: ElementKind, first: Words): ElementStage {
  const element = h("div", { class: "ww ww-host", lang: first.locale, dir: first.dir });
  let words = first;
  let mounted: Mounted | null = null;
  let data: ElementData | null = null;
  let turn = 0;
  const leave = (): void => {
    turn += 1;
    mounted?.destroy();
    mounted = null;
  };
  const show = async (found: ElementData): Promise<void> => {
    leave();
    const mine = turn;
    data = found;
    element.replaceChildren();
    const attribute = (name: string): string | null => host.getAttribute(name);
    const view = await kind.mount({ target: element, host, store: found.store, data: found, words, attribute });
    if (mine !== turn) return view.destroy();
    mounted = view;
    host.dispatchEvent(new CustomEvent("ww-ready", { bubbles: true, composed: true }));
  };
  const complete = async (found: ElementData): Promise<void> => {
    const isSame = data?.store === found.store && data.description === found.description;
    if (mounted === null || !isSame) return show(found);
    data = found;
    mounted.renew?.(found);
    host.dispatchEvent(new CustomEvent("ww-ready", { bubbles: true, composed: true }));
  };
  return {
    element,
    get data() {
      return data;
    },
    get mounted() {
      return mounted;
    },
    show,
    complete,
    async speak(next) {
      words = next;
      element.lang = next.locale;
      element.dir = next.dir;
      if (data !== null) await show(data);
    },
    say(text) {
      if (mounted === null)
        element.replaceChildren(text === "" ? "" : h("p", { class: "ww-empty", role: "status" }, text));
    },
    destroy() {
      leave();
      element.remove();
    },
  };
}
