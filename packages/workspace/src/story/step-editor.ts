import { h, type Words } from "@whenwhere/view";

/** A step that is being written. `view` is a state of the store as a fragment; "" = none. */
export interface DraftStep {
  title: string;
  text: string;
  view: string;
}

/** What is pressed on its arrows and its cross. */
export type StepAct = "up" | "down" | "remove";

/** What can be done with a step beside writing it. */
export interface StepActions {
  readonly words: Words;
  /** Shows its view. */
  show(): void;
  /** Takes what the views show now for its view. */
  take(): void;
  move(by: -1 | 1): void;
  remove(): void;
}

/** An item of the list of steps. What is typed goes straight into `step`. */
export function stepEditor(
  step: DraftStep,
  place: { readonly index: number; readonly total: number },
  on: StepActions,
): HTMLElement {
  const { words } = on;
  const { index, total } = place;
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
  const button = (act: StepAct, sign: string, how: { readonly onclick: () => void; readonly disabled?: boolean }) => {
    const label = words.t(`story.${act}`, { n });
    const named = { type: "button", class: "ww-button", title: label, "aria-label": label, "data-act": act } as const;
    return h("button", { ...named, ...how }, sign);
  };
  const sayingButton = (key: string, onclick: () => void) =>
    h("button", { type: "button", class: "ww-button", onclick }, words.t(key, { n }));
  return h(
    "li",
    null,
    h("p", { class: "ww-secondary" }, words.t("story.step", { n, total })),
    h("label", null, h("span", { class: "ww-secondary" }, words.t("story.title")), name),
    h("label", null, h("span", { class: "ww-secondary" }, words.t("story.text")), text),
    h(
      "div",
      { class: "ww-story-tools" },
      sayingButton("story.show", on.show),
      sayingButton("story.take", on.take),
      h(
        "span",
        { class: "ww-story-moves" },
        button("up", "↑", { onclick: () => on.move(-1), disabled: index === 0 }),
        button("down", "↓", { onclick: () => on.move(1), disabled: index === total - 1 }),
        button("remove", "✕", { onclick: on.remove }),
      ),
    ),
  );
}
