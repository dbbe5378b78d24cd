import { readFreeTextDate } from "../../formats/free-text-date.ts";
import { isEdtf } from "../is-edtf.ts";
import { isoWeek } from "./iso-week.ts";
import { otherCalendarDay } from "./other-calendar.ts";
import { foldDashes, plainCell } from "./plain-text.ts";
import { wordedDate } from "./worded-date.ts";

/** How the columns of dates are ordered; null = not known. */
export type DateOrder = "day-first" | "month-first" | null;

/** What a cell says about a date. `ambiguous` keeps its first two numbers, from which a column's order is inferred. */
export type DateReading =
  | {
      readonly kind: "edtf";
      readonly edtf: string;
      readonly via: "edtf" | "words" | "numbers" | "compact" | "epoch" | "season" | "relative" | "calendar" | "week";
      readonly midnight: boolean;
      /** The words say that it filled the time ("from 3 to 5 May 2020"). */
      readonly filled?: true;
      /** Read out of a phrase or another calendar: the words themselves are worth keeping beside it. */
      readonly phrase?: true;
    }
  | { readonly kind: "ambiguous"; readonly first: number; readonly second: number }
  | { readonly kind: "none" }
  | { readonly kind: "bad"; readonly code: "time/syntax" | "time/two-digit-year" | "time/order-conflict" };

const LONGEST = 120;
const NOTHING = /^(?:|-+|\?|n\/?a|nan|null|none|unknown|unknown date|not known|no date|undated|tbd|tbc|0|0000-00-00)$/i;
const NUMERIC = /^(\d{1,2})([/.\-\s])(\d{1,2})\2\s?(\d{2}|\d{4})(?:[ T,]+(.+))?$/;
const YEAR_FIRST = /^(\d{4})([/.\-\s])(\d{1,2})(?:\2(\d{1,2}))?(?:[ T]+(.+))?$/;
/** "0930", "0930Z", "0930 hrs": as logs write it. */
const CLOCK_OF_LOGS = /^(\d{2})(\d{2})\s*(?:h|hrs?|hours)?\.?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;
const CLOCK =
  /^(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;

/** What surrounds a cell. */
export interface DateSurroundings {
  /** Day on which the words were written, `YYYY-MM-DD`: it gives "last October" its year. */
  readonly textDate?: string | undefined;
}

/**
 * Reads a date as people write it in tables: ISO and its weeks, EDTF, numbers, words of {@link wordedDate} and of `readFreeTextDate`,
 * months of the Hijri calendars. Never throws, never guesses: what could be two dates is `ambiguous`.
 */
export function readDateText(raw: string, order: DateOrder, around: DateSurroundings = {}): DateReading {
  if (/^\d{4}-\d{2}-\d{2}$/.test(raw) && isEdtf(raw)) return { kind: "edtf", edtf: raw, via: "edtf", midnight: false };
  const text = plainCell(raw);
  if (NOTHING.test(text)) return { kind: "none" };
  if (isEdtf(text)) return { kind: "edtf", edtf: text, via: "edtf", midnight: /T00:00(:00(\.0+)?)?Z?$/.test(text) };
  // A dash between years is a range, a hyphen may be a month: 2004-06 is June, the same with a dash could be either.
  if (text.length > LONGEST || /^\d{4}[\u2012-\u2015]\d{2}$/.test(text)) return { kind: "bad", code: "time/syntax" };
  const dashed = foldDashes(text);
  const even = inEastAsia(dashed) ?? dashed;
  if (even !== text && isEdtf(even)) return { kind: "edtf", edtf: even, via: "numbers", midnight: false };
  const week = isoWeek(even);
  if (week !== null) return { kind: "edtf", edtf: week, via: "week", midnight: false };
  const reading = yearFirst(even) ?? numeric(even, order) ?? digitsOnly(even) ?? words(even);
  if (reading !== null && (reading.kind !== "bad" || reading.code !== "time/syntax")) return reading;
  return (
    freeText(even, around) ?? reading ?? { kind: "bad", code: shortYear(even) ? "time/two-digit-year" : "time/syntax" }
  );
}

/** "30-Sept-24", "Jul-21": the last two digits may be a year. */
function shortYear(text: string): boolean {
  return (
    /^(?:\d{1,2}[-/ .])?\p{L}{3,}\.?[-/ ,']+\d{2}$/u.test(text) &&
    wordedDate(`${text.slice(0, -2)}20${text.slice(-2)}`) !== null
  );
}

/** The order of East Asia, in which every number has its word: "2021年7月2日". */
function inEastAsia(text: string): string | null {
  const found =
    /^(\d{4})\s?[\u5e74\ub144]\s?(\d{1,2})\s?[\u6708\uc6d4](?:\s?(\d{1,2})\s?[\u65e5\u53f7\u865f\uc77c])?$/.exec(text);
  return found === null
    ? null
    : found
        .slice(1)
        .flatMap((part) => (part === undefined ? [] : [pad(part)]))
        .join("-");
}

function freeText(text: string, { textDate }: DateSurroundings): DateReading | null {
  const reading = readFreeTextDate(text, textDate === undefined ? {} : { textDate });
  if (reading.edtf === null)
    return /told apart/.test(reading.refusal) ? { kind: "ambiguous", first: 0, second: 0 } : null;
  const via = reading.relative === true ? "relative" : /^\d{4}-2[1-4]/.test(reading.edtf) ? "season" : "words";
  const filled = reading.span === "throughout" ? { filled: true as const } : {};
  return { kind: "edtf", edtf: reading.edtf, via, midnight: false, phrase: true, ...filled };
}

function yearFirst(text: string): DateReading | null {
  const found = YEAR_FIRST.exec(text);
  if (found === null) return null;
  const [, year = "", mark, month = "", day, time] = found;
  // 2014.5 is as likely the middle of a year as its May.
  if (mark === "." && day === undefined) return { kind: "bad", code: "time/syntax" };
  const date = [year, pad(month), ...(day === undefined ? [] : [pad(day)])].join("-");
  return dated(date, time, "numbers");
}

function numeric(text: string, order: DateOrder): DateReading | null {
  const found = NUMERIC.exec(text);
  if (found === null) return null;
  const [, a = "", , b = "", year = "", time] = found;
  if (year.length === 2) return { kind: "bad", code: "time/two-digit-year" };
  const first = Number(a);
  const second = Number(b);
  const known =
    first === second ? "day-first" : (order ?? (first > 12 ? "day-first" : second > 12 ? "month-first" : null));
  if (known === null)
    return first > 12 || second > 12 || first < 1 || second < 1
      ? { kind: "bad", code: "time/syntax" }
      : { kind: "ambiguous", first, second };
  const [day, month] = known === "day-first" ? [a, b] : [b, a];
  if (Number(month) > 12 && Number(day) <= 12) return { kind: "bad", code: "time/order-conflict" };
  return dated(`${year}-${pad(month)}-${pad(day)}`, time, "numbers");
}

/**
 * Eight digits are a day, twelve or fourteen that make one a day and time; ten, thirteen and the other twelve a count
 * since 1970, in seconds or milliseconds.
 */
function digitsOnly(text: string): DateReading | null {
  const compact = /^((?:1[5-9]|20|21)\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    const time =
      hour === undefined ? undefined : `${hour}:${minute}${second === undefined ? "" : `:${second}`}${zone ?? ""}`;
    const reading = dated(`${year}-${month}-${day}`, time, "compact");
    if (reading.kind === "edtf" || text.length !== 12) return reading;
  }
  if (!/^\d{10}$|^\d{12,13}$/.test(text)) return null;
  const instant = new Date(text.length === 10 ? Number(text) * 1000 : Number(text));
  const iso = instant.toISOString().replace(/\.000Z$/, "Z");
  return { kind: "edtf", edtf: iso, via: "epoch", midnight: false };
}

function words(text: string): DateReading | null {
  const other = otherCalendarDay(text);
  if (other !== null) return { kind: "edtf", edtf: other.edtf, via: "calendar", midnight: false, phrase: true };
  const edtf = wordedDate(text);
  if (edtf !== null && isEdtf(edtf)) return { kind: "edtf", edtf, via: "words", midnight: false };
  return wordsWithClock(text);
}

/** "2 July 2021 15:04", "Fri, 02 Jul 2021 15:04:05 +0300", "Fri Jul 02 15:04:05 +0000 2021". */
function wordsWithClock(text: string): DateReading | null {
  const found =
    /^(.*\p{L}.*\d{4}),? (?:at )?(\d{1,2}[:.h]\d{2}.*)$/iu.exec(text) ??
    turned(/^(.*\p{L}.*?) (\d{1,2}:\d{2}(?::\d{2})?(?: [+-]\d{4})?) (\d{4})$/u.exec(text));
  if (found === null) return null;
  const day = wordedDate(found[1] as string);
  return day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? null : dated(day, found[2], "words");
}

function turned(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], `${found[1]} ${found[3]}`, found[2]];
}

/** A day with the rest of the cell as its time of day. */
function dated(date: string, time: string | undefined, via: "numbers" | "compact" | "words"): DateReading {
  if (!isEdtf(date)) return { kind: "bad", code: "time/syntax" };
  if (time === undefined) return { kind: "edtf", edtf: date, via, midnight: false };
  const clock = clockText(time);
  if (clock === null) return { kind: "bad", code: "time/syntax" };
  const full = `${date}T${clock}`;
  if (!isEdtf(full)) return { kind: "bad", code: "time/syntax" };
  return { kind: "edtf", edtf: full, via, midnight: /^00:00(:00(\.0+)?)?Z?$/.test(clock) };
}

/** A time of day in ISO form: `15:04`, `15:04:05`, with `Z` or an offset, from "3:04 pm", "15h04" or "1504Z"; null when it is none. */
export function clockText(raw: string): string | null {
  const text = raw.trim();
  const found = CLOCK.exec(text.replace(CLOCK_OF_LOGS, "$1:$2$3"));
  if (found === null) return null;
  const [, rawHour = "", minute = "", second, fraction, half, zone] = found;
  let hour = Number(rawHour);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const milliseconds = fraction === undefined || /^0+$/.test(fraction) ? "" : `.${fraction.slice(0, 3).padEnd(3, "0")}`;
  const seconds = second === undefined ? "" : `:${second}${milliseconds}`;
  return `${pad(String(hour))}:${minute}${seconds}${zoneText(zone)}`;
}

function zoneText(zone: string | undefined): string {
  if (zone === undefined) return "";
  if (/^[a-z]/i.test(zone)) return "Z";
  return zone.length === 3 ? `${zone}:00` : zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

function pad(part: string): string {
  return part.padStart(2, "0");
}
