import { h, replaceChildren, svg, type Words } from "@whenwhere/view";
import type { PlayerEngine } from "./player-engine.ts";
import { PLAYER_MODES } from "./player-frames.ts";
import { createPlayerLine, frameWords } from "./player-line.ts";
import type { PlayerOptions } from "./player-options.ts";
import { PLAYER_STEPS, type PlayerStep } from "./step-edges.ts";

/** What the controls are made with. */
export interface PlayerBarOptions {
  readonly engine: PlayerEngine;
  readonly words: Words;
  readonly source: string;
  /** It steps and does not play. */
  readonly still: boolean;
  readonly change: (options: Partial<PlayerOptions>) => void;
}

/** The controls of a player. */
export interface PlayerBar {
  readonly elements: readonly HTMLElement[];
  /** Puts everything as the run has it; `laid` after other records, filters or options. */
  update(laid: boolean): void;
}

const SPEEDS = [0.5, 1, 2, 4, 8, 16];
const PLAY = "M2,1L11,6L2,11Z";
const PAUSE = "M2,1H5V11H2ZM7,1H10V11H7Z";
const BACK = "M10,1L3,6L10,11ZM1,1H2.5V11H1Z";
const ON = "M2,1L9,6L2,11ZM9.5,1H11V11H9.5Z";

function icon(d: string): SVGElement {
  return svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d }));
}

type Select = { readonly label: HTMLElement; readonly select: HTMLSelectElement };

function choice(
  text: string,
  values: readonly (readonly [value: string, text: string])[],
  change: (value: string) => void,
): Select {
  const options = values.map(([value, words]) => h("option", { value }, words));
  const select = h("select", null, options);
  select.addEventListener("change", () => change(select.value));
  return { label: h("label", null, text, select), select };
}

/** Makes the controls: back, play, on; the line of time; what is shown in words; and how it is played. */
export function createPlayerBar({ engine, words, source, still, change }: PlayerBarOptions): PlayerBar {
  const { t } = words;
  const press = (label: string, d: string, onclick: () => void) =>
    h("button", { type: "button", "aria-label": label, title: label, onclick }, icon(d));
  const back = press(t("player.back"), BACK, () => engine.stepBy(-1));
  const on = press(t("player.forward"), ON, () => engine.stepBy(1));
  const play = h("button", { type: "button", class: "ww-player-play", hidden: still });
  play.addEventListener("click", () => (engine.playing ? engine.pause() : engine.play()));
  const keys = h("div", { class: "ww-segments ww-player-keys" }, ltr(words, [back, play, on]));
  const line = createPlayerLine(
    engine.options.store,
    () => source,
    (index) => {
      engine.pause();
      engine.show(index);
    },
  );
  line.input.setAttribute("aria-label", t("player.time"));
  line.input.addEventListener("keydown", (event) => {
    if (event.key !== " " || still) return;
    event.preventDefault();
    if (engine.playing) engine.pause();
    else engine.play();
  });
  const now = h("div", { class: "ww-player-now" });
  const modes = PLAYER_MODES.map((mode) =>
    h(
      "button",
      { type: "button", title: t(`player.mode.${mode}.long`), onclick: () => change({ mode }) },
      t(`player.mode.${mode}`),
    ),
  );
  const steps = choice(
    t("player.step"),
    PLAYER_STEPS.map((step) => [step, t(`player.step.${step}`)]),
    (step) => change({ step: step as PlayerStep }),
  );
  const speed = choice(
    t("player.speed"),
    SPEEDS.map((fps) => [String(fps), words.number(fps)]),
    (fps) => change({ fps: Number(fps) }),
  );
  const loop = h(
    "button",
    { type: "button", class: "ww-button ww-button-small", onclick: () => change({ loop: !engine.options.loop }) },
    t("player.loop"),
  );
  const all = h(
    "button",
    { type: "button", class: "ww-button ww-button-small", onclick: () => engine.clear() },
    t("player.all"),
  );
  const modeGroup = h("div", { class: "ww-segments", role: "group", "aria-label": t("player.mode") }, modes);
  const set = h("div", { class: "ww-player-set" }, modeGroup, steps.label, speed.label, loop, all);
  speed.label.hidden = still;
  loop.hidden = still;
  const note = still ? h("p", { class: "ww-player-still ww-small" }, t("player.still")) : null;
  return {
    elements: [keys, line.element, now, set, ...(note === null ? [] : [note])],
    update(laid) {
      const { frame, frames, playing, options } = engine;
      if (laid) line.lay(frames);
      line.show(frame, words);
      replaceChildren(play, icon(playing ? PAUSE : PLAY), t(playing ? "player.pause" : "player.play"));
      for (const one of [back, play, on]) one.disabled = frames === null;
      writeNow(now, engine, words);
      for (const [i, button] of modes.entries())
        button.setAttribute("aria-pressed", String(PLAYER_MODES[i] === options.mode));
      steps.select.value = frames?.step ?? "day";
      showSpeed(speed.select, options.fps, words);
      loop.setAttribute("aria-pressed", String(options.loop));
      all.disabled = options.store.state.clauses[source] === undefined;
    },
  };
}

/** Back stands on the side where the line of time begins, which is the left one in every language. */
function ltr<T>({ dir }: Words, buttons: readonly T[]): readonly T[] {
  return dir === "rtl" ? [...buttons].reverse() : buttons;
}

function writeNow(now: HTMLElement, { frame, frames }: PlayerEngine, words: Words): void {
  const empty = frames === null ? words.t("player.empty") : words.t("player.all");
  const title = frame === null ? empty : words.range(frame.startMs, frame.endMs);
  const place =
    frame === null ? null : h("span", null, words.t("player.place", { i: frame.index + 1, n: frame.count }));
  replaceChildren(now, title, place);
}

/** A speed of the host's own is added to those offered. */
function showSpeed(select: HTMLSelectElement, fps: number, words: Words): void {
  if (![...select.options].some(({ value }) => Number(value) === fps)) {
    select.append(h("option", { value: String(fps) }, words.number(fps)));
  }
  select.value = String(fps);
}

/** What the frame says to those who do not see it. */
export function playerWords(engine: PlayerEngine, words: Words): string {
  const { frame } = engine;
  const counts = words.counts(engine.options.store.count());
  return frame === null ? counts : `${frameWords(frame, words)}. ${counts}`;
}
