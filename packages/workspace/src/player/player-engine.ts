import type { Store } from "@whenwhere/store";
import { initialView } from "@whenwhere/timeline";
import { createEmitter, type Emitter, type FrameScheduler } from "@whenwhere/view";
import { frameClause, type PlayerFrame, type PlayerFrames, playerFrames, widthOf } from "./player-frames.ts";
import type { PlayerEvents, ResolvedPlayerOptions } from "./player-options.ts";

/** The run of a player without its controls: frames, the one that stands, and the time between them. */
export interface PlayerEngine {
  options: ResolvedPlayerOptions;
  readonly frames: PlayerFrames | null;
  /** The frame in force; null while the window is none of this run's. */
  readonly frame: PlayerFrame | null;
  /** A window of the reader's own, none of the run's, and the step of the run that holds its end; else null. */
  readonly drawn: { readonly startMs: number; readonly endMs: number; readonly index: number } | null;
  readonly playing: boolean;
  readonly emitter: Emitter<PlayerEvents>;
  /** Begins where the run stands, or anew at its end. False where nothing can be played. */
  play(): boolean;
  pause(): void;
  stepBy(steps: number): void;
  show(index: number): PlayerFrame | null;
  seek(ms: number): PlayerFrame | null;
  /** All dates again. */
  clear(): void;
  /** Options or records are others now. */
  refresh(): void;
  destroy(): void;
}

/** No frame is left out: a slow machine shows the same run, only longer. */
const SLACK_MS = 4;

/** What the parts of a run share and change. */
interface Run {
  options: ResolvedPlayerOptions;
  frames: PlayerFrames | null;
  /** Null while the window of the store is none of this run's. */
  index: number | null;
  playing: boolean;
  /** When the frame in force was put there; null before the first tick. */
  shownAtMs: number | null;
  /** The window is being set by the run itself. */
  own: boolean;
  readonly scheduler: FrameScheduler;
  readonly emitter: Emitter<PlayerEvents>;
  readonly tick: (timeMs: number) => void;
}

/** Makes the run over a store. Frames come from the scheduler of the view, so that they fall together with drawing. */
export function createPlayerEngine(options: ResolvedPlayerOptions, scheduler: FrameScheduler): PlayerEngine {
  const emitter = createEmitter<PlayerEvents>("player", { frame: "any", play: "any", pause: "any", end: "any" });
  const run: Run = {
    ...{ options, scheduler, emitter, frames: null, index: null, playing: false, shownAtMs: null, own: false },
    tick: (timeMs) => tick(run, timeMs),
  };
  const undo = listenToStore(run);
  lay(run);
  return {
    get options() {
      return run.options;
    },
    set options(next) {
      run.options = next;
    },
    get frames() {
      return run.frames;
    },
    get frame() {
      return frameOf(run);
    },
    get drawn() {
      return drawnOf(run);
    },
    get playing() {
      return run.playing;
    },
    emitter,
    play: () => play(run),
    pause: () => pause(run),
    stepBy: (steps) => stepBy(run, steps),
    show: (index) => show(run, index),
    seek: (ms) => (run.frames === null ? null : show(run, run.frames.holding(ms).index)),
    clear() {
      pause(run);
      options.store.clear(run.options.source);
    },
    refresh() {
      const held = frameOf(run);
      lay(run);
      if (held !== null && run.frames !== null) show(run, run.frames.holding(held.endMs - 1).index);
    },
    destroy() {
      run.playing = false;
      undo();
      emitter.clear();
    },
  };
}

function frameOf({ frames, index }: Run): PlayerFrame | null {
  return frames === null || index === null ? null : frames.at(index);
}

/** Lays the frames out anew, and looks which of them is in force. */
function lay(run: Run): void {
  run.frames = framesOf(run.options);
  run.index = run.frames === null ? null : indexOfWindow(run.options, run.frames);
}

function show(run: Run, wanted: number): PlayerFrame | null {
  const { frames, options, emitter } = run;
  if (frames === null) return null;
  const frame = frames.at(wanted);
  run.index = frame.index;
  run.own = true;
  options.store.set(frameClause(frame, options.source, options.mode));
  run.own = false;
  emitter.emit("frame", frame);
  return frame;
}

function play(run: Run): boolean {
  if (run.playing) return true;
  if (run.frames === null) return false;
  takeWidth(run);
  if (run.index === null || run.index >= run.frames.count - 1) show(run, drawnOf(run)?.index ?? 0);
  run.playing = true;
  run.shownAtMs = null;
  run.emitter.emit("play", frameOf(run));
  run.scheduler.request(run.tick);
  return true;
}

function pause(run: Run): void {
  if (!run.playing) return;
  run.playing = false;
  run.emitter.emit("pause", frameOf(run));
}

function stepBy(run: Run, steps: number): void {
  pause(run);
  if (run.frames === null) return;
  takeWidth(run);
  const from = run.index ?? drawnOf(run)?.index;
  show(run, from === undefined ? (steps > 0 ? 0 : run.frames.count - 1) : from + steps);
}

function tick(run: Run, timeMs: number): void {
  const { frames, index, options } = run;
  if (!run.playing || frames === null) return;
  run.shownAtMs ??= timeMs;
  if (timeMs - run.shownAtMs >= 1000 / options.fps - SLACK_MS) {
    run.shownAtMs = timeMs;
    const atEnd = index !== null && index >= frames.count - 1;
    if (atEnd && !options.loop) {
      pause(run);
      run.emitter.emit("end", frameOf(run));
      return;
    }
    show(run, atEnd ? 0 : (index ?? -1) + 1);
  }
  run.scheduler.request(run.tick);
}

/** Somebody else's window ends the playing: the reader's hand goes before the run. Returns its undo. */
function listenToStore(run: Run): () => void {
  const { store } = run.options;
  const undo = [
    store.on("filter", () => {
      if (run.own || run.frames === null) return;
      const now = indexOfWindow(run.options, run.frames);
      if (now === run.index) return;
      run.index = now;
      pause(run);
      run.emitter.emit("frame", frameOf(run));
    }),
    store.on("data", () => {
      lay(run);
      run.emitter.emit("frame", frameOf(run));
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}

/** A window that the reader has drawn moves on as wide as it is, from where it stands. */
function takeWidth(run: Run): void {
  const drawn = windowOf(run.options);
  if (run.index !== null || drawn === null || run.frames === null || run.options.mode === "cumulative") return;
  run.options = { ...run.options, width: widthOf(drawn, run.frames.step) };
  lay(run);
}

function drawnOf({ index, frames, options }: Run): PlayerEngine["drawn"] {
  const drawn = windowOf(options);
  if (index !== null || frames === null || drawn === null) return null;
  return { startMs: drawn.startMs, endMs: drawn.endMs, index: frames.holding(drawn.endMs - 1).index };
}

function framesOf({ store, span, mode, step, width }: ResolvedPlayerOptions): PlayerFrames | null {
  const extent = store.extentMs;
  if (extent === null) return null;
  const { startMs, endMs } = span ?? usualSpan(store, extent);
  return endMs > startMs ? playerFrames({ mode, step, width, startMs, endMs, fromMs: extent[0] }) : null;
}

/** Where most records are, as the timeline shows them first: one date of long ago would make a run of empty frames. */
function usualSpan(store: Store, [firstMs, lastMs]: readonly [number, number]): { startMs: number; endMs: number } {
  const view = initialView(store);
  const startMs = Math.max(firstMs, view.startMs);
  return { startMs, endMs: Math.max(startMs + 1, Math.min(lastMs, view.endMs)) };
}

function windowOf({ store, source }: ResolvedPlayerOptions): { startMs: number; endMs: number } | null {
  const clause = store.state.clauses[source];
  return clause?.kind === "window" ? clause : null;
}

/** The frame whose window is the one in force; null where that is none of the run's. */
function indexOfWindow(options: ResolvedPlayerOptions, frames: PlayerFrames): number | null {
  const now = windowOf(options);
  if (now === null) return null;
  const frame = frames.holding(now.endMs - 1);
  return frame.startMs === now.startMs && frame.endMs === now.endMs ? frame.index : null;
}
