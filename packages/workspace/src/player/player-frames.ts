import type { Clause } from "@whenwhere/store";
import { boundedStep, fittingStep, meanStepMs, type PlayerStep, stepEdges } from "./step-edges.ts";

/**
 * What a player shows: `window` what lies in a span that moves, `cumulative` everything from the beginning, `trail` a moving
 * span whose older records are paler on the map.
 */
export type PlayerMode = "window" | "cumulative" | "trail";

/** All modes, the default first. */
export const PLAYER_MODES: readonly PlayerMode[] = ["window", "cumulative", "trail"];

/** One picture of a run: its place among `count`, and the half-open window that it shows. */
export interface PlayerFrame {
  readonly index: number;
  readonly count: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** What the frames of a run are made of. */
export interface PlayerRun {
  readonly mode: PlayerMode;
  readonly step: PlayerStep | "auto";
  /** Steps that a window or a trail is wide. */
  readonly width: number;
  /** The whole run. */
  readonly startMs: number;
  readonly endMs: number;
  /** Where `cumulative` begins, if that is before the run: what lies before the first frame is in every frame. */
  readonly fromMs?: number;
}

/**
 * The frames of a run: pure, so that a run of the same records is the same on every machine and at every speed.
 * Laws: frame i ends one step after frame i - 1; the last one reaches the end of the run; every instant of the run is
 * inside some frame.
 */
export interface PlayerFrames {
  readonly count: number;
  readonly step: PlayerStep;
  /** Where the first step begins. */
  readonly startMs: number;
  /** The frame of an index, which is brought into range. */
  at(index: number): PlayerFrame;
  /** The frame whose newest step holds an instant: the first or the last where the run does not reach it. */
  holding(ms: number): PlayerFrame;
}

/** Lays out the frames. Cost: a step of the calendar a frame, once. */
export function playerFrames(run: PlayerRun): PlayerFrames {
  const { mode, startMs, endMs } = run;
  const step = boundedStep(startMs, endMs, run.step === "auto" ? fittingStep(startMs, endMs) : run.step);
  const edges = stepEdges(startMs, endMs, step);
  const count = edges.length - 1;
  const width = mode === "cumulative" ? count : Math.max(1, Math.min(count, Math.round(run.width)));
  const at = (wanted: number): PlayerFrame => {
    const index = Math.max(0, Math.min(count - 1, Math.round(wanted)));
    const newest = edges[Math.max(0, index + 1 - width)] as number;
    const from = mode === "cumulative" ? Math.min(newest, run.fromMs ?? newest) : newest;
    return { index, count, startMs: from, endMs: edges[index + 1] as number };
  };
  const holding = (ms: number): PlayerFrame => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle + 1] as number) > ms) high = middle;
      else low = middle + 1;
    }
    return at(low);
  };
  return { count, step, startMs: edges[0] as number, at, holding };
}

/** A frame as the clause that makes every view of the store follow it. */
export function frameClause(frame: PlayerFrame, source: string, mode: PlayerMode): Extract<Clause, { kind: "window" }> {
  const { startMs, endMs } = frame;
  return { source, kind: "window", startMs, endMs, ...(mode === "trail" ? { fade: true } : {}) };
}

/** How wide a window is that the reader has drawn, in steps. */
export function widthOf({ startMs, endMs }: { startMs: number; endMs: number }, step: PlayerStep): number {
  return Math.max(1, Math.round((endMs - startMs) / meanStepMs(step)));
}
