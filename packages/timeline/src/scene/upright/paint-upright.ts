import type { AxisTicks } from "../axis/axis.ts";
import type { TimeScale } from "../axis/time-scale.ts";
import { paintBeyond } from "../bands/beyond.ts";
import { cutToFit, LABEL_SIZE_PX } from "../labels/label-text.ts";
import type { UndatedStrip } from "../marks/undated.ts";
import { triangle } from "../paint/paint-heads.ts";
import { paintColumns } from "../paint/paint-lane.ts";
import { paintLinks } from "../paint/paint-links.ts";
import { level, paintMark, rect, upright, words } from "../paint/paint-mark.ts";
import { paintNoteGround, paintNoteWords } from "../paint/paint-notes.ts";
import { paintLabels, paintReader } from "../paint/paint-scene.ts";
import { turnBox, turnItems } from "../paint/turn.ts";
import type { SceneInput } from "../scene-input.ts";
import type { Box, LaneBox, LaneHead, Layer, Primitive, TimelineScene, TimeMark } from "../types.ts";
import { dividerPx, LANES_PX } from "./upright-heads.ts";

type Unpainted = Omit<TimelineScene, "layers">;

/** What a scene with time running downward is painted with. */
export interface Paper {
  readonly input: SceneInput;
  readonly ticks: AxisTicks;
  readonly undated: UndatedStrip | null;
  readonly scale: TimeScale;
  readonly strip: readonly Primitive[];
  /** As they were laid out along the lines. */
  readonly marks: readonly TimeMark[];
  readonly lanes: readonly LaneBox[];
}

/** Column of the axis, and of each further calendar before it. */
export const AXIS_PX = 70;
export const CALENDAR_PX = 58;
const EDGE_PX = 7;
const LINE_HIGH = { width: () => 13 };
const LINE_PX = 13;

/** Turns a laid-out scene into strokes, back to front. */
export function paintUpright(scene: Unpainted, paper: Paper): TimelineScene {
  const { plot, heightPx, widthPx } = scene;
  const below: Box = { xPx: 0, yPx: plot.yPx, widthPx, heightPx: heightPx - plot.yPx };
  const marks = [...turnItems(paper.marks.flatMap(paintMark)), ...(paper.undated?.marks.flatMap(paintMark) ?? [])];
  const lanes = paper.lanes.flatMap((lane) => paintLane(lane, paper.input));
  const said = [...lanes, ...marks].filter(({ t }) => t === "text");
  const layers: Layer[] = [
    { name: "ground", clip: plot, items: paintNotes(scene) },
    { name: "ground", clip: null, items: paintGround(scene, paper) },
    { name: "marks", clip: plot, items: [...lanes.filter(({ t }) => t !== "text"), ...paintLinks(scene)] },
    { name: "marks", clip: below, items: marks.filter(({ t }) => t !== "text") },
    { name: "front", clip: plot, items: paintBrushed(scene, paper) },
    { name: "front", clip: null, items: paintReader(scene, paper) },
    {
      name: "labels",
      clip: below,
      items: [...said, ...paintNoteWords(scene.notes), ...paintSpeakers(scene), ...paintLabels(scene, paper)],
    },
    { name: "axis", clip: null, items: paintAxis(scene, paper) },
    { name: "overview", clip: null, items: paper.strip },
  ];
  if (paper.input.drawHeaders === true) layers.push({ name: "headers", clip: null, items: paintHeaders(scene, paper) });
  return { ...scene, layers };
}

function paintSpeakers({ marks }: Unpainted): Primitive[] {
  return marks.flatMap(({ speakers = [] }) =>
    speakers.map(({ text, xPx, yPx, heightPx, rtl }) =>
      words(text, xPx, yPx + heightPx - 3, { fill: "ink2", halo: "page", rtl }),
    ),
  );
}

function paintNotes({ notes }: Unpainted): Primitive[] {
  const flow = notes.map((note) => ({ ...turnBox(note), labelBox: null }));
  return turnItems(paintNoteGround(flow));
}

/** A folded lane stands on its start and grows along the lines of text; of its highest column only the number has room. */
function paintLane(lane: LaneBox, input: SceneInput): Primitive[] {
  if (!lane.band && lane.columns.length === 0) return [];
  const { words: say } = input;
  const t: typeof say.t = (key, values) =>
    key === "timeline.column" ? say.number(Number(values?.["n"])) : say.t(key, values);
  const items = paintColumns(lane, { ...input, metrics: LINE_HIGH, words: { ...say, t } }, 0);
  const endPx = lane.yPx + lane.heightPx - 3;
  return turnItems(items, lane).map((item) =>
    item.t === "text"
      ? { ...item, x: Math.min(item.x, endPx - input.metrics.width(item.text, item.size, item.weight)) }
      : item,
  );
}

function paintGround(scene: Unpainted, { ticks }: Paper): Primitive[] {
  const { plot, heads, histogram } = scene;
  const endPx = plot.xPx + plot.widthPx;
  const bottomPx = plot.yPx + plot.heightPx;
  const across = (yPx: number, fromPx: number, stroke: string): Primitive => level(yPx, [fromPx, endPx], stroke);
  const down = (xPx: number, fromPx: number, stroke: string): Primitive => upright(xPx, [fromPx, bottomPx], stroke);
  const own = heads.filter(({ code }) => code >= 0);
  return [
    ...ticks.minor.map(({ xPx }) => across(xPx, plot.xPx, "grid")),
    ...ticks.major.filter(({ xPx }) => xPx > plot.yPx + 11).map(({ xPx }) => across(xPx, 14, "border")),
    ...own.slice(1).map((head, i) => down(Math.round(head.xPx) + 0.5, dividerPx(own[i] as LaneHead, head), "grid")),
    ...(histogram === null ? [] : [down(Math.round(histogram.xPx + histogram.widthPx + 3) + 0.5, 0, "border")]),
    ...heads.filter(({ code }) => code < 0).map(underline),
    across(plot.yPx - 0.5, 0, "border"),
  ];
}

/** Over which lanes a group stands. */
function underline({ xPx, yPx, widthPx, heightPx }: LaneHead): Primitive {
  const y = yPx + heightPx - 0.5;
  return level(y, [xPx + 4, xPx + widthPx - 4], "border");
}

/** Before and after the window of the brush the plot recedes; its bounds are drawn. */
function paintBrushed({ plot }: Unpainted, { input, scale }: Paper): Primitive[] {
  if (input.brush === null) return [];
  const [low, high] = [plot.yPx, plot.yPx + plot.heightPx];
  const [a, b] = [input.brush.startMs, input.brush.endMs].map((ms) => Math.min(Math.max(scale.x(ms), low), high)) as [
    number,
    number,
  ];
  const bound = (yPx: number): Primitive => level(yPx, [plot.xPx, plot.xPx + plot.widthPx], "ink", 1.5);
  return [
    ...(a > scale.startPx + 0.5 ? [rect([plot.xPx, low, plot.widthPx, a - low], "page", 0.6), bound(a)] : []),
    ...(b < scale.endPx - 0.5 ? [rect([plot.xPx, b, plot.widthPx, high - b], "page", 0.6), bound(b)] : []),
  ];
}

/** Ticks with their words at the lanes, headings before them, a word a line. */
function paintAxis(scene: Unpainted, { input, ticks, scale }: Paper): Primitive[] {
  const { plot } = scene;
  const rtl = input.words.dir === "rtl";
  const bottomPx = plot.yPx + plot.heightPx;
  const x = Math.round(plot.xPx) + 0.5;
  const headingX = plot.xPx - AXIS_PX + EDGE_PX;
  const out: Primitive[] = [upright(x, [plot.yPx, bottomPx], "rule"), ...paintCalendars(scene, input)];
  const headings = ticks.major.flatMap((tick) =>
    tick.label.split(/\s+/).map((text, i) => ({ text, yPx: Math.max(tick.xPx, plot.yPx) + 14 + i * LINE_PX })),
  );
  for (const { text, yPx } of headings) if (yPx <= bottomPx) out.push(words(text, headingX, yPx, { weight: 600, rtl }));
  for (const { label, xPx } of ticks.minor) {
    out.push(level(xPx, [x - 5, x], "ink2"));
    const yPx = xPx < scale.startPx + 4 ? xPx + 12 : xPx + 4;
    const startPx = x - 8 - input.metrics.width(label, LABEL_SIZE_PX);
    const meets = headings.some(
      (one) =>
        Math.abs(one.yPx - yPx) < LINE_PX && headingX + 4 + input.metrics.width(one.text, LABEL_SIZE_PX, 600) > startPx,
    );
    if (meets || yPx > bottomPx) continue;
    // The line of a greater unit runs through the word of the smaller one that begins with it.
    const halo = ticks.major.some((tick) => Math.abs(tick.xPx - xPx) < 6) ? "page" : null;
    out.push(words(label, x - 8, yPx, { fill: "ink2", anchor: "right", rtl, halo }));
  }
  return out;
}

/** A column for each further calendar, and the changes of the clocks. */
function paintCalendars({ axis, plot }: Unpainted, input: SceneInput): Primitive[] {
  const rtl = input.words.dir === "rtl";
  const out = axis.changes.map(({ xPx }) => level(xPx, [plot.xPx, plot.xPx + plot.widthPx], "ink3", 1, [1, 3]));
  axis.lines.forEach(({ ticks }, i) => {
    for (const { label, xPx, level } of ticks) {
      const look = level === "major" ? { weight: 600, rtl } : { fill: "ink2", rtl };
      label.split(/\s+/).forEach((text, row) => {
        const yPx = Math.max(xPx + 4, plot.yPx + 12) + row * LINE_PX;
        if (yPx <= plot.yPx + plot.heightPx) out.push(words(text, EDGE_PX + i * CALENDAR_PX, yPx, look));
      });
    }
  });
  return out;
}

function paintHeaders(scene: Unpainted, { input, undated }: Paper): Primitive[] {
  const out: Primitive[] = scene.beyond === null ? [] : paintBeyond(scene.beyond, input);
  out.push(...scene.heads.flatMap((head) => paintHead(head, input)));
  const { histogram } = scene;
  const yPx = scene.plot.yPx - LANES_PX;
  if (histogram !== null) out.push(...paintHead({ ...histogram, yPx, style: null, open: null }, input));
  if (undated === null) return out;
  const look = { size: 12, fill: "ink2", rtl: input.words.dir === "rtl" };
  return [...out, words(undated.headerText, undated.headerXPx, undated.box.yPx + 15, look)];
}

type Named = Pick<LaneHead, "xPx" | "yPx" | "widthPx" | "name" | "shown" | "style" | "open">;

/** The name, cut to its column, and below it the mark of a category and the number; those of an open group stand behind its name. */
function paintHead(head: Named, input: SceneInput): Primitive[] {
  const rtl = input.words.dir === "rtl";
  const isGroup = head.open === true;
  const foldPx = head.open === null ? 0 : 13;
  const x = head.xPx + 4;
  const count = input.words.number(head.shown);
  const weight = isGroup ? 600 : 400;
  const markPx = head.style === null ? 0 : 17;
  // The cut measures letters of labels, which are a little smaller.
  const roomPx = ((head.widthPx - 6 - foldPx - (isGroup ? markPx : 0)) * LABEL_SIZE_PX) / 12;
  const name = cutToFit(head.name, roomPx, { metrics: input.metrics, locale: input.words.locale, weight }) ?? "…";
  const nameX = x + foldPx + (isGroup ? markPx : 0);
  const nameY = head.yPx + (isGroup ? 16 : 14);
  const out: Primitive[] = [words(name, nameX, nameY, { size: 12, weight, rtl })];
  if (head.open !== null) out.push(triangle(x + 4, nameY - 4, head.open));
  const markX = x + (isGroup ? foldPx : 0);
  const countX = isGroup ? nameX + input.metrics.width(name, 12, weight) + 6 : x + markPx;
  const countY = isGroup ? nameY : head.yPx + 31;
  if (head.style !== null) {
    const { token, shape } = head.style;
    const look = { fill: token, alpha: 1, stroke: `${token}-line`, width: 1.3, dash: [] };
    out.push({ t: "mark", x: markX + 7, y: countY - 4, r: 4.8, shape, ...look });
  }
  // Where an open group is too narrow for both, its name says more; its lanes have their numbers.
  if (isGroup && countX + input.metrics.width(count, 11) > head.xPx + head.widthPx) return out;
  return [...out, words(count, countX, countY, { size: 11, fill: "ink2", rtl })];
}
