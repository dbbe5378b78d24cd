import { incidentMap } from "@whenwhere/map";
import { createStore } from "@whenwhere/store";
import { type GifPlan, player, recordGif, recordRun, runFrames } from "@whenwhere/workspace";
import { afterEach, expect, it } from "vitest";

const RECORDS = Array.from({ length: 4 }, (_, month) => ({
  id: `m${month}`,
  title: `Month ${month}`,
  category: "attack",
  when: { edtf: `2022-0${month + 1}-15` },
  where: { name: `Place ${month}`, lon: 30 + month * 8, lat: 10, precision: "exact" as const },
}));

let undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.reverse()) one();
  undo = [];
});

async function make() {
  const host = document.createElement("main");
  host.style.cssText = "width:320px;height:240px";
  document.body.append(host);
  const store = createStore(RECORDS);
  const map = incidentMap(host, { store, locale: "en", projection: "flat", detail: "110m", header: "none", tools: [] });
  const run = player(null, { store, step: "month", fps: 20 });
  undo.push(
    () => host.remove(),
    () => map.destroy(),
    () => run.destroy(),
  );
  await new Promise<void>((resolve) => void map.on("ready", () => resolve()));
  return { store, map, run };
}

async function pictures(made: Awaited<ReturnType<typeof make>>): Promise<string[]> {
  const texts: string[] = [];
  for await (const { png } of runFrames({ player: made.run, picture: made.map, scale: 1 })) {
    const bytes = new Uint8Array(await png.arrayBuffer());
    texts.push(
      Array.from(await crypto.subtle.digest("SHA-1", bytes).then((sum) => new Uint8Array(sum)), String).join(),
    );
  }
  return texts;
}

it("takes every frame of a run, each another picture, and the same ones again", async () => {
  const made = await make();
  made.run.seekFrame(2);
  const first = await pictures(made);
  expect(new Set(first).size).toBe(4);
  expect(await pictures(made)).toEqual(first);
  expect(made.run.state.frame?.index).toBe(2);
});

it("says the window above the picture, shows how far it is, and ends when it is told to", async () => {
  const { run, map, store } = await make();
  const told: number[] = [];
  const said: string[] = [];
  const ending = new AbortController();
  const taking = async () => {
    const caption = ({ index }: { index: number }) => {
      said.push(String(index));
      return `Frame ${index}`;
    };
    const onProgress = (taken: number) => {
      told.push(taken);
      if (taken === 2) ending.abort(new Error("enough"));
    };
    for await (const _ of runFrames({
      player: run,
      picture: map,
      scale: 1,
      caption,
      onProgress,
      signal: ending.signal,
    }));
  };
  await expect(taking()).rejects.toThrow("enough");
  expect([told, said]).toEqual([
    [1, 2],
    ["0", "1"],
  ]);
  expect(store.count().shown).toBe(4);
});

it("records a film that plays", async () => {
  const { run, map } = await make();
  const film = await recordRun({ player: run, picture: map, scale: 1 });
  expect(film.type).toBe("video/webm");
  const video = document.createElement("video");
  video.muted = true;
  video.src = URL.createObjectURL(film);
  await new Promise((resolve, reject) => {
    video.addEventListener("loadeddata", resolve);
    video.addEventListener("error", () => reject(video.error));
  });
  const box = map.element.querySelector(".ww-map-stage")?.getBoundingClientRect();
  // A line above the picture, and even sides.
  expect(video.videoWidth).toBe(box?.width);
  expect(video.videoHeight).toBe(2 * Math.ceil(((box?.height ?? 0) + 30) / 2));
  URL.revokeObjectURL(video.src);
});

/** Canvases whose pictures come only after they were asked for so many times: they are handed over by a second one. */
function lateCanvases(times: number): void {
  const { captureStream } = HTMLCanvasElement.prototype;
  undo.push(() => Object.assign(HTMLCanvasElement.prototype, { captureStream }));
  HTMLCanvasElement.prototype.captureStream = function () {
    const second = Object.assign(document.createElement("canvas"), { width: this.width, height: this.height });
    const stream = captureStream.call(second, 0);
    const track = stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack;
    const hand = track.requestFrame.bind(track);
    track.requestFrame = () => {
      if (times-- > 0) return;
      second.getContext("2d")?.drawImage(this, 0, 0);
      hand();
    };
    return stream;
  };
}

it("records a film that plays though the browser is late with every picture of the run", async () => {
  lateCanvases(8);
  const { run, map } = await make();
  const film = await recordRun({ player: run, picture: map, scale: 1 });
  const video = document.createElement("video");
  video.src = URL.createObjectURL(film);
  await new Promise((resolve, reject) => {
    video.addEventListener("loadeddata", resolve);
    video.addEventListener("error", () => reject(video.error));
  });
  expect(video.videoWidth).toBeGreaterThan(0);
  URL.revokeObjectURL(video.src);
});

it("says so when the browser records no picture, and puts the window back", async () => {
  lateCanvases(Infinity);
  const { run, map, store } = await make();
  const asked = recordRun({ player: run, picture: map, scale: 1 });
  await expect(asked).rejects.toMatchObject({ code: "player/no-picture", message: /no picture within 3 s/ });
  expect(run.state.frame).toBeNull();
  expect(store.count().shown).toBe(4);
});

/** Pixels of a picture, as a canvas reads them. */
function pixels(image: ImageBitmap | VideoFrame, widthPx: number, heightPx: number): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const paper = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  paper.drawImage(image, 0, 0);
  return paper.getImageData(0, 0, widthPx, heightPx).data;
}

it("makes a GIF of every frame, each for its time, in which every frame is the picture that the map gives", async () => {
  const made = await make();
  const plans: GifPlan[] = [];
  const gif = await recordGif({ player: made.run, picture: made.map, scale: 1, onStart: (plan) => plans.push(plan) });
  const decoder = new ImageDecoder({ data: await gif.arrayBuffer(), type: gif.type });
  await decoder.tracks.ready;
  await decoder.completed;
  expect(decoder.tracks.selectedTrack?.frameCount).toBe(4);
  expect(decoder.tracks.selectedTrack?.repetitionCount).toBe(Infinity);
  let frameIndex = 0;
  for await (const { png } of runFrames({ player: made.run, picture: made.map, scale: 1 })) {
    const wanted = await createImageBitmap(png);
    const { image } = await decoder.decode({ frameIndex: frameIndex++ });
    expect(image.duration).toBe(50_000);
    expect([image.displayWidth, image.displayHeight]).toEqual([wanted.width, wanted.height]);
    expect(plans).toEqual([{ frames: 4, widthPx: wanted.width, heightPx: wanted.height, delayMs: 50 }]);
    const [was, is] = [wanted, image].map((one) => pixels(one, wanted.width, wanted.height)) as [
      Uint8ClampedArray,
      Uint8ClampedArray,
    ];
    const exact = was.reduce((sum, value, i) => sum + Number(value === is[i]), 0) / was.length;
    const far = was.reduce((most, value, i) => Math.max(most, Math.abs(value - (is[i] as number))), 0);
    // Colours of the theme are kept as they are; only soft edges are rounded, of which a picture this small has many.
    expect(exact).toBeGreaterThan(0.9);
    expect(far).toBeLessThan(64);
    image.close();
  }
  decoder.close();
});

it("ends a GIF where it is told to, and begins it at the frame that is asked for", async () => {
  const { run, map } = await make();
  const ending = new AbortController();
  const onStart = ({ frames }: GifPlan) => ending.abort(new Error(`of ${frames}`));
  await expect(
    recordGif({ player: run, picture: map, from: 1, to: 3, signal: ending.signal, onStart }),
  ).rejects.toThrow("of 3");
  const short = await recordGif({ player: run, picture: map, from: 2, to: 2, loop: false });
  const decoder = new ImageDecoder({ data: await short.arrayBuffer(), type: short.type });
  await decoder.tracks.ready;
  expect(decoder.tracks.selectedTrack?.frameCount).toBe(1);
  decoder.close();
});

it("refuses a run without a frame", async () => {
  const { map } = await make();
  const empty = player(null, { store: createStore([]) });
  await expect(recordRun({ player: empty, picture: map })).rejects.toMatchObject({ code: "player/empty-run" });
  empty.destroy();
});
