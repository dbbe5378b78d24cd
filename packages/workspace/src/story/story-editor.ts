import { decodeState, encodeState, type Store } from "@whenwhere/store";
import { type Child, h, saveFile, type Words } from "@whenwhere/view";
import { filterWords } from "../export/clause-words.ts";
import { fileName } from "../export/shown-records.ts";
import { formatStory, type StoryDocument, type StoryStep } from "./story-document.ts";

/** A story that somebody is making out of views of a workspace. */
export interface StoryDraft {
  readonly length: number;
  /** Adds what the views show now; answers the number of the step. */
  add(): number;
  /** The editor of all steps; made anew at each call. */
  panel(): HTMLElement;
  /** The story as it would be saved. */
  document(): StoryDocument;
}

type Draft = { title: string; text: string; view: string };

/** A first title of a step: the selected record, else the filters, else the count. */
function titleOf(store: Store, words: Words): string {
  const { selectedId } = store.state;
  const row = selectedId === null ? -1 : store.rowOf(selectedId);
  if (row >= 0) return store.incident(row).title;
  return filterWords(store, words)[0] ?? words.counts(store.count());
}

/** Begins an empty story over the views of a store. */
export function storyDraft(options: {
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
}): StoryDraft {
  const { store, words } = options;
  const steps: Draft[] = [];
  let title = options.title;
  let list: HTMLElement | null = null;

  const document = (): StoryDocument => ({
    story: 1,
    title: title || words.t("story.untitled"),
    language: words.locale,
    steps: steps.map(({ view, ...step }): StoryStep => ({ ...step, ...(view === "" ? {} : { view }) })),
  });
  const rename = (text: string): void => {
    title = text;
  };
  const move = (from: number, to: number): void => {
    const [step] = steps.splice(from, 1);
    if (step !== undefined) steps.splice(to, 0, step);
    draw();
  };
  const button = (key: string, n: number, sign: string, act: () => void, disabled = false): HTMLElement => {
    const label = words.t(key, { n });
    return h(
      "button",
      { type: "button", class: "ww-button", title: label, "aria-label": label, disabled, onclick: act },
      sign,
    );
  };
  const stepItem = (step: Draft, index: number): HTMLElement => {
    const n = index + 1;
    const name = h("input", {
      class: "ww-input",
      value: step.title,
      oninput: () => Object.assign(step, { title: name.value }),
    });
    const text = h(
      "textarea",
      { class: "ww-input", rows: 3, oninput: () => Object.assign(step, { text: text.value }) },
      step.text,
    );
    return h(
      "li",
      null,
      h("p", { class: "ww-secondary" }, words.t("story.step", { n, total: steps.length })),
      h("label", null, h("span", { class: "ww-secondary" }, words.t("story.title")), name),
      h("label", null, h("span", { class: "ww-secondary" }, words.t("story.text")), text),
      h(
        "div",
        { class: "ww-story-tools" },
        button("story.show", n, "◉", () => void store.restore(decodeState(step.view).state)),
        button("story.take", n, "⟳", () => Object.assign(step, { view: encodeState(store.state) })),
        button("story.up", n, "↑", () => move(index, index - 1), index === 0),
        button("story.down", n, "↓", () => move(index, index + 1), index === steps.length - 1),
        button("story.remove", n, "✕", () => {
          steps.splice(index, 1);
          draw();
        }),
      ),
    );
  };
  const content = (): Child => {
    if (steps.length === 0) return h("p", { class: "ww-secondary" }, words.t("story.none"));
    return h("ol", null, steps.map(stepItem));
  };
  const draw = (): void => list?.replaceChildren(...[content()].flat().filter((one) => one instanceof Node));
  const add = (): number => {
    steps.push({ title: titleOf(store, words), text: "", view: encodeState(store.state) });
    draw();
    return steps.length;
  };
  const save = (ending: "md" | "json"): void => {
    const story = document();
    const text = ending === "md" ? formatStory(story) : `${JSON.stringify(story, null, 2)}\n`;
    saveFile(`${fileName(story.title)}.${ending}`, text, ending === "md" ? "text/markdown" : "application/json");
  };
  return {
    get length() {
      return steps.length;
    },
    add,
    document,
    panel() {
      const name = h("input", { class: "ww-input", value: title, oninput: () => rename(name.value) });
      list = h("div");
      draw();
      const press = (key: string, act: () => void): HTMLElement =>
        h("button", { type: "button", class: "ww-button", onclick: act }, words.t(key));
      return h(
        "div",
        { class: "ww-story-editor" },
        h("label", null, h("span", { class: "ww-secondary" }, words.t("story.title")), name),
        list,
        h(
          "div",
          { class: "ww-story-tools" },
          press("story.add", add),
          press("story.save", () => save("md")),
          press("story.save-json", () => save("json")),
        ),
      );
    },
  };
}
