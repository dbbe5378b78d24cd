import { createPause, WhenWhereError } from "@whenwhere/model";
import type { Words } from "@whenwhere/view";
import { type DataInput, type ElementData, hasOwnData, loadData, namesOf } from "../data/element-data.ts";
import type { LoadNotice } from "../data/load-notice.ts";
import type { ElementStage } from "./element-stage.ts";
import { askForStore, offerStore } from "./store-link.ts";

/** What an element loads with. */
export interface LoaderParts {
  readonly host: HTMLElement;
  readonly stage: ElementStage;
  readonly notice: LoadNotice;
  words(): Words;
}

/** Loads the data of an element, or borrows those of its group, and says how that goes. */
export interface Loader {
  load(input: DataInput): void;
  fail(error: unknown): void;
  /** The view refuses its attributes as they are now. */
  refused(error: unknown): void;
  /** It heeds them: what was said of one that it refused is over. */
  heeded(): void;
  /** Something that the reader should know beside the view; it is said when there is one. Null: no longer. */
  complain(issue: WhenWhereError | null): void;
  end(): void;
}

/** An issue that holds whatever is loaded: it is said beside the view, as soon as there is one. */
function standingIssue(stage: ElementStage, notice: LoadNotice) {
  let issue: WhenWhereError | null = null;
  let isSaid = false;
  const say = (): void => {
    const now = issue;
    isSaid = now !== null && stage.mounted !== null;
    if (now !== null && isSaid) notice.say(() => now.message, null);
  };
  return {
    say,
    set(next: WhenWhereError | null): void {
      issue = next;
      if (isSaid) notice.clear();
      say();
    },
    /** The notice is about to say something else. */
    begin(): void {
      isSaid = false;
    },
  };
}

/** One load at a time: the next one aborts the one before. */
export function createLoader({ host, stage, notice, words }: LoaderParts): Loader {
  let isRefused = false;
  const group = (): string => host.getAttribute("group") ?? "";
  let abort = new AbortController();
  let unlink: () => void = () => {};
  let last: DataInput | null = null;
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
  const issues = standingIssue(stage, notice);
  const finish = async (found: ElementData): Promise<void> => {
    notice.clear();
    unlink();
    unlink = offerStore(host, group(), found);
    await stage.complete(found);
    if (found.failures.length === 0) return issues.say();
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
  const own = (input: DataInput, signal: AbortSignal): void => {
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
  const borrowed = (): void => {
    notice.clear();
    stage.say("state.waiting");
    unlink();
    unlink = askForStore(host, group(), (found) => void stage.complete(found).catch(fail));
  };
  const load = (input: DataInput): void => {
    isRefused = false;
    abort.abort();
    abort = new AbortController();
    last = input;
    issues.begin();
    stage.say(null);
    if (hasOwnData(input)) own(input, abort.signal);
    else borrowed();
  };
  return {
    load,
    fail,
    refused(error) {
      isRefused = true;
      fail(error);
    },
    heeded() {
      if (isRefused) notice.clear();
      isRefused = false;
    },
    complain(issue) {
      if (issue !== null) tell(issue);
      issues.set(issue);
    },
    end() {
      abort.abort();
      unlink();
    },
  };
}
