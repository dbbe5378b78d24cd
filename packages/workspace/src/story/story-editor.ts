import { decodeState, encodeState, type Store } from "@whenwhere/store";
import { type Child, h, saveFile, type Words } from "@whenwhere/view";
import { filterWords } from "../export/clause-words.ts";
import { fileName } from "../export/shown-records.ts";
import { type DraftStep, type StepAct, stepEditor } from "./step-editor.ts";
import { formatStory, type StoryDocument, type StoryStep } from "./story-document.ts";

/** A story that somebody is making out of views of a workspace. */
export interface StoryDraft {
  /** Adds what the views show now; answers the number of the step. */
  add(): number;
  /** The editor of all steps; made anew at each call. */
  panel(): HTMLElement;
  /** The story as it would be saved. */
  document(): StoryDocument;
}

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
  const steps: DraftStep[] = [];
  let title = options.title;
  let list: HTMLElement | null = null;

  const document = (): StoryDocument => ({
    story: 1,
    title: title || words.t("story.untitled"),
    language: words.locale,
    steps: steps.map(({ view, ...step }): StoryStep => ({ ...step, ...(view === "" ? {} : { view }) })),
  });
  /** The list was made anew under the hand: the keyboard goes on with the same step, the next one, or what adds one. */
  const hold = (index: number, acts: readonly StepAct[]): void => {
    const item = [...(list?.querySelectorAll("li") ?? [])].at(Math.min(index, steps.length - 1));
    const same = acts.map((act) => item?.querySelector<HTMLElement>(`[data-act=${act}]:enabled`)).find(Boolean);
    (same ?? list?.parentElement?.querySelector<HTMLElement>(".ww-story-tools button"))?.focus();
  };
  const move = (from: number, by: -1 | 1): void => {
    const [step] = steps.splice(from, 1);
    if (step !== undefined) steps.splice(from + by, 0, step);
    draw();
    hold(from + by, by < 0 ? ["up", "down"] : ["down", "up"]);
  };
  const item = (step: DraftStep, index: number): HTMLElement =>
    stepEditor(
      step,
      { index, total: steps.length },
      {
        words,
        show: () => void store.restore(decodeState(step.view).state),
        take: () => Object.assign(step, { view: encodeState(store.state) }),
        move: (by) => move(index, by),
        remove: () => {
          steps.splice(index, 1);
          draw();
          hold(index, ["remove"]);
        },
      },
    );
  const content = (): Child => {
    if (steps.length === 0) return h("p", { class: "ww-secondary" }, words.t("story.none"));
    return h("ol", null, steps.map(item));
  };
  const draw = (): void => list?.replaceChildren(...[content()].flat().filter((one) => one instanceof Node));
  const add = (): number => {
    steps.push({ title: titleOf(store, words), text: "", view: encodeState(store.state) });
    draw();
    return steps.length;
  };
  return {
    add,
    document,
    panel() {
      list = h("div");
      draw();
      return storyPanel(list, {
        words,
        title,
        rename: (text) => {
          title = text;
        },
        add,
        save: (ending) => saveStory(document(), ending),
      });
    },
  };
}

function saveStory(story: StoryDocument, ending: "md" | "json"): void {
  const text = ending === "md" ? formatStory(story) : `${JSON.stringify(story, null, 2)}\n`;
  saveFile(`${fileName(story.title)}.${ending}`, text, ending === "md" ? "text/markdown" : "application/json");
}

/** The steps, with the title above and what can be done with the whole below. */
function storyPanel(
  list: HTMLElement,
  on: {
    readonly words: Words;
    readonly title: string;
    rename(text: string): void;
    add(): void;
    save(ending: "md" | "json"): void;
  },
): HTMLElement {
  const { words } = on;
  const name = h("input", { class: "ww-input", value: on.title, oninput: () => on.rename(name.value) });
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
      press("story.add", on.add),
      press("story.save", () => on.save("md")),
      press("story.save-json", () => on.save("json")),
    ),
  );
}
