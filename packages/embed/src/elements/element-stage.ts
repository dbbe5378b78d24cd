import { WhenWhereError } from "@whenwhere/model";
import { h, type Words } from "@whenwhere/view";
import type { ElementData } from "../data/element-data.ts";
import type { ElementKind, ElementProgram, Mounted } from "./element-kind.ts";

/** The words to begin with. A mute stage draws nothing before it is told how to speak. */
export interface StageSpeech {
  readonly words: Words;
  readonly isMute: boolean;
}

/** The place of an element's view: at most one view at a time, made anew for other data or another language. */
export interface ElementStage {
  readonly element: HTMLElement;
  readonly data: ElementData | null;
  readonly mounted: Mounted | null;
  /** Mounts a view of the data in place of the one before. Rejects as the view does. */
  show(found: ElementData): Promise<void>;
  /** As `show`; a view of the same store stays, since it has followed the store, and is told what else is known now. */
  complete(found: ElementData): Promise<void>;
  /** Language and direction, of the view too. */
  speak(words: Words): Promise<void>;
  /** The view heeds its attributes as they are now. */
  change(): Promise<void>;
  /** A message in place of a view that is not there yet, by its key; null = none. */
  say(key: string | null): void;
  destroy(): void;
}

/** What draws a kind of elements; asked for once, when the element comes into the page. */
async function programOf(kind: ElementKind): Promise<ElementProgram> {
  try {
    return await kind.load();
  } catch (cause) {
    const text = `The part of the program that draws <${kind.tag}> did not come.`;
    throw new WhenWhereError("load/program", text, "Serve all files of the library beside each other.", { cause });
  }
}

/**
 * Makes the stage of an element, empty. It tells `ww-ready` at each view.
 */
export function createStage(host: HTMLElement, kind: ElementKind, speech: StageSpeech): ElementStage {
  const first = speech.words;
  let { isMute } = speech;
  let hear = (): void => {};
  const heard = isMute ? new Promise<void>((resolve) => (hear = resolve)) : null;
  const element = h("div", { class: "ww ww-host", lang: first.locale, dir: first.dir });
  if (getComputedStyle(host).display === "inline") element.classList.add("ww-host-inline");
  let words = first;
  let mounted: Mounted | null = null;
  let data: ElementData | null = null;
  let turn = 0;
  let said: string | null = null;
  const leave = (): void => {
    turn += 1;
    mounted?.destroy();
    mounted = null;
  };
  const ready = (): boolean => host.dispatchEvent(new CustomEvent("ww-ready", { bubbles: true, composed: true }));
  const show = async (found: ElementData): Promise<void> => {
    leave();
    const mine = turn;
    data = found;
    element.replaceChildren();
    const attribute = (name: string): string | null => host.getAttribute(name);
    // Both are on their way since the element came into the page, beside its data.
    const [program] = await Promise.all([programOf(kind), heard]);
    if (mine !== turn) return;
    const view = await program.mount({ target: element, host, store: found.store, data: found, words, attribute });
    if (mine !== turn) return view.destroy();
    mounted = view;
    ready();
  };
  const complete = async (found: ElementData): Promise<void> => {
    const isSame = data?.store === found.store && data.description === found.description;
    if (mounted === null || !isSame) return show(found);
    data = found;
    mounted.renew?.(found);
    ready();
  };
  const say = (key: string | null): void => {
    said = key;
    if (mounted !== null) return;
    element.replaceChildren(key === null ? "" : h("p", { class: "ww-empty", role: "status" }, words.t(key)));
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
      if (data === null) say(said);
      if (isMute) {
        // A view that waits for its words goes on.
        isMute = false;
        hear();
      } else if (mounted?.speak !== undefined) {
        mounted.speak(next);
        ready();
      } else if (data !== null) await show(data);
    },
    async change() {
      if (mounted?.change !== undefined) {
        mounted.change();
        ready();
      } else if (data !== null) await show(data);
    },
    say,
    destroy() {
      leave();
      element.remove();
    },
  };
}
