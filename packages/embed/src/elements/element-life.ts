import { adoptViewStyles, whenSeen } from "@whenwhere/view";
import { type DataInput, type ElementData, hasOwnData } from "../data/element-data.ts";
import { createNotice, noticeCss } from "../data/load-notice.ts";
import { filesCss, type OpenFiles, openFiles } from "../data/open-files.ts";
import type { ElementKind, ElementProgram } from "./element-kind.ts";
import { createLoader } from "./element-loader.ts";
import { createStage } from "./element-stage.ts";
import type { HeardWords, SpokenWords } from "./element-words.ts";

/** One stay of an element in the page: data, view, listeners. Ended as a whole. */
export interface ElementLife {
  readonly data: ElementData | null;
  readonly handle: unknown;
  /** Loads other data. What is drawn stays until they are there, and when they never come. */
  load(input: DataInput): void;
  /** An attribute of the view has changed. */
  change(): void;
  /** The view speaks this language, once its texts are there; nothing where it is the one it was told before. */
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

/** Asks for the program of the view beside the data, and for what it needs once the element is seen. Returns the undo. */
function preload(host: HTMLElement, kind: ElementKind): () => void {
  let isOver = false;
  let stop = (): void => {};
  const prepare = ({ preload }: ElementProgram): void => {
    if (isOver || preload === undefined) return;
    stop = whenSeen(host, () => preload((name) => host.getAttribute(name)));
  };
  // The stage tells where it does not come.
  kind.load().then(prepare, () => {});
  return () => {
    isOver = true;
    stop();
  };
}

/**
 * Loads the data (or borrows the group's store), mounts the view, and says so in words while it waits or when it fails.
 * Ending it before it has loaded aborts the request. Data, words and the program of the view come beside each other, and
 * nothing is said in another language while the words are on their way.
 */
export function startLife(stay: Stay, first: DataInput): ElementLife {
  const { host, shadow, kind } = stay;
  let { words } = stay.spoken;
  let { locale } = words;
  const stopPreloading = preload(host, kind);
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
    change() {
      stage.change().then(loader.heeded, loader.refused);
    },
    relabel(next) {
      if (next.words.locale === locale) return;
      locale = next.words.locale;
      if (next.coming !== null) void whenHeard(next.coming);
      else {
        if (!stage.element.isConnected) appear();
        void speak({ words: next.words, failure: null });
      }
    },
    end() {
      turn += 1;
      stopPreloading();
      loader.end();
      files?.destroy();
      stage.destroy();
      notice.element.remove();
      unstyle();
    },
  };
}
