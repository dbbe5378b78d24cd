import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { recordGif } from "../player/gif-run.ts";
import type { PlayerMode } from "../player/player-frames.ts";
import { playerHandle } from "../player/player-handle.ts";
import type { ResolvedPlayerOptions } from "../player/player-options.ts";
import { framePx, type RunOptions, type RunPicture, recordRun } from "../player/record-run.ts";
import type { PlayerStep } from "../player/step-edges.ts";

/** What is taken of a run, and as what. */
export interface RunChoice {
  readonly file: "gif" | "webm";
  readonly mode: PlayerMode;
  readonly step: PlayerStep | "auto";
  /** Frames a second. */
  readonly fps: number;
}

/** A picture of the page whose run can be a file. */
export interface RunStage extends RunPicture {
  /** CSS pixels of its picture; 0 while it is out of sight. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a file of a run is going to be. */
export interface RunPlan {
  /** 0 where no record states a date. */
  readonly frames: number;
  /** The step that `auto` has chosen, or that a run so long has to have. */
  readonly unit: PlayerStep | null;
  readonly lastsMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What a run is taken from. */
export interface RunInput {
  readonly store: Store;
  readonly words: Words;
  readonly stage: RunStage;
  /** The player whose run it is: its span, and its width where steps and mode are its own. Default: what the brush holds. */
  readonly of?: ResolvedPlayerOptions;
}

/** Of the timeline's brush: what the reader has chosen there is what is played. */
const SOURCE = "timeline";
/** A GIF has no finer pixels to spare; a film is cheap. */
const SCALES = { gif: 1, webm: 2 } as const;

/** A run over what its player plays, over what the brush holds, or over all dates. */
function runOf({ store, words, of }: Omit<RunInput, "stage">, { mode, step, fps }: RunChoice) {
  if (of !== undefined) {
    const width = of.mode === mode && of.step === step ? { width: of.width } : {};
    return playerHandle({ store, words, mode, step, fps, span: of.span, source: of.source, ...width });
  }
  const brush = store.state.clauses[SOURCE];
  const isBounded = brush?.kind === "window" && Number.isFinite(brush.endMs - brush.startMs);
  const span = isBounded ? { startMs: brush.startMs, endMs: brush.endMs } : null;
  return playerHandle({ store, words, mode, step, fps, span });
}

/** Looks what the file would be. Changes nothing. */
export function planRun(input: RunInput, choice: RunChoice): RunPlan {
  const run = runOf(input, choice);
  const { frames, unit } = run.state;
  run.destroy();
  const { widthPx, heightPx } = input.stage;
  return { frames, unit, lastsMs: (frames * 1000) / choice.fps, ...framePx(widthPx, heightPx, SCALES[choice.file]) };
}

/**
 * The run as a file. All views of the store show it while it is taken; at the end, however that comes, the reader's brush stands as it
 * did. Rejects with the reason of `signal`, and as {@link recordGif} and {@link recordRun} do.
 */
export async function runFile(
  input: RunInput,
  choice: RunChoice,
  { onProgress, signal }: Pick<RunOptions, "onProgress" | "signal">,
): Promise<Blob> {
  const { store, words, stage } = input;
  const source = input.of?.source ?? SOURCE;
  const before = store.state.clauses[source];
  const run = runOf(input, choice);
  const options: RunOptions = {
    ...{ player: run, picture: stage, words, scale: SCALES[choice.file] },
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return await (choice.file === "gif" ? recordGif(options) : recordRun(options));
  } finally {
    run.destroy();
    // A run leaves no window behind.
    if (before !== undefined) store.set(before);
  }
}
