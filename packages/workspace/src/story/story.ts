import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { decodeState, INITIAL_STATE, type StoreState } from "@whenwhere/store";
import {
  attributionSlot,
  createEmitter,
  createFrameScheduler,
  createLiveRegion,
  createViewRoot,
  createWords,
  h,
  refuseView,
  resolveTarget,
  setTheme,
  type Words,
} from "@whenwhere/view";
import { controlsCss } from "../controls-css.ts";
import { LOOK_FORM, ownWords } from "../own-words.ts";
import { followScroll } from "./reading-line.ts";
import { storyCss } from "./story-css.ts";
import { parseStory, type StoryDocument } from "./story-document.ts";
import type { StoryEvents, StoryHandle, StoryOptions } from "./story-options.ts";
import { shownWords, storyText } from "./story-text.ts";
import { isLow, storyViews } from "./story-views.ts";

const PHONE_PX = 720;
const LYING_PX = 560;
function documentOf({ markdown, steps, title = "", intro }: StoryOptions): StoryDocument {
  if (markdown !== undefined) return parseStory(markdown);
  if (steps !== undefined && steps.length > 0) return { story: 1, title, steps, ...(intro ? { intro } : {}) };
  throw new WhenWhereError(
    "story/empty",
    "The story has no step.",
    "Pass markdown, or steps: [{ title, text, view }].",
  );
}

function wordsOf(options: StoryOptions, story: StoryDocument): Words {
  const { languages = [], locale } = options;
  if (options.words) return ownWords(options);
  if (locale) return ownWords({ words: createWords(locale, languages) });
  if (!story.language) return ownWords({});
  const tag = story.language.split("-")[0] as string;
  const spoken = tag === "en" || languages.some((one) => one.tag === tag);
  return ownWords(spoken ? { words: createWords(story.language, languages) } : {});
}

/** The whole state that a step asks for; parts that cannot be read are left out. */
function stateOf(view: string | undefined): StoreState {
  return view === undefined ? INITIAL_STATE : decodeState(view).state;
}

const STORY = { code: "story", name: "story" };
const FORM: OptionForm<StoryOptions> = {
  ...LOOK_FORM,
  store: "any",
  markdown: [String],
  steps: [[Object]],
  title: [String],
  intro: [String],
  languages: [[Object]],
  lane: [String, Function, [String, Function]],
  projection: "any",
};

/**
 * A story that is read by scrolling: each step says something, and the timeline and the map beside it show what the step
 * names: its window, filters, selection and camera. Next and previous are buttons and, inside the text, the arrow keys to the
 * sides; each step is a section with a heading, what it shows stands under it in words, and it prints as text with drawings.
 * The reader may touch the drawings; the next step sets them again.
 *
 * @throws WhenWhereError `view/target-missing`, `story/store-missing`, `story/option-unknown`, `story/empty`, `story/shape`, `story/json`.
 */
export function story(target: string | Element, options: StoryOptions): StoryHandle {
  refuseView(options, FORM, STORY);
  const { store, theme } = options;
  const document = documentOf(options);
  const words = wordsOf(options, document);
  const root = createViewRoot(resolveTarget(target), {
    className: "ww-story",
    css: `${controlsCss}${storyCss}`,
    words,
    theme,
  });
  root.element.setAttribute("role", "region");
  root.element.setAttribute("aria-label", words.t("story.label"));
  const text = storyText(document, words);
  root.element.append(text.element);
  const views = storyViews(root.element, { ...options, words });
  const credit = attributionSlot(root.element, store);
  const live = createLiveRegion(root.element, { intervalMs: 1000 });
  const emitter = createEmitter<StoryEvents>("story", { step: "any" });
  const undoLayout = followSize(root.element, views.fit);
  let current: number | null = null;

  const show = (step: number | null): void => {
    current = step;
    views.show(stateOf(step === null ? undefined : document.steps[step]?.view));
    const shows = shownWords(store, words);
    text.mark(step, shows);
    bar.update(step);
    const title = step === null ? document.title : (document.steps[step]?.title ?? "");
    live.say([title, ...shows].join(". "));
    emitter.emit("step", step);
  };
  const goTo = (step: number | null): void => {
    const to = step === null || step < 0 ? null : Math.min(step, document.steps.length - 1);
    const section = to === null ? text.head : (text.sections[to] as HTMLElement);
    section.querySelector<HTMLElement>("h2,h3")?.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start", behavior: "auto" });
    reading.hold(section);
    if (to !== current) show(to);
  };
  const next = (by: 1 | -1): void => goTo((current ?? -1) + by);
  const bar = stepBar(views.bar, { words, total: document.steps.length, onStep: next });
  const reading = followScroll([text.head, ...text.sections], (index) => {
    const step = index === 0 ? null : index - 1;
    if (step !== current) show(step);
  });
  const undoKeys = sideKeys(text.element, words.dir, next);
  show(null);

  return {
    element: root.element,
    ready: views.ready,
    get state() {
      return { step: current };
    },
    goTo,
    update(changes) {
      refuseOptions(changes, { theme: FORM.theme }, { ...STORY, name: "story.update" });
      if (changes.theme !== undefined) setTheme(root.element, changes.theme);
    },
    on: emitter.on,
    destroy() {
      reading.destroy();
      undoKeys();
      undoLayout();
      views.destroy();
      live.destroy();
      credit.destroy();
      emitter.clear();
      root.destroy();
    },
  };
}

/**
 * A phone's bars come and go while it scrolls, and nothing must move with them: there the width alone counts. One that lies on
 * its side has the text beside the drawings, which would leave nothing of its height to the text.
 */
function followSize(element: HTMLElement, fit: (layout: "wide" | "phone") => void): () => void {
  let known = "";
  const measure = (): void => {
    const low = isLow();
    const layout = element.clientWidth < (low ? LYING_PX : PHONE_PX) ? "phone" : "wide";
    const key = [layout, low || (layout === "wide" && window.innerHeight)].join(" ");
    if (key === known) return;
    known = key;
    element.dataset.layout = layout;
    fit(layout);
  };
  measure();
  const frame = createFrameScheduler();
  // In a frame of its own: to give a size out while sizes are being told is an error of the page.
  const observer = new ResizeObserver(() => frame.request(measure));
  observer.observe(element);
  return () => {
    observer.disconnect();
    frame.destroy();
  };
}

/** Arrows to the sides go on and back in the direction of reading; up and down scroll, as everywhere. */
function sideKeys(element: HTMLElement, dir: "ltr" | "rtl", onStep: (by: 1 | -1) => void): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    event.preventDefault();
    onStep((event.key === "ArrowRight") === (dir === "ltr") ? 1 : -1);
  };
  element.addEventListener("keydown", onKey);
  return () => element.removeEventListener("keydown", onKey);
}

interface StepBar {
  update(step: number | null): void;
}

function stepBar(
  bar: HTMLElement,
  { words, total, onStep }: { words: Words; total: number; onStep: (by: 1 | -1) => void },
): StepBar {
  const button = (key: string, by: 1 | -1): HTMLButtonElement =>
    h("button", { type: "button", class: "ww-button", onclick: () => onStep(by) }, words.t(key));
  const [back, place, on] = [button("story.previous", -1), h("span"), button("story.next", 1)];
  bar.append(place, back, on);
  return {
    update(step) {
      place.textContent =
        step === null ? words.t("story.steps", { n: total }) : words.t("story.step", { n: step + 1, total });
      back.disabled = step === null;
      on.disabled = step === total - 1;
    },
  };
}
