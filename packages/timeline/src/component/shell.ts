import { h, type Words } from "@whenwhere/view";

/** The elements of a timeline. */
export interface Shell extends Head, Stage, Foot {}

interface Head {
  readonly head: HTMLElement;
  readonly panButton: HTMLButtonElement;
  readonly selectButton: HTMLButtonElement;
  readonly laneSelect: HTMLSelectElement;
  readonly laneLabel: HTMLElement;
}

interface Stage {
  readonly stage: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly lanes: HTMLElement;
  readonly surface: HTMLElement;
  readonly strip: HTMLElement;
  /** Counts the records before the view and brings them into it. */
  readonly before: HTMLButtonElement;
  /** The same for those after it. */
  readonly after: HTMLButtonElement;
  /** Brings back the records where filters leave none. */
  readonly all: HTMLButtonElement;
  readonly summary: HTMLElement;
}

interface Foot {
  readonly foot: HTMLElement;
  /** What the store shows; a page that says it elsewhere hides it by its class. */
  readonly shown: HTMLElement;
  /** What only this view can say: folded, lanes in sight, zone. */
  readonly counts: HTMLElement;
  readonly from: HTMLInputElement;
  readonly to: HTMLInputElement;
  readonly clear: HTMLButtonElement;
  /** Shows the selected record, or the window of the brush. */
  readonly toSelection: HTMLButtonElement;
}

/** What the controls do. */
export interface ShellActions {
  mode(mode: "pan" | "select"): void;
  zoom(factor: number): void;
  fit(): void;
  zoomToSelection(): void;
  /** Brings the records before or after the view into it. */
  reach(side: "before" | "after"): void;
  /** Takes all filters away. */
  clearAll(): void;
  lane(field: string): void;
  dates(): void;
  /** A date is left: the fields say what holds. */
  datesLeft(): void;
  clear(): void;
}

interface Parts {
  readonly words: Words;
  /** Makes ids unique on the page. */
  readonly id: string;
  /** Asked when a control is used, so that the shell may be built first. */
  readonly actions: () => ShellActions;
}

/** Builds the elements into `root`. */
export function createShell(root: HTMLElement, parts: Parts): Shell {
  const shell = { ...createHead(parts), ...createStage(parts), ...createFoot(parts) };
  root.append(shell.head, shell.stage, shell.foot);
  return shell;
}

function createHead({ words, actions }: Parts): Head {
  const t = (key: string): string => words.t(`timeline.${key}`);
  const button = (text: string, name: string | null, action: () => void): HTMLButtonElement =>
    h("button", { type: "button", "aria-label": name, title: name, onclick: action }, text);
  const panButton = button(t("pan"), null, () => actions().mode("pan"));
  const selectButton = button(t("select"), null, () => actions().mode("select"));
  const laneSelect = h("select", { class: "ww-tl-select", onchange: () => actions().lane(laneSelect.value) });
  const laneLabel = h("label", { class: "ww-secondary", hidden: true }, `${t("lanes")}: `, laneSelect);
  const drag = h("div", { class: "ww-segments", role: "group", "aria-label": t("drag") }, panButton, selectButton);
  const zoom = h(
    "div",
    { class: "ww-segments" },
    button("\u2212", t("zoom-out"), () => actions().zoom(2)),
    button("+", t("zoom-in"), () => actions().zoom(0.5)),
    button(t("all"), t("fit"), () => actions().fit()),
  );
  const head = h(
    "div",
    { class: "ww-head" },
    h("h3", null, t("title")),
    h("span", { class: "ww-head-note ww-tl-head-note" }, t("hint")),
    h("div", { class: "ww-head-tools" }, laneLabel, drag, zoom),
  );
  return { head, panButton, selectButton, laneSelect, laneLabel };
}

function createStage({ words, id, actions }: Parts): Stage {
  const canvas = h("canvas", { "aria-hidden": "true" });
  const lanes = h("div");
  const summary = h("p", { class: "ww-visually-hidden", id: `${id}-about` });
  const surface = h("div", {
    class: "ww-tl-surface",
    tabindex: 0,
    role: "group",
    "aria-label": words.t("timeline.records"),
    "aria-describedby": `${id}-about`,
  });
  const beyond = (side: "before" | "after"): HTMLButtonElement =>
    h("button", {
      type: "button",
      class: "ww-tl-beyond",
      "data-side": side,
      hidden: true,
      onclick: () => actions().reach(side),
    });
  const before = beyond("before");
  const after = beyond("after");
  const all = h(
    "button",
    { type: "button", class: "ww-button ww-button-small ww-tl-all", hidden: true, onclick: () => actions().clearAll() },
    words.t("timeline.clear-all"),
  );
  const strip = h("div", { class: "ww-tl-strip" });
  const stage = h("div", { class: "ww-tl-stage" }, canvas, lanes, surface, strip, before, after, all, summary);
  return { stage, canvas, lanes, surface, strip, before, after, all, summary };
}

function createFoot({ words, actions }: Parts): Foot {
  const t = (key: string): string => words.t(`timeline.${key}`);
  const act = { onchange: () => actions().dates(), onblur: () => actions().datesLeft() };
  // Without a last date Chromium's field takes years of six digits.
  const dateInput = (): HTMLInputElement => h("input", { type: "date", max: "9999-12-31", ...act });
  const [from, to] = [dateInput(), dateInput()];
  const look = { type: "button", class: "ww-button ww-button-small", onclick: () => actions().clear() } as const;
  const clear = h("button", look, t("clear"));
  const show = { ...look, title: t("to-selection.about"), onclick: () => actions().zoomToSelection() };
  const toSelection = h("button", show, t("to-selection"));
  const [shown, counts] = [h("span", { class: "ww-tl-shown" }), h("span")];
  const dates = h(
    "div",
    { class: "ww-tl-dates", role: "group", "aria-label": t("dates") },
    h("label", null, t("from"), from),
    h("label", null, t("to"), to),
    toSelection,
    clear,
  );
  const said = h("span", null, shown, counts);
  return { foot: h("div", { class: "ww-tl-foot" }, said, dates), shown, counts, from, to, clear, toSelection };
}
