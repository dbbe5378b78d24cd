import { WhenWhereError } from "@whenwhere/model";
import { createFrameScheduler, createLiveRegion, createViewRoot, resolveTarget } from "@whenwhere/view";
import { ownWords } from "../own-words.ts";
import type { WidgetHandle } from "../widget.ts";
import { createPlayerBar, type PlayerBar, playerWords } from "./player-bar.ts";
import { playerCss } from "./player-css.ts";
import { createPlayerEngine, type PlayerEngine } from "./player-engine.ts";
import { PLAYER_MODES, type PlayerFrame } from "./player-frames.ts";
import type { PlayerEvents, PlayerOptions, PlayerState, ResolvedPlayerOptions } from "./player-options.ts";
import { PLAYER_STEPS } from "./step-edges.ts";

/** The handle of a player. */
export interface PlayerHandle extends Omit<WidgetHandle<PlayerOptions, PlayerEvents, PlayerState>, "element"> {
  /** Null for a player without controls. */
  readonly element: HTMLElement | null;
  /** False where no record states a date, and where the reader asks for less motion. */
  play(): boolean;
  pause(): void;
  /** So many frames on, or back; pauses. */
  step(frames?: number): void;
  /**
   * Puts the frame in force whose newest step holds an instant, and returns it; null where no record states a date. When it
   * returns, the store counts by that window; views draw it in their next frame, and their `toPNG` and `toSVG` at once.
   */
  seek(ms: number): PlayerFrame | null;
  /** The same by the place of the frame in the run, from 0. */
  seekFrame(index: number): PlayerFrame | null;
  /** All dates again. */
  clear(): void;
}

const SOURCE = "timeline";
const FPS = { least: 0.1, most: 30, usual: 4 } as const;
const TRAIL_STEPS = 6;

/**
 * Moves the window of a store through time: every view of the store follows. It never begins by itself.
 *
 * The frames are laid out by the calendar and by the records alone, so that a run is the same at every speed, and `seek`
 * gives the same window each time. A window that the reader draws meanwhile ends the playing; one that stands at the
 * beginning keeps its width.
 *
 * @param target An element or a selector of one; null makes a player without controls, as for an export.
 * @throws WhenWhereError `view/target-missing`, `player/option` for a mode, step or number that there is not.
 */
export function player(target: string | Element | null, options: PlayerOptions): PlayerHandle {
  let given = options;
  const scheduler = createFrameScheduler();
  const engine = createPlayerEngine(resolve(options), scheduler);
  const still = options.reducedMotion ?? reducedMotion();
  const face = target === null ? null : createFace(resolveTarget(target), { options, engine, still, change });
  function change(changes: Partial<PlayerOptions>): void {
    // A width taken over from the reader's window is kept until another is asked for, or steps of another length.
    const keeps = !("width" in changes || "step" in changes || "mode" in changes);
    given = { ...given, ...(keeps ? { width: engine.options.width } : {}), ...changes, store: given.store };
    engine.options = resolve(given);
    engine.refresh();
    face?.update(true);
  }
  let destroyed = false;
  return {
    element: face?.element ?? null,
    on: engine.emitter.on,
    get state() {
      return stateOf(engine);
    },
    update: change,
    play: () => !destroyed && !still && engine.play(),
    pause: () => engine.pause(),
    step: (frames = 1) => engine.stepBy(frames),
    seek: (ms) => engine.seek(ms),
    seekFrame: (index) => engine.show(index),
    clear: () => engine.clear(),
    destroy() {
      if (destroyed) return;
      destroyed = true;
      engine.destroy();
      face?.destroy();
      scheduler.destroy();
    },
  };
}

function reducedMotion(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function stateOf({ options, playing, frame, frames }: PlayerEngine): PlayerState {
  const { mode, step, width, fps, loop } = options;
  return { mode, step, width, fps, loop, playing, frame, unit: frames?.step ?? null, frames: frames?.count ?? 0 };
}

function resolve(options: PlayerOptions): ResolvedPlayerOptions {
  const { store, mode = "window", step = "auto", loop = false, span = null, source = SOURCE } = options;
  if (!PLAYER_MODES.includes(mode)) throw wrong("mode", mode, PLAYER_MODES.join(", "));
  if (step !== "auto" && !PLAYER_STEPS.includes(step)) throw wrong("step", step, `auto, ${PLAYER_STEPS.join(", ")}`);
  const { fps = FPS.usual, width = mode === "trail" ? TRAIL_STEPS : 1 } = options;
  if (!(fps >= FPS.least && fps <= FPS.most)) throw wrong("fps", fps, `a number from ${FPS.least} to ${FPS.most}`);
  if (!(width >= 1)) throw wrong("width", width, "a number of steps, 1 or more");
  return { store, mode, step, width, fps, loop, span, source };
}

function wrong(name: string, value: unknown, expected: string): WhenWhereError {
  return new WhenWhereError(
    "player/option",
    `The player's option ${name} is ${JSON.stringify(value) ?? "undefined"}.`,
    `Use one of: ${expected}.`,
  );
}

interface Face {
  readonly element: HTMLElement;
  update(laid: boolean): void;
  destroy(): void;
}

interface FaceInput {
  readonly options: PlayerOptions;
  readonly engine: PlayerEngine;
  readonly still: boolean;
  readonly change: (changes: Partial<PlayerOptions>) => void;
}

/** The controls in the page, kept in step with the run. */
function createFace(target: HTMLElement, { options, engine, still, change }: FaceInput): Face {
  const words = ownWords(options);
  const { store, theme } = options;
  const root = createViewRoot(target, {
    className: "ww-player",
    css: playerCss,
    words,
    ...(theme === undefined ? {} : { theme }),
  });
  root.element.setAttribute("role", "group");
  root.element.setAttribute("aria-label", words.t("player.label"));
  const live = createLiveRegion(root.element);
  const bar: PlayerBar = createPlayerBar({ engine, words, still, change, source: engine.options.source });
  root.element.prepend(...bar.elements);
  const update = () => bar.update(false);
  const undo = [
    engine.emitter.on("frame", update),
    engine.emitter.on("play", update),
    engine.emitter.on("pause", () => {
      update();
      // While it runs, nothing is said: a voice could not keep up.
      live.say(playerWords(engine, words));
    }),
    store.on("filter", (now, before) => bar.update(othersChanged(now.clauses, before.clauses, engine.options.source))),
    store.on("data", () => bar.update(true)),
  ];
  bar.update(true);
  return {
    element: root.element,
    update: (laid) => bar.update(laid),
    destroy() {
      for (const one of undo) one();
      live.destroy();
      root.destroy();
    },
  };
}

/** The small picture over the line leaves the run's own clause out. */
function othersChanged(
  now: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  own: string,
): boolean {
  const sources = new Set([...Object.keys(now), ...Object.keys(before)]);
  sources.delete(own);
  return [...sources].some((source) => now[source] !== before[source]);
}
