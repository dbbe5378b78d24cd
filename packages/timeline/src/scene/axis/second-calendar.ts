import { DAY_MS, WhenWhereError } from "@whenwhere/model";
import type { TextMetrics } from "@whenwhere/view/pure";
import type { AxisTick } from "../types.ts";
import { stepAtLeast } from "./calendar.ts";
import { type CalendarDays, calendarDays } from "./calendar-days.ts";
import type { TimeScale } from "./time-scale.ts";

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
/** Labels kept: of some calendars one takes the platform a tenth of a millisecond. */
const MOST_WRITTEN = 5000;
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
      `${JSON.stringify(name)} is no calendar of this platform.`,
      `Write one of ${known.join(", ")}.`,
    );
  }
  const language = locale === "en" ? "en-GB" : locale;
  const days = calendarDays(name);
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const written = new Map<string, string>();
  const write = (fields: Intl.DateTimeFormatOptions, day: number): string => {
    const key = Object.keys(fields).join();
    const known = written.get(`${key} ${day}`);
    if (known !== undefined) return known;
    const formatter =
      formatters.get(key) ?? new Intl.DateTimeFormat(language, { calendar: name, timeZone: "UTC", ...fields });
    formatters.set(key, formatter);
    const text = formatter.format(day * DAY_MS);
    if (written.size > MOST_WRITTEN) written.clear();
    written.set(`${key} ${day}`, text);
    return text;
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

/** Days stand alone, months alone or by threes from the new year on, years by any number. */
interface Step {
  readonly unit: "day" | "month" | "year";
  readonly count: number;
}

function stepsFor(scale: TimeScale): Step[] {
  const dayPx = DAY_MS * scale.pxPerMs;
  const steps: Step[] = [];
  if (dayPx >= 16) steps.push({ unit: "day", count: 1 });
  if (dayPx * 29 >= 18) steps.push({ unit: "month", count: 1 });
  if (dayPx * 88 >= 40) steps.push({ unit: "month", count: 3 });
  for (let leastPx = 30; steps.length < 9; leastPx *= 1.7) {
    const { unit, count } = stepAtLeast(leastPx / scale.pxPerMs);
    steps.push({ unit: "year", count: unit === "year" ? count : 1 });
  }
  return steps;
}

/** First days of the units that begin in the view, and that of the unit in which it begins. */
function starts(days: CalendarDays, scale: TimeScale, step: Step): number[] {
  const { wallMs } = scale.calendar.time;
  const from = Math.floor(wallMs(scale.view.startMs) / DAY_MS);
  const to = Math.floor(wallMs(scale.view.endMs) / DAY_MS);
  if (step.unit === "month") return monthStarts(days, { from, to, count: step.count });
  const next = (day: number): number => (step.unit === "day" ? day + 1 : days.nextYear(day, step.count));
  const out: number[] = [];
  let day = step.unit === "day" ? from : days.yearStart(from, step.count);
  while (day <= to && out.length < 400 && !(day <= (out.at(-1) ?? Number.NEGATIVE_INFINITY))) {
    out.push(day);
    day = next(day);
  }
  return out;
}

function monthStarts(
  days: CalendarDays,
  { from, to, count }: { readonly from: number; readonly to: number; readonly count: number },
): number[] {
  const out: number[] = [];
  let ofYear = 0;
  for (let day = days.yearStart(from), tries = 0; day <= to && tries < 400; tries++) {
    if (days.begins(day).isYearStart) ofYear = 0;
    // A thirteenth month stays with the last three.
    if (ofYear % count === 0 && ofYear < 12) out.push(day);
    ofYear++;
    day = days.nextMonth(day);
  }
  const firstIn = out.findIndex((day) => day > from);
  return firstIn < 0 ? out.slice(-1) : out.slice(Math.max(0, firstIn - 1));
}

interface Line {
  readonly days: CalendarDays;
  readonly scale: TimeScale;
  readonly step: Step;
  readonly metrics: TextMetrics;
  write(fields: Intl.DateTimeFormatOptions, day: number): string;
}

interface Candidate extends AxisTick {
  readonly endPx: number;
  /** The unit began before the view: its words are pinned to the edge. */
  readonly pinned: boolean;
}

/** Null when the words of two neighbours touch, or when longer ones would cover more than half of the others. */
function labelled(starting: readonly number[], line: Line): AxisTick[] | null {
  const all = starting.map((day, i) => candidate(day, { ...line, first: i === 0 }));
  const [first, second] = all;
  // What is pinned to the edge gives way to the boundary that comes right after it.
  if (first?.pinned && second !== undefined && first.endPx + GAP_PX > second.xPx + 4 && line.step.unit !== "day") {
    return labelled(starting.slice(1), line);
  }
  const touching = all.some((one, i) => {
    const next = all[i + 1];
    return next !== undefined && isPlain(one) && isPlain(next) && one.endPx + GAP_PX > next.xPx + 4;
  });
  if (touching) return null;
  const greater = freeOf(all.filter((one) => !isPlain(one)));
  const covered = (one: Candidate): boolean =>
    !isPlain(one)
      ? !greater.includes(one)
      : greater.some((long) => long.endPx + GAP_PX > one.xPx + 4 && one.endPx + GAP_PX > long.xPx + 4);
  const ticks = all.flatMap((one): AxisTick[] => {
    const { ms, xPx, level, pinned } = one;
    if (!covered(one)) return [{ ms, xPx, level, label: one.label }];
    return pinned ? [] : [{ ms, xPx, level: "minor", label: "" }];
  });
  const silent = ticks.filter(({ label }) => label === "").length;
  return silent * 2 > ticks.length ? null : ticks;
}

function isPlain({ level, pinned }: Candidate): boolean {
  return level === "minor" && !pinned;
}

/** Greater words that do not touch each other; what is pinned gives way. */
function freeOf(greater: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  for (const one of [...greater.filter(({ pinned }) => !pinned), ...greater.filter(({ pinned }) => pinned)]) {
    if (out.every((other) => one.endPx + GAP_PX <= other.xPx + 4 || other.endPx + GAP_PX <= one.xPx + 4)) out.push(one);
  }
  return out;
}

function candidate(day: number, line: Line & { readonly first: boolean }): Candidate {
  const { scale, metrics } = line;
  const ms = scale.calendar.time.instantMs(day * DAY_MS);
  const pinned = scale.x(ms) < scale.startPx - 0.001;
  const xPx = pinned ? scale.startPx : scale.x(ms);
  const { text, greater } = words(day, line);
  const level = greater ? "major" : "minor";
  const widthPx = metrics.width(text, LABEL_PX, greater ? 600 : 400);
  return { ms, xPx, label: text, level, pinned, endPx: xPx + 4 + widthPx };
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
