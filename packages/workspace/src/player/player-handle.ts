import type { IncidentMapHandle } from "@whenwhere/map";
import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { createFrameScheduler, prefersStill, refuseView, setTheme, watchStill } from "@whenwhere/view";
import { LOOK_FORM } from "../own-words.ts";
import type { WidgetHandle } from "../widget.ts";
import { createPlayerEngine, type PlayerEngine } from "./player-engine.ts";
import { PLAYER_MODES, type PlayerFrame } from "./player-frames.ts";
import type { PlayerEvents, PlayerOptions, PlayerState, ResolvedPlayerOptions } from "./player-options.ts";
import { PLAYER_STEPS } from "./step-edges.ts";

/** What `update()` of a player takes: all but what it keeps as it was made. */
export type PlayerChanges = Omit<PlayerOptions, "store" | "words" | "locale" | "reducedMotion">;

/** The handle of a player. */
export interface PlayerHandle extends Omit<WidgetHandle<PlayerChanges, PlayerEvents, PlayerState>, "element"> {
  /** Null for a player without controls. */
  readonly element: HTMLElement | null;
  /** False where no record states a date, and where the reader asks for less motion. */
  play(): boolean;
  pause(): void;
  /** So many frames on, or back; pauses. */
  step(frames?: number): void;
  /**
   * Puts the frame in force whose newest step holds an instant (UTC milliseconds, as of `Date.UTC`), else the nearest one, and
   * returns it; null where no record states a date. When it returns, the store counts by that window; views draw it in their next frame, and their `toPNG` and `toSVG` at once.
   */
  seek(ms: number): PlayerFrame | null;
  /** The same by the place of the frame in the run, from 0. */
  seekFrame(index: number): PlayerFrame | null;
  /** All dates again. */
  clear(): void;
}

/** What the controls of a player are made with. */
export interface FaceInput {
  readonly options: PlayerOptions;
  readonly engine: PlayerEngine;
  /** It steps and does not play. */
  readonly still: () => boolean;
  readonly change: PlayerHandle["update"];
  /** The map whose run may be a file; null while there is none. */
  readonly map: () => IncidentMapHandle | null;
}

/** The controls in the page, kept in step with the run. */
export interface PlayerFace {
  readonly element: HTMLElement;
  /** `laid` after other records, filters or options. */
  update(laid: boolean): void;
  destroy(): void;
}

const SOURCE = "timeline";
const FPS = { least: 0.1, most: 30, usual: 4 } as const;
const TRAIL_STEPS = 6;

/**
 * A player with the controls that `makeFace` makes, or without any: as for an export.
 * @throws WhenWhereError `player/store-missing`, `player/option-unknown`, `player/option` for a number out of its bounds.
 */
export function playerHandle(
  options: PlayerOptions,
  makeFace: ((input: FaceInput) => PlayerFace) | null = null,
): PlayerHandle {
  let given = options;
  const scheduler = createFrameScheduler();
  const engine = createPlayerEngine(resolve(options), scheduler);
  const still = (): boolean => options.reducedMotion ?? prefersStill();
  const map = () => (typeof given.map === "function" ? given.map() : (given.map ?? null));
  const face = makeFace?.({ options, engine, still, change, map }) ?? null;
  function change(changes: Partial<PlayerChanges>): void {
    refuseOptions(changes, CHANGES, { code: "player", name: "player.update" });
    const next = { ...given, ...changes, store: given.store };
    const resolved = resolve(next);
    // A width taken over from the reader's window is kept until another is asked for, or steps of another length.
    const keeps = !("width" in changes || "step" in changes || "mode" in changes);
    given = next;
    if (Object.keys(changes).some((name) => name !== "map")) {
      engine.options = keeps ? { ...resolved, width: engine.options.width } : resolved;
      engine.refresh();
    }
    face?.update(true);
    if (face !== null && changes.theme !== undefined) setTheme(face.element, changes.theme);
  }
  const unwatch = watchStill(() => {
    if (still()) engine.pause();
    face?.update(false);
  });
  let destroyed = false;
  return {
    element: face?.element ?? null,
    on: engine.emitter.on,
    get state() {
      return stateOf(engine);
    },
    update: change,
    play: () => !destroyed && !still() && engine.play(),
    pause: () => engine.pause(),
    step: (frames = 1) => engine.stepBy(frames),
    seek(ms) {
      if (typeof ms !== "number" || Number.isNaN(ms)) throw wrong("instant", ms, "UTC milliseconds, as of Date.UTC()");
      return engine.seek(ms);
    },
    seekFrame: (index) => engine.show(index),
    clear: () => engine.clear(),
    destroy() {
      if (destroyed) return;
      destroyed = true;
      unwatch();
      engine.destroy();
      face?.destroy();
      scheduler.destroy();
    },
  };
}

function stateOf({ options, playing, frame, frames }: PlayerEngine): PlayerState {
  const { mode, step, width, fps, loop } = options;
  return { mode, step, width, fps, loop, playing, frame, unit: frames?.step ?? null, frames: frames?.count ?? 0 };
}

const CHANGES: OptionForm<PlayerChanges> = {
  theme: LOOK_FORM.theme,
  mode: PLAYER_MODES,
  step: ["auto", ...PLAYER_STEPS],
  width: [Number],
  fps: [Number],
  loop: [true, false],
  span: [Object, null],
  source: [String],
  map: [Object, Function, null],
};
const FORM: OptionForm<PlayerOptions> = { ...LOOK_FORM, ...CHANGES, store: "any", reducedMotion: [true, false] };

/** @throws WhenWhereError `player/store-missing`, `player/option-unknown`. */
export function refusePlayer(options: PlayerOptions): void {
  refuseView(options, FORM, { code: "player", name: "player" });
}

function resolve(options: PlayerOptions): ResolvedPlayerOptions {
  refusePlayer(options);
  const { store, mode = "window", step = "auto", loop = false, span = null, source = SOURCE } = options;
  const { fps = FPS.usual, width = mode === "trail" ? TRAIL_STEPS : 1 } = options;
  if (!(fps >= FPS.least && fps <= FPS.most)) throw wrong("fps", fps, `a number from ${FPS.least} to ${FPS.most}`);
  if (!(width >= 1)) throw wrong("width", width, "a number of steps, 1 or more");
  return { store, mode, step, width, fps, loop, span, source };
}

function wrong(name: string, value: unknown, expected: string): WhenWhereError {
  return new WhenWhereError(
    "player/option",
    `The player's ${name} is ${JSON.stringify(value) ?? "undefined"}.`,
    `Use ${expected}.`,
  );
}
