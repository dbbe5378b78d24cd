import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import {
  canvasToPng,
  createFrameScheduler,
  createWords,
  FONT_FAMILY,
  type FrameScheduler,
  readTheme,
  type Theme,
  WORDS,
  type Words,
} from "@whenwhere/view";
import type { PlayerFrame } from "./player-frames.ts";
import type { PlayerHandle } from "./player-handle.ts";
import { spanWords } from "./player-words.ts";

/** What can give a picture of itself: the handle of a map or of a timeline. */
export interface RunPicture {
  readonly element: HTMLElement;
  toPNG(options?: { readonly scale?: number }): Promise<Blob>;
}

/** How a run is taken. */
export interface RunOptions {
  /** Whose frames are taken, and whose store the picture shows. It is put back where it stood. */
  readonly player: PlayerHandle;
  readonly picture: RunPicture;
  /** Device pixels to a CSS pixel. Default 2. */
  readonly scale?: number;
  /** First and last frame, counted from 0. Default: the whole run. */
  readonly from?: number;
  readonly to?: number;
  /** The line above the picture, or null for none. Default: the window in the words of `words`. */
  readonly caption?: ((frame: PlayerFrame) => string) | null;
  /** Default English. */
  readonly words?: Words;
  readonly onProgress?: (taken: number, all: number) => void;
  /** Ends the run early; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** One frame of a run with its picture. */
export interface RunFrame {
  readonly frame: PlayerFrame;
  readonly png: Blob;
}

/** How a run is taken, by name. */
export const RUN_FORM: OptionForm<RunOptions> = {
  player: "any",
  picture: "any",
  scale: [Number],
  from: "any",
  to: "any",
  caption: [Function, null],
  words: [WORDS],
  onProgress: [Function],
  signal: [Object],
};

/** @throws WhenWhereError `player/option-unknown`, and `player/option` without a player or a picture. */
export function refuseRun<Options extends RunOptions>(options: Options, form: OptionForm<Options>, name: string): void {
  refuseOptions(options, form, { code: "player", name });
  const { player, picture } = options;
  if (typeof player?.seekFrame === "function" && typeof picture?.toPNG === "function") return;
  throw new WhenWhereError(
    "player/option",
    `${name} needs a player and a picture.`,
    "Pass { player, picture }; the picture is the handle of a map or of a timeline.",
  );
}

const CAPTION_PX = 30;
const LATEST_MS = 500;
const FIRST_PICTURE_MS = 3000;
const ASK_AGAIN_MS = 20;
const VIDEO_TYPES = ["video/webm;codecs=vp9", "video/webm;codecs=vp8", "video/webm"];

/**
 * The frames of a run as PNG pictures, one after the other. Frame by frame the window is put in force and the picture is drawn
 * from it, whatever the machine's speed: the same records give the same pictures.
 * @throws WhenWhereError `player/empty-run` where no record states a date.
 */
export async function* runFrames(options: RunOptions): AsyncGenerator<RunFrame, void, undefined> {
  refuseRun(options, RUN_FORM, "runFrames");
  const canvas = document.createElement("canvas");
  for await (const frame of paintedFrames(options, canvas)) yield { frame, png: await canvasToPng(canvas) };
}

/**
 * The run as a WebM film, recorded by the browser itself at the player's frames a second: it takes as long as it plays and is
 * drawn, and the page has to stay in sight. For frames that are exact to the millisecond take {@link runFrames} to an encoder of your own.
 * @throws WhenWhereError `player/empty-run`; `player/no-video` where the browser records no WebM; `player/no-picture`
 * where it hands no picture over, as of a page out of sight.
 */
export async function recordRun(options: RunOptions): Promise<Blob> {
  refuseRun(options, RUN_FORM, "recordRun");
  const type = globalThis.MediaRecorder && VIDEO_TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  if (type === undefined) {
    throw new WhenWhereError(
      "player/no-video",
      "This browser records no WebM.",
      "Take the PNG frames of runFrames() to an encoder, or use a browser that has MediaRecorder.",
    );
  }
  const holdMs = 1000 / options.player.state.fps;
  const canvas = document.createElement("canvas");
  let film: Film | null = null;
  try {
    for await (const _ of paintedFrames(options, canvas)) {
      film ??= await startFilm(canvas, type);
      film.take();
      await new Promise((resolve) => setTimeout(resolve, holdMs));
      film.rest();
    }
    // The last frame ends with the film: taken once more, it has its time too.
    film?.take();
    return (await film?.end()) as Blob;
  } catch (error) {
    await film?.end();
    throw error;
  }
}

interface Film {
  take(): void;
  /** No time passes in the film until the next picture is taken, however long it is drawn. */
  rest(): void;
  end(): Promise<Blob>;
}

/**
 * Starts with the picture that the canvas shows, once the recorder has it: a busy browser hands it over late, and a film
 * that holds none cannot be opened.
 */
async function startFilm(canvas: HTMLCanvasElement, mimeType: string): Promise<Film> {
  const stream = canvas.captureStream(0);
  const [track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 8_000_000 });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  recorder.start();
  const film: Film = {
    take() {
      if (recorder.state === "paused") recorder.resume();
      track?.requestFrame();
    },
    rest: () => recorder.pause(),
    end: () =>
      new Promise((resolve) => {
        recorder.addEventListener("stop", () => {
          for (const one of stream.getTracks()) one.stop();
          resolve(new Blob(parts, { type: "video/webm" }));
        });
        recorder.stop();
      }),
  };
  const latest = performance.now() + FIRST_PICTURE_MS;
  while (parts.every(({ size }) => size === 0)) {
    if (performance.now() > latest) {
      await film.end();
      throw new WhenWhereError(
        "player/no-picture",
        `The browser recorded no picture within ${FIRST_PICTURE_MS / 1000} s.`,
        "Keep the page in sight while it records, or take the PNG frames of runFrames() to an encoder.",
      );
    }
    drawnAgain(canvas);
    film.take();
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    recorder.requestData();
  }
  return film;
}

/** Without a stroke since the last one a canvas has no new picture to hand over. */
function drawnAgain(canvas: HTMLCanvasElement): void {
  canvas.getContext("2d")?.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
}

/** Puts every frame onto the canvas in turn, and the window back at the end, however that comes. */
export async function* paintedFrames(
  options: RunOptions,
  canvas: HTMLCanvasElement,
): AsyncGenerator<PlayerFrame, void, undefined> {
  const { player, picture, scale = 2, signal, words = createWords("en") } = options;
  const { frames, frame: before } = player.state;
  if (frames === 0) {
    throw new WhenWhereError(
      "player/empty-run",
      "No record states a date, so there is no frame.",
      "Give the records dates.",
    );
  }
  player.pause();
  const [from, to] = [Math.max(0, options.from ?? 0), Math.min(frames - 1, options.to ?? frames - 1)];
  const span = spanWords(words, player.state.unit ?? "day");
  const caption =
    options.caption === undefined ? ({ startMs, endMs }: PlayerFrame) => span(startMs, endMs) : options.caption;
  const theme = readTheme(picture.element);
  const scheduler = createFrameScheduler();
  try {
    for (let index = from; index <= to; index++) {
      signal?.throwIfAborted();
      const frame = player.seekFrame(index) as PlayerFrame;
      await settled(scheduler);
      const image = await createImageBitmap(await picture.toPNG({ scale }));
      paintFrame(canvas, image, { text: caption?.(frame) ?? null, scale, theme, dir: words.dir });
      image.close();
      options.onProgress?.(index - from + 1, to - from + 1);
      yield frame;
    }
  } finally {
    scheduler.destroy();
    if (before === null) player.clear();
    else player.seekFrame(before.index);
  }
}

/**
 * Labels keep off the controls of a view, and these change with what it shows: two frames later they stand, and the picture
 * depends on the frame alone. A page out of sight has no frames, so time runs out as well.
 */
function settled(scheduler: FrameScheduler): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LATEST_MS);
    scheduler.request(() =>
      scheduler.request(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}

interface Caption {
  readonly text: string | null;
  readonly scale: number;
  readonly theme: Theme;
  readonly dir: "ltr" | "rtl";
}

function paintFrame(canvas: HTMLCanvasElement, image: ImageBitmap, { text, scale, theme, dir }: Caption): void {
  const top = text === null ? 0 : Math.round(CAPTION_PX * scale);
  const [width, height] = [even(image.width), even(image.height + top)];
  // Setting a size clears and may end a recording: only when it is another one.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  if (paper === null) return;
  paper.fillStyle = theme["page"] ?? "#fff";
  paper.fillRect(0, 0, width, height);
  paper.drawImage(image, 0, top);
  if (text === null) return;
  paper.fillStyle = theme["ink"] ?? "#000";
  paper.font = `650 ${14 * scale}px ${FONT_FAMILY}`;
  paper.direction = dir;
  paper.textAlign = "start";
  paper.textBaseline = "middle";
  paper.fillText(text, dir === "rtl" ? width - 12 * scale : 12 * scale, top / 2, width - 24 * scale);
}

/** Pixels of a frame: the picture of so many CSS pixels, and the line above it. */
export function framePx(
  widthPx: number,
  heightPx: number,
  scale: number,
): { readonly widthPx: number; readonly heightPx: number } {
  const px = (css: number) => Math.round(css * scale);
  return { widthPx: even(px(widthPx)), heightPx: even(px(heightPx) + px(CAPTION_PX)) };
}

/** Films have even sides. */
const even = (px: number): number => px + (px % 2);
