import { WhenWhereError } from "@whenwhere/model";
import { adoptViewStyles, allLanguages, createWords, elementTexts, type Words } from "@whenwhere/view";
import { type DataInput, type ElementData, hasOwnData, loadData, namesOf } from "./element-data.ts";
import type { ElementKind } from "./element-kind.ts";
import { createStage, type ElementStage } from "./element-stage.ts";
import { createNotice, type LoadNotice, noticeCss } from "./load-notice.ts";
import { filesCss, openFiles } from "./open-files.ts";
import { askForStore, offerStore } from "./store-link.ts";

/** One stay of an element in the page: data, view, listeners. Ended as a whole. */
export interface ElementLife {
  readonly data: ElementData | null;
  readonly handle: unknown;
  /** Loads other data. What is drawn stays until they are there, and when they never come. */
  load(input: DataInput): void;
  /** Mounts the view anew on the same data, after an attribute of the view changed. */
  remount(): void;
  /** Mounts the view anew in another language, on the same data. */
  relabel(words: Words): void;
  end(): void;
}

interface Stay {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly kind: ElementKind;
  readonly words: Words;
  readonly onFiles: (files: readonly File[]) => void;
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

/**
 * Loads the data (or borrows the group's store), mounts the view, and says so in words while it waits or when it fails.
 * Ending it before it has loaded aborts the request.
 */
export function startLife(stay: Stay, first: DataInput): ElementLife {
  const { host, shadow, kind } = stay;
  let { words } = stay;
  const unstyle = adoptViewStyles(shadow, `${kind.css}${noticeCss}${filesCss}`);
  const stage = createStage(host, kind, words);
  const notice = createNotice(
    () => words,
    () => stage.mounted !== null,
  );
  shadow.append(notice.element, stage.element);
  const opensFiles = kind.opensFiles === true && (host.hasAttribute("files") || !hasOwnData(first));
  const files = opensFiles ? openFiles(host, words, stay.onFiles) : null;
  if (files !== null) shadow.prepend(files.element);
  const loader = createLoader({ host, stage, notice, words: () => words });
  loader.load(first);

  return {
    get data() {
      return stage.data;
    },
    get handle() {
      return stage.mounted?.handle ?? null;
    },
    load: loader.load,
    remount() {
      if (stage.data !== null) stage.show(stage.data).catch(loader.fail);
    },
    relabel(next) {
      words = next;
      files?.relabel(next);
      stage.speak(next).catch(loader.fail);
    },
    end() {
      loader.end();
      files?.destroy();
      stage.destroy();
      notice.element.remove();
      unstyle();
    },
  };
}

interface LoaderParts {
  readonly host: HTMLElement;
  readonly stage: ElementStage;
  readonly notice: LoadNotice;
  words(): Words;
}

interface Loader {
  load(input: DataInput): void;
  fail(error: unknown): void;
  end(): void;
}

/** One load at a time: the next one aborts the one before. */
function createLoader({ host, stage, notice, words }: LoaderParts): Loader {
  const group = (): string => host.getAttribute("group") ?? "";
  let abort = new AbortController();
  let unlink: () => void = () => {};
  let last: DataInput | null = null;

  const fail = (error: unknown): void => {
    const input = last;
    stage.say("");
    const hasView = stage.mounted !== null;
    // Data that are bad stay bad; a network may come back.
    const mayHelp = error instanceof WhenWhereError && error.code.startsWith("load/");
    const onRetry = input !== null && mayHelp ? () => load(input) : null;
    const name = input === null ? "" : namesOf(input).join(" ");
    notice.fail([{ name, error }], { hasView, isPart: false, onRetry });
    tell(error);
  };
  const tell = (error: unknown): void => {
    host.dispatchEvent(new CustomEvent("ww-error", { detail: error, bubbles: true, composed: true }));
  };
  const finish = async (found: ElementData): Promise<void> => {
    notice.clear();
    unlink();
    unlink = offerStore(host, group(), found);
    await stage.complete(found);
    if (found.failures.length === 0) return;
    notice.fail(found.failures, { hasView: true, isPart: true, onRetry: null });
    for (const { error } of found.failures) tell(error);
  };
  const cancel = (input: DataInput): void => {
    abort.abort();
    const kept = stage.mounted === null ? "" : ` ${words().t("state.kept")}`;
    notice.say(`${words().t("state.cancelled")}${kept}`, () => load(input));
  };
  const load = (input: DataInput): void => {
    abort.abort();
    abort = new AbortController();
    last = input;
    const { signal } = abort;
    stage.say("");
    if (!hasOwnData(input)) {
      notice.clear();
      stage.say(words().t("state.waiting"));
      unlink();
      unlink = askForStore(host, group(), (found) => void stage.complete(found).catch(fail));
      return;
    }
    // A store or objects of the page are here already: no bar.
    const isHere = input.files.length === 0 && (input.store !== null || input.collection !== null);
    if (!isHere) notice.begin(namesOf(input), () => cancel(input));
    loadData(input, {
      base: host.baseURI,
      signal,
      onProgress: (progress) => signal.aborted || notice.progress(progress),
      onPartial: (found) => signal.aborted || stage.show(found).catch(fail),
    })
      .then((found) => (signal.aborted ? undefined : finish(found)))
      .catch((error: unknown) => signal.aborted || fail(error));
  };
  return {
    load,
    fail,
    end() {
      abort.abort();
      unlink();
    },
  };
}

/** Words for an element in its own language. */
export function wordsOf(host: HTMLElement): Words {
  return createWords(languageOf(host), [...allLanguages, elementTexts]);
}
