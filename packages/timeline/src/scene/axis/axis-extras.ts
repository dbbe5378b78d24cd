import { latinRun, offsetWords, zoneName } from "@whenwhere/view/pure";
import { cutToFit } from "../labels/label-text.ts";
import { CHROME_PX, level, upright, words } from "../paint/paint-mark.ts";
import type { SceneInput } from "../scene-input.ts";
import type { AxisChange, AxisLine, Primitive, TimelineScene } from "../types.ts";
import type { AxisTicks } from "./axis.ts";
import type { TimeScale } from "./time-scale.ts";

/** Height of the line of a second calendar. */
export const LINE_PX = 19;
/** Both lines of the first calendar. */
const FIRST_PX = 38;
const LABEL_PX = 11.5;
const SUB_DAY: ReadonlySet<string> = new Set(["second", "minute", "hour"]);

/** What an axis says beside its ticks. */
export interface AxisExtras {
  /** "times in Africa/Maputo, UTC+2"; empty where nothing finer than a day of the wall calendar is shown. */
  readonly zone: string;
  /** The same in the room of a caption: "UTC+2". */
  readonly offset: string;
  readonly changes: readonly AxisChange[];
  readonly lines: readonly AxisLine[];
}

/** Works out zone, clock changes and the lines of second calendars. Changes are told where hours or less are shown. */
export function axisExtras(scale: TimeScale, ticks: AxisTicks, input: SceneInput): AxisExtras {
  const { time } = scale.calendar;
  if (input.dated === false) return { zone: "", offset: "", changes: [], lines: [] };
  const subDay = SUB_DAY.has(ticks.step.unit);
  const changes = subDay
    ? time
        .changes(scale.view)
        .map(({ ms, byMs }): AxisChange => ({ ms, byMs, xPx: scale.x(ms), text: changeWords(byMs, input) }))
    : [];
  const lines = (input.calendars ?? []).map(
    (calendar): AxisLine => ({
      calendar: calendar.name,
      caption: calendar.caption,
      ticks: calendar.ticks(scale, input.metrics),
    }),
  );
  if (time.isUtc && !subDay) return { zone: "", offset: "", changes, lines };
  const tools = { formatLocale: input.words.locale, dir: input.words.dir };
  const [first, last] = [time.offsetMsAt(scale.view.startMs), time.offsetMsAt(scale.view.endMs)];
  const offsets = [...new Set([first, last])].map((offsetMs) => offsetWords(offsetMs, tools));
  const offset = new Intl.ListFormat(input.words.locale, { type: "conjunction" }).format(offsets);
  if (time.isUtc) return { zone: input.words.t("timeline.zone.utc"), offset, changes, lines };
  const zone = input.words.t("timeline.zone", { zone: latinRun(zoneName(time.zone), input.words.dir), offset });
  const told = changes.map(({ text }) => ` (${text})`).join("");
  return { zone: zone + told, offset, changes, lines };
}

/** "clocks go forward 1 h". */
function changeWords(byMs: number, { words: say }: SceneInput): string {
  const minutes = Math.round(Math.abs(byMs) / 60_000);
  const [unit, value] = minutes % 60 === 0 ? (["hour", minutes / 60] as const) : (["minute", minutes] as const);
  const length = new Intl.NumberFormat(say.locale, { style: "unit", unit, unitDisplay: "short" }).format(value);
  return say.t(byMs > 0 ? "timeline.clock.forward" : "timeline.clock.back", { length });
}

/** The signs of clock changes: a notch in the axis, and the words behind the day's heading where they fit. */
export function paintChanges(
  scene: Pick<TimelineScene, "axis" | "plot">,
  tools: { readonly input: SceneInput; readonly ticks: AxisTicks },
): Primitive[] {
  const { input, ticks } = tools;
  const y = Math.round(scene.axis.yPx) + 0.5;
  const endPx = scene.plot.xPx + scene.plot.widthPx + 9;
  const out: Primitive[] = [];
  for (const change of scene.axis.changes) {
    out.push(notch(change, y), upright(change.xPx, [0, y], "ink3", 1, [1, 3]));
    const after = [...ticks.major].reverse().find((tick) => tick.ms <= change.ms);
    const headingPx = after === undefined ? 0 : headingEnd(after, { ...tools, plotPx: scene.plot.xPx });
    const atPx = Math.max(change.xPx + 7, headingPx + 10);
    const nextPx = ticks.major.find((tick) => tick.ms > change.ms)?.xPx ?? endPx;
    if (atPx + input.metrics.width(change.text, LABEL_PX) > Math.min(nextPx - 4, endPx)) continue;
    out.push(words(change.text, atPx, y + 30, { fill: "ink2", rtl: input.words.dir === "rtl" }));
  }
  return out;
}

function headingEnd(
  tick: AxisTicks["major"][number],
  tools: { readonly input: SceneInput; readonly plotPx: number },
): number {
  return tick.xPx + (tick.xPx > tools.plotPx ? 6 : 0) + tools.input.metrics.width(tick.label, LABEL_PX, 600);
}

/** Two triangles that point where the clocks go: forward along the axis, or back. */
function notch(change: AxisChange, y: number): Primitive {
  const tip = change.byMs > 0 ? 5 : -5;
  const x = change.xPx;
  return {
    t: "path",
    points: [
      [x, y - 4],
      [x + tip, y],
      [x, y + 4],
    ],
    stroke: "ink",
    width: 1,
    dash: [],
    closed: true,
    fill: "ink",
  };
}

/** The lines of second calendars, under the first. */
export function paintLines(
  scene: Pick<TimelineScene, "axis" | "plot" | "headers" | "widthPx">,
  input: SceneInput,
): Primitive[] {
  const rtl = input.words.dir === "rtl";
  const endPx = scene.plot.xPx + scene.plot.widthPx;
  // Years have no second line of their own.
  const firstPx = scene.axis.ticks.some(({ level }) => level === "major") ? FIRST_PX : FIRST_PX - 16;
  return scene.axis.lines.flatMap((one, i) => {
    const y = Math.round(scene.axis.yPx) + firstPx + i * LINE_PX + 0.5;
    const startPx = scene.headers === "side" ? 0 : scene.plot.xPx - 14;
    const out: Primitive[] = [level(y, [startPx, scene.widthPx], "grid")];
    for (const tick of one.ticks) {
      out.push(upright(tick.xPx, [y, y + 4], "ink2"));
      const widthPx = input.metrics.width(tick.label, LABEL_PX, tick.level === "major" ? 600 : 400);
      if (tick.label === "" || tick.xPx + 4 + widthPx > endPx + 12) continue;
      const look = tick.level === "major" ? { weight: 600 } : { fill: "ink2" };
      out.push(words(tick.label, tick.xPx + 4, y + 14, { ...look, rtl }));
    }
    if (scene.headers !== "side") return out;
    const caption = cutToFit(one.caption, scene.plot.xPx - CHROME_PX - 12, {
      metrics: input.metrics,
      locale: input.words.locale,
      weight: 400,
    });
    if (caption !== null) out.push(words(caption, CHROME_PX, y + 14, { size: 11, fill: "ink3", rtl }));
    return out;
  });
}
