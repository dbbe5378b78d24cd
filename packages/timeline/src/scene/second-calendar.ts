import { DAY_MS, WhenWhereError } from "@whenwhere/model";
import type { TextMetrics } from "@whenwhere/view/pure";
import { stepAtLeast } from "./calendar.ts";
import { type CalendarDays, calendarDays } from "./calendar-days.ts";
import type { TimeScale } from "./time-scale.ts";
import type { AxisTick } from "./types.ts";

/** A second line of ticks, at the years, months or days of another calendar. */
export interface SecondCalendar {
  /** Name in Unicode, such as `persian`. */
  readonly name: string;
  /** Its name in the language of the axis: "Persian Calendar". */
  readonly caption: string;
  /**
   * Ticks of a view, the finest unit whose words fit. A `major` one begins a greater unit, or says where the view begins. Empty
   * far from our time, where the platform's tables end. Days run from midnight, also where the calendar lets them begin at sunset.
   */
  ticks(scale: TimeScale, metrics: TextMetrics): readonly AxisTick[];
}

const LABEL_PX = 11.5;
const GAP_PX = 9;
/** The fourth millennium before our era to the year 9800: beyond, the tables of most calendars are guesses. */
const FIRST_MS = -1.5e14;
const LAST_MS = 2.47e14;

/**
 * The calendar of this name in a locale, through Intl. Keep it between frames: it remembers the days it was asked about.
 *
 * @throws WhenWhereError `timeline/calendar` when the platform knows no such calendar; the message names those it knows.
 */
export function secondCalendar(name: string, locale: string): SecondCalendar {
  const known = Intl.supportedValuesOf("calendar");
  if (!known.includes(name)) {
    throw new WhenWhereError(
      "timeline/calendar",
      `${JSON.stringify(name)} is no calendar that this platform knows.`,
      `Write one of ${known.join(", ")}.`,
    );
  }
  const language = locale === "en" ? "en-GB" : locale;
  const days = calendarDays(name);
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const write = (fields: Intl.DateTimeFormatOptions, day: number): string => {
    const key = Object.keys(fields).join();
    const formatter =
      formatters.get(key) ?? new Intl.DateTimeFormat(language, { calendar: name, timeZone: "UTC", ...fields });
    formatters.set(key, formatter);
    return formatter.format(day * DAY_MS);
  };
  return {
    name,
    caption: new Intl.DisplayNames(language, { type: "calendar" }).of(name) ?? name,
    ticks(scale, metrics) {
      const { startMs, endMs } = scale.view;
      if (startMs < FIRST_MS || endMs > LAST_MS) return [];
      for (const step of stepsFor(scale)) {
        const ticks = labelled(starts(days, scale, step), { days, scale, step, write, metrics });
        if (ticks !== null) return ticks;
      }
      return [];
    },
  };
}

/** `count` is 1 but for years. */
interface Step {
  readonly unit: "day" | "month" | "year";
  readonly count: number;
}

function stepsFor(scale: TimeScale): Step[] {
  const dayPx = DAY_MS * scale.pxPerMs;
  const steps: Step[] = [];
  if (dayPx >= 16) steps.push({ unit: "day", count: 1 });
  if (dayPx * 29 >= 18) steps.push({ unit: "month", count: 1 });
  for (let leastPx = 30; steps.length < 8; leastPx *= 1.7) {
    const { unit, count } = stepAtLeast(leastPx / scale.pxPerMs);
    steps.push({ unit: "year", count: unit === "year" ? count : 1 });
  }
  return steps;
}

/** First days of the units that begin in the view, and that of the unit in which it begins. */
function starts(days: CalendarDays, scale: TimeScale, { unit, count }: Step): number[] {
  const { wallMs } = scale.calendar.time;
  const from = Math.floor(wallMs(scale.view.startMs) / DAY_MS);
  const to = Math.floor(wallMs(scale.view.endMs) / DAY_MS);
  let day = unit === "day" ? from : unit === "month" ? days.monthStart(from) : days.yearStart(from, count);
  const out: number[] = [];
  while (day <= to && out.length < 400) {
    out.push(day);
    const next = unit === "day" ? day + 1 : unit === "month" ? days.nextMonth(day) : days.nextYear(day, count);
    if (!(next > day)) break;
    day = next;
  }
  return out;
}

interface Line {
  readonly days: CalendarDays;
  readonly scale: TimeScale;
  readonly step: Step;
  readonly metrics: TextMetrics;
  write(fields: Intl.DateTimeFormatOptions, day: number): string;
}

/** Null when the words of two neighbours touch. */
function labelled(starting: readonly number[], line: Line): AxisTick[] | null {
  const { scale, metrics } = line;
  const placed = starting.map((day) => {
    const ms = scale.calendar.time.instantMs(day * DAY_MS);
    return { day, ms, xPx: scale.x(ms) };
  });
  const out: AxisTick[] = [];
  let freePx = Number.NEGATIVE_INFINITY;
  for (const [i, { day, ms, xPx }] of placed.entries()) {
    const pinned = xPx < scale.startPx;
    const { text, greater } = words(day, { ...line, first: out.length === 0 });
    const atPx = pinned ? scale.startPx : xPx;
    const endPx = atPx + 4 + metrics.width(text, LABEL_PX, greater ? 600 : 400);
    const nextPx = placed[i + 1]?.xPx ?? Number.POSITIVE_INFINITY;
    // What is pinned to the edge gives way to the boundary that comes right after it.
    if (pinned && endPx + GAP_PX > nextPx) continue;
    if (atPx < freePx - GAP_PX / 2) {
      if (!greater) return null;
      continue;
    }
    out.push({ ms, xPx: atPx, label: text, level: greater || pinned ? "major" : "minor" });
    // The first words are longer than the rest: what they cover keeps its tick, without words.
    freePx = out.length === 1 ? Math.min(endPx + GAP_PX, nextPx) : endPx + GAP_PX;
    if (out.length === 1 && endPx + GAP_PX > nextPx) return placed.length > 2 && line.step.unit !== "year" ? null : out;
  }
  return out;
}

function words(day: number, at: Line & { readonly first: boolean }): { text: string; greater: boolean } {
  const { days, step, first, write } = at;
  if (step.unit === "year") return { text: write({ year: "numeric" }, day), greater: false };
  const { isMonthStart, isYearStart } = days.begins(day);
  if (step.unit === "month") {
    const greater = first || isYearStart;
    return { text: write(greater ? { month: "short", year: "numeric" } : { month: "short" }, day), greater };
  }
  if (first) return { text: write({ day: "numeric", month: "short", year: "numeric" }, day), greater: true };
  return {
    text: write(isMonthStart ? { day: "numeric", month: "short" } : { day: "numeric" }, day),
    greater: isMonthStart,
  };
}
