import { parseEdtf } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import {
  drawScene,
  laneTable,
  overviewBins,
  readNotes,
  type SvgAbout,
  sceneToSVG,
  type TimelineHandle,
  type TimelineScene,
  timeline,
  timelineScene,
} from "@whenwhere/timeline";
import {
  arabic,
  canvasTextMetrics,
  createWords,
  DARK,
  FONT_FAMILY,
  LIGHT,
  type Theme,
  timelineTexts,
} from "@whenwhere/view";
import { afterEach, expect, test } from "vitest";
import { record } from "./fixtures.ts";
import { GOLDEN_CASES } from "./golden-cases.ts";

const SCALE = 2;

interface Look {
  readonly theme?: Theme;
  readonly locale?: string;
  readonly font?: string;
  readonly title?: string;
}

function sceneOf(name: string, { locale = "en", font = FONT_FAMILY, title = "Strike on the market hall" }: Look) {
  const one = GOLDEN_CASES.find((golden) => golden.name === name);
  if (one === undefined) throw new Error(`There is no golden case ${name}.`);
  const { startMs, endMs } = parseEdtf(one.view ?? "2021-12-20/2022-02-19");
  const store = createStore([record("a", one.when, { title, ...one.more })]);
  return timelineScene({
    store,
    lanes: laneTable(store, "category", "Not given"),
    view: { startMs, endMs },
    widthPx: 720,
    heightPx: 200,
    metrics: canvasTextMetrics(font),
    words: createWords(locale, [arabic, timelineTexts]).inZone("UTC"),
    overview: overviewBins(store, 50),
    brush: null,
    notes: readNotes({ eras: [{ when: "2022-01-05~/2022-01-25", label: "Rains" }] }),
    drawHeaders: true,
  });
}

function context2d(widthPx: number, heightPx: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(widthPx * SCALE);
  canvas.height = Math.round(heightPx * SCALE);
  return canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
}

type Pixels = Uint8ClampedArray;

/** As the view paints it, on its own ground. */
function onCanvas(scene: TimelineScene, theme: Theme, font: string): Pixels {
  const { widthPx, heightPx } = scene;
  const drawn = context2d(widthPx, heightPx);
  drawScene(drawn, scene, { theme, scale: SCALE, font, path: (data) => new Path2D(data) });
  const paper = context2d(widthPx, heightPx);
  paper.fillStyle = theme["page"] as string;
  paper.fillRect(0, 0, drawn.canvas.width, drawn.canvas.height);
  paper.drawImage(drawn.canvas, 0, 0);
  return paper.getImageData(0, 0, drawn.canvas.width, drawn.canvas.height).data;
}

/** As an image: without the page's styles, fonts and scripts. */
async function asImage(svg: string, { widthPx, heightPx }: TimelineScene): Promise<Pixels> {
  const image = new Image(widthPx, heightPx);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const paper = context2d(widthPx, heightPx);
  paper.drawImage(image, 0, 0, paper.canvas.width, paper.canvas.height);
  return paper.getImageData(0, 0, paper.canvas.width, paper.canvas.height).data;
}

/** Shares of the pixels that look alike: of all, and of those that are not ground in both. */
function alike(a: Pixels, b: Pixels): { readonly all: number; readonly ink: number } {
  const farFrom = (one: Pixels, i: number, other: Pixels, j: number): number =>
    Math.max(...[0, 1, 2].map((k) => Math.abs((one[i + k] as number) - (other[j + k] as number))));
  let [same, ink, sameInk] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 4) {
    const isSame = farFrom(a, i, b, i) <= 32;
    // The first pixel is ground.
    const isInk = farFrom(a, i, a, 0) > 24 || farFrom(b, i, b, 0) > 24;
    if (isSame) same++;
    if (isInk) ink++;
    if (isInk && isSame) sameInk++;
  }
  expect(a.length).toBe(b.length);
  expect(ink).toBeGreaterThan(1000);
  return { all: (4 * same) / a.length, ink: sameInk / ink };
}

async function parity(name: string, look: Look = {}, about: Partial<SvgAbout> = {}) {
  const { theme = LIGHT, locale = "en", font = FONT_FAMILY } = look;
  const scene = sceneOf(name, look);
  const svg = sceneToSVG(scene, theme, { title: name, description: "", locale, font, ...about });
  return alike(onCanvas(scene, theme, font), await asImage(svg, scene));
}

const NAMES = [
  "day",
  "month",
  "throughout-approximate",
  "open-end",
  "unknown-end",
  "ongoing",
  "series-at-least",
  "set",
];
const CASES = [
  ...NAMES.filter((name) => GOLDEN_CASES.some((one) => one.name === name)),
  ...GOLDEN_CASES.filter(({ outline = "solid", readings = 1 }) => outline !== "solid" || readings > 1).map(
    (one) => one.name,
  ),
];

test.each([...new Set(CASES)])("an SVG alone in an image looks as the canvas does: %s", async (name) => {
  const { all, ink } = await parity(name);
  expect(all).toBeGreaterThanOrEqual(0.99);
  expect(ink).toBeGreaterThanOrEqual(0.96);
});

test.each([
  ["dark", { theme: DARK }],
  ["from right to left", { locale: "ar", title: "قصف السوق القديم (3 قتلى)" }],
  ["with a title that runs the other way", { title: "قصف السوق القديم (3 قتلى)" }],
  ["with spaces", { title: "  Two  spaces, <b>&amp;" }],
  ["with other scripts", { title: "ไทย हिन्दी 中文 עברית" }],
] as const)("an SVG alone in an image looks as the canvas does: %s", async (_, look) => {
  for (const name of ["month", "open-end"]) {
    const { all, ink } = await parity(name, look);
    expect(all).toBeGreaterThanOrEqual(0.99);
    expect(ink).toBeGreaterThanOrEqual(0.96);
  }
});

const FONT = '"Own Letters", sans-serif';
let face: FontFace | null = null;
const handles: TimelineHandle[] = [];
afterEach(() => {
  for (const handle of handles.splice(0)) handle.destroy();
  if (face !== null) document.fonts.delete(face);
  face = null;
  document.body.replaceChildren();
});

/** Any font that is not of the system: the one of the gallery's tool. */
const fontUrl = new URL("../../node_modules/storybook/assets/browser/nunito-sans-regular.woff2", import.meta.url).href;

async function ownFont(): Promise<ArrayBuffer> {
  const data = await (await fetch(fontUrl)).arrayBuffer();
  face = new FontFace("Own Letters", data.slice(0));
  document.fonts.add(await face.load());
  return data;
}

test("an SVG that carries the font of its page looks as the canvas does, in an image too", async () => {
  const data = await ownFont();
  const fonts = [{ family: "Own Letters", data }];
  const own = await parity("month", { font: FONT }, { fonts });
  expect(own.all).toBeGreaterThanOrEqual(0.99);
  expect(own.ink).toBeGreaterThanOrEqual(0.96);
  const without = await parity("month", { font: FONT });
  expect(without.ink).toBeLessThan(own.ink - 0.1);
});

test("a timeline draws in the letters of the page, and its SVG names them", async () => {
  const data = await ownFont();
  const target = document.createElement("main");
  target.style.cssText = `width: 700px; --ww-font: ${FONT}`;
  document.body.append(target);
  const view = timeline(target, {
    store: createStore([record("a", { edtf: "2022-01" }, { title: "Strike on a hall" })]),
  });
  handles.push(view);
  const label = view.scene.marks[0]?.label;
  expect(label?.widthPx).toBeCloseTo(canvasTextMetrics(FONT).width(label?.text ?? "", 11.5, 400), 5);
  expect(label?.widthPx).not.toBeCloseTo(canvasTextMetrics().width(label?.text ?? "", 11.5, 400), 1);
  expect(view.toSVG()).toContain('font-family="&quot;Own Letters&quot;, sans-serif"');
  expect(view.toSVG()).not.toContain("<style>");
  const carrying = view.toSVG({ fonts: [{ family: "Own Letters", data }] });
  expect(carrying.match(/@font-face/g)).toHaveLength(1);
  const bitmap = await createImageBitmap(await view.toPNG({ scale: 1, fonts: [{ family: "Own Letters", data }] }));
  expect(bitmap.width).toBe(view.scene.widthPx);
});
