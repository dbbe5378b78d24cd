import { createPause, WhenWhereError } from "@whenwhere/model";
import { adoptViewStyles, type Words } from "@whenwhere/view";
import { type DataInput, type ElementData, hasOwnData, loadData, namesOf } from "../data/element-data.ts";
import { createNotice, type LoadNotice, noticeCss } from "../data/load-notice.ts";
import { filesCss, type OpenFiles, openFiles } from "../data/open-files.ts";
import type { ElementKind } from "./element-kind.ts";
import { createStage, type ElementStage } from "./element-stage.ts";
import type { HeardWords, SpokenWords } from "./element-words.ts";
import { askForStore, offerStore } from "./store-link.ts";

/** One stay of an element in the page: data, view, listeners. Ended as a whole. */
export interface ElementLife {
  readonly data: ElementData | null;
  readonly handle: unknown;
  /** Loads other data. What is drawn stays until they are there, and when they never come. */
  load(input: DataInput): void;
  /** Mounts the view anew on the same data, after an attribute of the view changed. */
  remount(): void;
  /** Mounts the view anew in another language, on the same data, once its texts are there. */
  relabel(next: SpokenWords): void;
  end(): void;
}

interface Stay {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly kind: ElementKind;
  readonly spoken: SpokenWords;
  readonly onFiles: (files: readonly File[]) => void;
}

/**
 * Loads the data (or borrows the group's store), mounts the view, and says so in words while it waits or when it fails.
 * Ending it before it has loaded aborts the request. Data, words and the program of the view come beside each other, and
 * nothing is said in another language while the words are on their way.
 */
export function startLife(stay: Stay, first: DataInput): ElementLife {
  const { host, shadow, kind } = stay;
  let { words } = stay.spoken;
  // Asked for beside the data; the stage tells where it does not come.
  kind.load().catch(() => {});
  const unstyle = adoptViewStyles(shadow, `${kind.css}${noticeCss}${filesCss}`);
  const stage = createStage(host, kind, { words, isMute: stay.spoken.coming !== null });
  const notice = createNotice(
    () => words,
    () => stage.mounted !== null,
  );
  let files: OpenFiles | null = null;
  /** Offered where the page asks for it, and where it has nothing of its own to show. */
  const offerFiles = (input: DataInput): void => {
    const isOffered = host.hasAttribute("files") || input.files.length > 0 || !hasOwnData(input);
    if (kind.opensFiles !== true || isOffered === (files !== null)) return;
    files?.destroy();
    files = isOffered ? openFiles(host, words, stay.onFiles) : null;
    if (files !== null && notice.element.isConnected) notice.element.before(files.element);
  };
  offerFiles(first);
  const appear = (): void => shadow.append(...(files === null ? [] : [files.element]), notice.element, stage.element);
  const loader = createLoader({ host, stage, notice, words: () => words });
  let turn = 0;
  const speak = async ({ words: next, failure }: HeardWords): Promise<void> => {
    const mine = ++turn;
    words = next;
    files?.relabel(next);
    notice.relabel();
    await stage.speak(next).catch(loader.fail);
    if (mine === turn) loader.complain(failure);
  };
  const whenHeard = async (coming: Promise<HeardWords>): Promise<void> => {
    const mine = ++turn;
    const heard = await coming;
    if (mine !== turn) return;
    if (!stage.element.isConnected) appear();
    await speak(heard);
  };
  if (stay.spoken.coming === null) appear();
  else void whenHeard(stay.spoken.coming);
  loader.load(first);

  return {
    get data() {
      return stage.data;
    },
    get handle() {
      return stage.mounted?.handle ?? null;
    },
    load(input) {
      offerFiles(input);
      loader.load(input);
    },
    remount() {
      if (stage.data !== null) stage.show(stage.data).catch(loader.fail);
    },
    relabel(next) {
      if (next.coming !== null) void whenHeard(next.coming);
      else {
        if (!stage.element.isConnected) appear();
        void speak({ words: next.words, failure: null });
      }
    },
    end() {
      turn += 1;
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
  /** Something that the reader should know beside the view; it is said when there is one. Null: no longer. */
  complain(issue: WhenWhereError | null): void;
  end(): void;
}

/** One load at a time: the next one aborts the one before. */
function createLoader({ host, stage, notice, words }: LoaderParts): Loader {
  const group = (): string => host.getAttribute("group") ?? "";
  let abort = new AbortController();
  let unlink: () => void = () => {};
  let last: DataInput | null = null;
  let issue: WhenWhereError | null = null;
  let saysIssue = false;

  const fail = (error: unknown): void => {
    const input = last;
    stage.say(null);
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
  const sayIssue = (): void => {
    const now = issue;
    saysIssue = now !== null && stage.mounted !== null;
    if (now !== null && saysIssue) notice.say(() => now.message, null);
  };
  const finish = async (found: ElementData): Promise<void> => {
    notice.clear();
    unlink();
    unlink = offerStore(host, group(), found);
    await stage.complete(found);
    if (found.failures.length === 0) return sayIssue();
    notice.fail(found.failures, { hasView: true, isPart: true, onRetry: null });
    for (const { error } of found.failures) tell(error);
  };
  const cancel = (input: DataInput): void => {
    abort.abort();
    const kept = (): string => (stage.mounted === null ? "" : ` ${words().t("state.kept")}`);
    notice.say(
      () => `${words().t("state.cancelled")}${kept()}`,
      () => load(input),
    );
  };
  const load = (input: DataInput): void => {
    abort.abort();
    abort = new AbortController();
    last = input;
    saysIssue = false;
    const { signal } = abort;
    stage.say(null);
    if (!hasOwnData(input)) {
      notice.clear();
      stage.say("state.waiting");
      unlink();
      unlink = askForStore(host, group(), (found) => void stage.complete(found).catch(fail));
      return;
    }
    // A store or objects of the page are here already: no bar.
    const isHere = input.files.length === 0 && (input.store !== null || input.collection !== null);
    const pause = createPause();
    if (!isHere) notice.begin(namesOf(input), () => cancel(input));
    loadData(input, {
      base: host.baseURI,
      signal,
      onProgress: (progress) => signal.aborted || notice.progress(progress),
      onPartial: (found) => signal.aborted || stage.show(found).catch(fail),
    })
      .then(async (found) => {
        // Reading and drawing are two tasks, so that a frame may come between them.
        if (!isHere) await pause();
        if (!signal.aborted) await finish(found);
      })
      .catch((error: unknown) => signal.aborted || fail(error));
  };
  return {
    load,
    fail,
    complain(next) {
      issue = next;
      if (next !== null) tell(next);
      if (saysIssue) notice.clear();
      sayIssue();
    },
    end() {
      abort.abort();
      unlink();
    },
  };
}
