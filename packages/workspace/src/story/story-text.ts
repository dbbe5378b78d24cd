import type { Store } from "@whenwhere/store";
import { h, ownId, type Words } from "@whenwhere/view";
import { filterWords } from "../export/clause-words.ts";
import { markdownNodes } from "./markdown-nodes.ts";
import type { StoryDocument, StoryStep } from "./story-document.ts";

/** The text of a story in the page. */
export interface StoryText {
  readonly element: HTMLElement;
  readonly head: HTMLElement;
  readonly sections: readonly HTMLElement[];
  /** Marks a section as the one whose view is shown, and says under it what that is. Null = the title. */
  mark(step: number | null, shows: readonly string[]): void;
}

/** What the views show, in words: the honest count, the filters, the selected record. */
export function shownWords(store: Store, words: Words): readonly string[] {
  const { selectedId } = store.state;
  const row = selectedId === null ? -1 : store.rowOf(selectedId);
  return [
    words.counts(store.count()),
    ...filterWords(store, words),
    ...(row < 0 ? [] : [words.t("story.selected", { record: words.incident(store.incident(row)) })]),
  ];
}

function sectionOf(step: StoryStep, index: number, { words, total }: { words: Words; total: number }): HTMLElement {
  const id = ownId("ww-step");
  return h(
    "section",
    { class: "ww-story-step", "aria-labelledby": id },
    h("p", { class: "ww-story-number" }, words.t("story.step", { n: index + 1, total })),
    h("h3", { id, tabindex: -1, dir: "auto" }, step.title),
    h("div", { class: "ww-story-body" }, markdownNodes(step.text)),
    h("div", { class: "ww-story-shows ww-secondary" }),
  );
}

/** Title, introduction and one section a step, each with its heading: all of the story without its drawings. */
export function storyText(story: StoryDocument, words: Words): StoryText {
  const total = story.steps.length;
  const sections = story.steps.map((step, index) => sectionOf(step, index, { words, total }));
  const head = h(
    "header",
    { class: "ww-story-head" },
    h("h2", { tabindex: -1, dir: "auto" }, story.title),
    story.intro ? h("div", { class: "ww-story-body" }, markdownNodes(story.intro)) : null,
  );
  const element = h("article", { class: "ww-story-text", lang: story.language ?? null }, head, sections);
  return {
    element,
    head,
    sections,
    mark(step, shows) {
      for (const [index, section] of sections.entries()) {
        if (index === step) section.setAttribute("aria-current", "step");
        else section.removeAttribute("aria-current");
      }
      const place = step === null ? null : sections[step]?.querySelector(".ww-story-shows");
      place?.replaceChildren(...shows.map((line) => h("p", null, line)));
    },
  };
}
