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

/** Makes the run over a store. Frames come from the scheduler of the view, so that they fall together with drawing. */
export function createPlayerEngine(options: ResolvedPlayerOptions, scheduler: FrameScheduler): PlayerEngine {
  const emitter = createEmitter<PlayerEvents>();
  const { store } = options;
  let frames: PlayerFrames | null = null;
  let index: number | null = null;
  let playing = false;
  let shownAtMs: number | null = null;
  let own = false;

  const lay = (): void => {
    frames = framesOf(engine.options);
    index = frames === null ? null : indexOfWindow(engine.options, frames);
  };
  const show = (wanted: number): PlayerFrame | null => {
    if (frames === null) return null;
    const frame = frames.at(wanted);
    index = frame.index;
    own = true;
    store.set(frameClause(frame, engine.options.source, engine.options.mode));
    own = false;
    emitter.emit("frame", frame);
    return frame;
  };
  const pause = (): void => {
    if (!playing) return;
    playing = false;
    emitter.emit("pause", engine.frame);
  };
  const tick = (timeMs: number): void => {
    if (!playing || frames === null) return;
    shownAtMs ??= timeMs;
    if (timeMs - shownAtMs >= 1000 / engine.options.fps - SLACK_MS) {
      shownAtMs = timeMs;
      const atEnd = index !== null && index >= frames.count - 1;
      if (atEnd && !engine.options.loop) {
        pause();
        emitter.emit("end", engine.frame);
        return;
      }
      show(atEnd ? 0 : (index ?? -1) + 1);
    }
    scheduler.request(tick);
  };
  const undo = [
    store.on("filter", () => {
      if (own || frames === null) return;
      const now = indexOfWindow(engine.options, frames);
      if (now === index) return;
      // Somebody else has moved the window: the reader's hand goes before the run.
      index = now;
      pause();
      emitter.emit("frame", engine.frame);
    }),
    store.on("data", () => {
      lay();
      emitter.emit("frame", engine.frame);
    }),
  ];
  const engine: PlayerEngine = {
    options,
    get frames() {
      return frames;
    },
    get frame() {
      return frames === null || index === null ? null : frames.at(index);
    },
    get playing() {
      return playing;
    },
    emitter,
    play() {
      if (playing) return true;
      if (frames === null) return false;
      takeWidth();
      if (index === null || index >= frames.count - 1) show(startIndex());
      playing = true;
      shownAtMs = null;
      emitter.emit("play", engine.frame);
      scheduler.request(tick);
      return true;
    },
    pause,
    stepBy(steps) {
      pause();
      if (frames === null) return;
      show(index === null ? (steps > 0 ? 0 : frames.count - 1) : index + steps);
    },
    show,
    seek: (ms) => (frames === null ? null : show(frames.holding(ms).index)),
    clear() {
      pause();
      store.clear(engine.options.source);
    },
    refresh() {
      const held = engine.frame;
      lay();
      if (held !== null && frames !== null) show(frames.holding(held.endMs - 1).index);
    },
    destroy() {
      playing = false;
      for (const one of undo) one();
      emitter.clear();
    },
  };
  /** A window that the reader has drawn moves on as wide as it is, from where it stands. */
  function takeWidth(): void {
    const drawn = windowOf(engine.options);
    if (index !== null || drawn === null || frames === null || engine.options.mode === "cumulative") return;
    engine.options = { ...engine.options, width: widthOf(drawn, frames.step) };
    lay();
  }
  function startIndex(): number {
    const drawn = index === null ? windowOf(engine.options) : null;
    return drawn === null || frames === null ? 0 : frames.holding(drawn.endMs - 1).index;
  }
  lay();
  return engine;
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
