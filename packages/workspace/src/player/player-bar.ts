import type { IncidentMapHandle } from "@whenwhere/map";
import { h, replaceChildren, svg, type Words } from "@whenwhere/view";
import type { PlayerEngine } from "./player-engine.ts";
import { PLAYER_MODES } from "./player-frames.ts";
import { createPlayerLine, type PlayerLine } from "./player-line.ts";
import type { PlayerOptions } from "./player-options.ts";
import { frameWords, spanWords } from "./player-words.ts";
import { createRunStrip } from "./run-strip.ts";
import { SPEEDS, showSpeed } from "./speeds.ts";
import { PLAYER_STEPS, type PlayerStep } from "./step-edges.ts";

/** What the controls are made with. */
export interface PlayerBarOptions {
  readonly engine: PlayerEngine;
  readonly words: Words;
  readonly source: string;
  /** It steps and does not play. */
  readonly still: () => boolean;
  readonly change: (options: Partial<PlayerOptions>) => void;
  /** The map whose run may be a file; null while there is none. */
  readonly map: () => IncidentMapHandle | null;
  /** Says something to those who do not see it. */
  readonly say: (text: string) => void;
}

/** The controls of a player. */
export interface PlayerBar {
  readonly elements: readonly HTMLElement[];
  /** Puts everything as the run has it; `laid` after other records, filters or options. */
  update(laid: boolean): void;
  /** Ends a run that is being taken. */
  destroy(): void;
}

/** Some of the controls. */
interface BarPart {
  readonly element: HTMLElement;
  update(): void;
}

const PLAY = "M2,1L11,6L2,11Z";
const PAUSE = "M2,1H5V11H2ZM7,1H10V11H7Z";
const BACK = "M10,1L3,6L10,11ZM1,1H2.5V11H1Z";
const ON = "M2,1L9,6L2,11ZM9.5,1H11V11H9.5Z";

function icon(d: string): SVGElement {
  return svg("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d }));
}

function toggle(engine: PlayerEngine): void {
  if (engine.playing) engine.pause();
  else engine.play();
}

/** Makes the controls: back, play, on; the line of time; what is shown in words; and how it is played. */
export function createPlayerBar(options: PlayerBarOptions): PlayerBar {
  const { engine, words, still } = options;
  const keys = stepKeys(options);
  const line = timeLine(options);
  const settings = playSettings(options, line.input);
  const file = createRunStrip(options);
  settings.element.append(file.button);
  const now = h("div", { class: "ww-player-now" });
  const note = h("p", { class: "ww-player-still ww-small" }, words.t("player.still"));
  let span = spanWords(words, "day");
  return {
    elements: [
      keys.element,
      h("div", { class: "ww-player-course" }, line.element, now),
      settings.element,
      file.strip,
      note,
    ],
    update(laid) {
      const { frame, frames, drawn } = engine;
      note.hidden = !still();
      if (laid) {
        line.lay(frames);
        span = spanWords(words, frames?.step ?? "day");
      }
      const all = words.t(frames === null ? "player.empty" : "player.all");
      const unframed = drawn === null ? all : words.range(drawn.startMs, drawn.endMs);
      line.show(frame ?? drawn, frame !== null, frame === null ? unframed : frameWords(frame, words, span));
      const place = frame && h("span", null, words.t("player.place", { i: frame.index + 1, n: frame.count }));
      replaceChildren(now, frame === null ? unframed : span(frame.startMs, frame.endMs), place);
      keys.update();
      settings.update();
      if (laid) file.update();
    },
    destroy: file.destroy,
  };
}

/** Back, play, on. Back stands where the line of time begins, which is where reading begins. */
function stepKeys({ engine, words, still }: PlayerBarOptions): BarPart {
  const { t } = words;
  const press = (label: string, d: string, onclick: () => void) =>
    h("button", { type: "button", "aria-label": label, title: label, onclick }, icon(d));
  const back = press(t("player.back"), BACK, () => engine.stepBy(-1));
  const on = press(t("player.forward"), ON, () => engine.stepBy(1));
  const play = h("button", { type: "button", class: "ww-player-play", onclick: () => toggle(engine) });
  // It is as wide as the longer of its words, and keeps its width when it is pressed.
  const [start, halt] = [t("player.play"), t("player.pause")];
  play.dataset["longer"] = start.length > halt.length ? start : halt;
  return {
    element: h("div", { class: "ww-segments ww-player-keys" }, back, play, on),
    update() {
      const { playing, frames } = engine;
      play.hidden = still();
      replaceChildren(play, icon(playing ? PAUSE : PLAY), playing ? halt : start);
      for (const one of [back, play, on]) one.disabled = frames === null;
    },
  };
}

/** The line of time, with the space bar on it. */
function timeLine({ engine, words, source, still }: PlayerBarOptions): PlayerLine {
  const line = createPlayerLine(
    engine.options.store,
    () => source,
    (index) => {
      engine.pause();
      engine.show(index);
    },
  );
  line.input.setAttribute("aria-label", words.t("player.time"));
  line.input.addEventListener("keydown", (event) => {
    if (event.key !== " " || still()) return;
    event.preventDefault();
    toggle(engine);
  });
  return line;
}

type Choices = readonly (readonly [value: string, text: string])[];

function choice(text: string, choices: Choices, change: (value: string) => void) {
  const options = choices.map(([value, words]) => h("option", { value }, words));
  const select = h("select", null, options);
  select.addEventListener("change", () => change(select.value));
  return { label: h("label", null, text, select), select };
}

/** Mode, step, speed, going round, and the way back to all dates. */
function playSettings({ engine, words, source, still, change }: PlayerBarOptions, line: HTMLElement): BarPart {
  const { t, number } = words;
  const button = { type: "button", class: "ww-button ww-button-small" } as const;
  const modes = PLAYER_MODES.map((mode) => {
    const title = t(`player.mode.${mode}.long`);
    return h("button", { type: "button", title, onclick: () => change({ mode }) }, t(`player.mode.${mode}`));
  });
  const lengths = PLAYER_STEPS.map((step) => [step, t(`player.step.${step}`)] as const);
  const steps = choice(t("player.step"), lengths, (step) => change({ step: step as PlayerStep }));
  const speeds = SPEEDS.map((fps) => [String(fps), number(fps)] as const);
  const speed = choice(t("player.speed"), speeds, (fps) => change({ fps: Number(fps) }));
  const loop = h("button", { ...button, onclick: () => change({ loop: !engine.options.loop }) }, t("player.loop"));
  const all = h("button", { ...button, onclick: () => engine.clear() }, t("player.all"));
  const modeGroup = h("div", { class: "ww-segments", role: "group", "aria-label": t("player.mode") }, modes);
  return {
    element: h("div", { class: "ww-player-set" }, modeGroup, steps.label, speed.label, loop, all),
    update() {
      const { options, frames } = engine;
      for (const one of [speed.label, loop]) one.hidden = still();
      for (const [i, mode] of modes.entries()) {
        mode.setAttribute("aria-pressed", String(PLAYER_MODES[i] === options.mode));
      }
      steps.select.value = frames?.step ?? "day";
      showSpeed(speed.select, options.fps, words);
      loop.setAttribute("aria-pressed", String(options.loop));
      const isAll = options.store.state.clauses[source] === undefined;
      // A button that goes grey under the hand hands the keyboard on.
      if (isAll && all.matches(":focus")) line.focus();
      all.disabled = isAll;
    },
  };
}

/** What the frame says to those who do not see it. */
export function playerWords({ frame, frames, options }: PlayerEngine, words: Words): string {
  const counts = words.counts(options.store.count());
  if (frame === null || frames === null) return counts;
  return `${frameWords(frame, words, spanWords(words, frames.step))}. ${counts}`;
}
