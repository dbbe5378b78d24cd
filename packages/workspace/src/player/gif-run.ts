import { inTurns, type Steps } from "@whenwhere/model";
import { readTheme, type Theme } from "@whenwhere/view";
import type { GifColor } from "gifenc";
import { paintedFrames, RUN_FORM, type RunOptions, refuseRun } from "./record-run.ts";

/** How a run becomes a GIF. */
export interface GifOptions extends RunOptions {
  /** Begins anew at its end, for ever. Default true. */
  readonly loop?: boolean;
  /** Told before the first frame is encoded. A GIF of many large frames is many megabytes: `signal` ends it here. */
  readonly onStart?: (plan: GifPlan) => void;
}

/** What a GIF is going to be. */
export interface GifPlan {
  readonly frames: number;
  /** Pixels of the picture. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** How long each frame stands: whole hundredths of a second, as the format has them, and no less than two. */
  readonly delayMs: number;
}

const COLORS = 256;
/** Frames whose colours are looked at, spread over the run. */
const SAMPLED_FRAMES = 6;
const SAMPLED_PX = 120_000;
/** Colours that are counted together before the palette is made, whose time grows with the square of their number. */
const FORMAT = { format: "rgb444" } as const;
/** What stays as it was in the frame before: first of the palette, so that it is never the nearest of another. */
const SAME = 0;
/** Viewers slow down what is faster. */
const SHORTEST_MS = 20;
const ROWS_A_TURN = 64;

/**
 * The run as a GIF: every frame exact, in one palette of 256 colours, in which those of the theme are kept as they are, so that a
 * category has the same colour in every frame. The encoder is loaded at the first call. The run goes through twice: some frames for
 * their colours first.
 * @throws WhenWhereError `player/empty-run` where no record states a date.
 */
export async function recordGif(options: GifOptions): Promise<Blob> {
  refuseRun<GifOptions>(options, { ...RUN_FORM, loop: [true, false], onStart: "any" }, "recordGif");
  const { GIFEncoder, quantize, nearestColorIndex } = await import("gifenc");
  const canvas = document.createElement("canvas");
  const quiet = { ...options, scale: options.scale ?? 1 };
  const delayMs = Math.max(SHORTEST_MS, Math.round(100 / options.player.state.fps) * 10);
  const samples = await sampled(quiet, canvas);
  const kept = themeColors(readTheme(options.picture.element));
  const palette = await turnsOf(
    paletteSteps(kept, (most) => quantize(samples, most, FORMAT)),
    options.signal,
  );
  const colors = palette.slice(1);
  const indexer = createIndexer(palette, (color) => nearestColorIndex(colors, color) + 1);
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  for await (const frame of paintedFrames(quiet, canvas)) {
    const { width, height } = canvas;
    if (before === null) {
      const frames = 1 + Math.min(frame.count - 1, options.to ?? frame.count - 1) - frame.index;
      options.onStart?.({ frames, widthPx: width, heightPx: height, delayMs });
    }
    options.signal?.throwIfAborted();
    const last = before;
    const frameSteps = function* (): Steps<Uint8Array> {
      const now = yield* indexer(pixelsOf(canvas), width);
      const changes = last === null ? now : changesOf(last, now);
      yield;
      const first = { palette, delay: delayMs, repeat: options.loop === false ? -1 : 0, dispose: 1 };
      const next = { delay: delayMs, transparent: true, transparentIndex: SAME, dispose: 1 };
      gif.writeFrame(changes, width, height, last === null ? first : next);
      return now;
    };
    before = await turnsOf(frameSteps(), options.signal);
  }
  gif.finish();
  return new Blob([gif.bytes()], { type: "image/gif" });
}

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  const paper = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  return paper.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Pixels of some frames of the run, from its first to its last. */
async function sampled(options: RunOptions, canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const last = Math.min(options.player.state.frames - 1, options.to ?? Infinity);
  const first = Math.min(last, Math.max(0, options.from ?? 0));
  const count = Math.max(1, Math.min(SAMPLED_FRAMES, last - first + 1));
  const { onProgress: _told, ...plain } = options;
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const index = Math.round(first + ((last - first) * i) / Math.max(1, count - 1));
    for await (const frame of paintedFrames({ ...plain, from: index, to: index }, canvas)) {
      const pixels = pixelsOf(canvas);
      const step = 4 * Math.max(1, Math.ceil((pixels.length / 4 / SAMPLED_PX) * count));
      // Another beginning in every frame, so that no column of a picture is left out in all of them.
      for (let at = 4 * (frame.index % 7); at < pixels.length; at += step) found.push(...pixels.subarray(at, at + 4));
    }
  }
  return Uint8Array.from(found);
}

/** The colours that must stay, then those that the pictures have beside them; the first place stands for "as before". */
function* paletteSteps(
  kept: readonly GifColor[],
  more: (most: number) => readonly GifColor[],
): Steps<readonly GifColor[]> {
  // A turn of its own: the last picture was drawn in this one.
  yield;
  return [[0, 0, 0], ...kept, ...more(COLORS - 1 - kept.length)];
}

/** Opaque colours of a theme, each once. */
function themeColors(theme: Theme): readonly GifColor[] {
  const paper = document.createElement("canvas").getContext("2d");
  const found = new Map<string, GifColor>();
  for (const color of Object.values(theme)) {
    if (paper === null || found.size >= COLORS / 2) break;
    paper.fillStyle = "#000000";
    paper.fillStyle = color;
    const hex = /^#([0-9a-f]{6})$/.exec(String(paper.fillStyle))?.[1];
    if (hex === undefined) continue;
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    found.set(hex, [red as number, green as number, blue as number]);
  }
  return [...found.values()];
}

/** Places in the palette by pixel. A colour is looked up once a run: then it is the same place in all its frames. */
function createIndexer(palette: readonly GifColor[], nearest: (color: GifColor) => number) {
  const known = new Map<number, number>(palette.slice(1).map(([r, g, b], i) => [(r << 16) | (g << 8) | b, i + 1]));
  const placeOf = (key: number) => {
    const place = known.get(key) ?? nearest([key >> 16, (key >> 8) & 255, key & 255]);
    known.set(key, place);
    return place;
  };
  return function* (pixels: Uint8ClampedArray, width: number): Steps<Uint8Array> {
    const places = new Uint8Array(pixels.length / 4);
    let [last, place] = [-1, 0];
    for (let i = 0; i < places.length; i++) {
      const at = 4 * i;
      const key = ((pixels[at] as number) << 16) | ((pixels[at + 1] as number) << 8) | (pixels[at + 2] as number);
      if (key !== last) place = placeOf(key);
      last = key;
      places[i] = place;
      if (i % (width * ROWS_A_TURN) === 0) yield;
    }
    return places;
  };
}

/** What did not change is left as it was: a map mostly stays, and the file is a fraction of its size. */
function changesOf(before: Uint8Array, now: Uint8Array): Uint8Array {
  return now.map((place, i) => (place === before[i] ? SAME : place));
}

/** Long work in turns, as a promise. */
function turnsOf<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      stop();
      reject(signal?.reason);
    };
    const stop = inTurns(steps, (made) => {
      signal?.removeEventListener("abort", abort);
      resolve(made);
    });
    signal?.addEventListener("abort", abort, { once: true });
  });
}
