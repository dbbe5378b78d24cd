import { WhenWhereError } from "@whenwhere/model";
import { adoptViewStyles, arabic, createWords, elementTexts, errorPanel, h, type Words } from "@whenwhere/view";
import { type DataInput, type ElementData, hasOwnData, loadData } from "./element-data.ts";
import type { ElementKind, Mounted } from "./element-kind.ts";
import { askForStore, offerStore } from "./store-link.ts";

/** One stay of an element in the page: data, view, listeners. Ended as a whole. */
export interface ElementLife {
  readonly data: ElementData | null;
  readonly handle: unknown;
  /** Mounts the view anew in another language, on the same data. */
  relabel(words: Words): void;
  end(): void;
}

interface Stay {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly kind: ElementKind;
  readonly input: DataInput;
  readonly words: Words;
}

/** The reader's language: the nearest `lang`, through shadow roots, else the browser's. */
export function languageOf(host: HTMLElement): string {
  let node: Node | null = host;
  while (node !== null) {
    if (node instanceof Element && node.getAttribute("lang")) return node.getAttribute("lang") as string;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return navigator.language;
}

function failure(error: unknown, words: Words, src: string | null): HTMLElement {
  const { message, hint } = error instanceof WhenWhereError ? error : { message: String(error), hint: "" };
  const said = hint !== "" && message.endsWith(hint) ? message.slice(0, -hint.length).trim() : message;
  // Messages of the readers have the form "Found this. Expected that."; the panel has words of its own for the two.
  const [, found = said, expected = ""] = /^Found (.+?)\.? Expected (.+)$/s.exec(said) ?? [];
  const title = src === null ? words.t("state.failed") : words.t("state.failed.src", { src });
  return errorPanel({
    title,
    found,
    expected,
    remedy: hint,
    labels: { found: words.t("state.found"), expected: words.t("state.expected"), remedy: words.t("state.remedy") },
  });
}

/**
 * Loads the data (or borrows the group's store), mounts the view, and says so in words while it waits or when it fails.
 * Ending it before it has loaded aborts the request.
 */
export function startLife(stay: Stay): ElementLife {
  const { host, shadow, kind, input } = stay;
  let { words } = stay;
  const abort = new AbortController();
  const undo: (() => void)[] = [adoptViewStyles(shadow, kind.css)];
  const target = h("div", { class: "ww ww-host" });
  shadow.append(target);
  let mounted: Mounted | null = null;
  let data: ElementData | null = null;
  let turn = 0;

  const show = async (found: ElementData): Promise<void> => {
    const mine = ++turn;
    mounted?.destroy();
    mounted = null;
    data = found;
    target.replaceChildren();
    speak(target, words);
    const attribute = (name: string): string | null => host.getAttribute(name);
    const view = await kind.mount({ target, host, store: found.store, data: found, words, attribute });
    if (mine !== turn) return view.destroy();
    mounted = view;
    host.dispatchEvent(new CustomEvent("ww-ready", { bubbles: true, composed: true }));
  };
  const fail = (error: unknown): void => {
    if (abort.signal.aborted) return;
    target.replaceChildren(failure(error, words, input.src));
    host.dispatchEvent(new CustomEvent("ww-error", { detail: error, bubbles: true, composed: true }));
  };

  speak(target, words);
  const own = hasOwnData(input);
  const wait = h("p", { class: "ww-empty", role: "status" }, words.t(own ? "state.loading" : "state.waiting"));
  target.replaceChildren(wait);
  const group = host.getAttribute("group") ?? "";
  if (own) {
    loadData(input, host.baseURI, abort.signal)
      .then((found) => {
        if (abort.signal.aborted) return undefined;
        undo.push(offerStore(host, group, found));
        return show(found);
      })
      .catch(fail);
  } else {
    undo.push(askForStore(host, group, (found) => void show(found).catch(fail)));
  }

  return {
    get data() {
      return data;
    },
    get handle() {
      return mounted?.handle ?? null;
    },
    relabel(next) {
      words = next;
      if (data === null) speak(target, words);
      else void show(data).catch(fail);
    },
    end() {
      turn += 1;
      abort.abort();
      mounted?.destroy();
      mounted = null;
      for (const one of undo.splice(0)) one();
      target.remove();
    },
  };
}

function speak(target: HTMLElement, words: Words): void {
  target.lang = words.locale;
  target.dir = words.dir;
}

/** Words for an element in its own language. */
export function wordsOf(host: HTMLElement): Words {
  return createWords(languageOf(host), [arabic, elementTexts]);
}
