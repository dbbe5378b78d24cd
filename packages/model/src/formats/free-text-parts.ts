import { isEdtf } from "../read/is-edtf.ts";
import { dayNumber, daysOfEdtf, weekdayOf } from "../read/table/day-number.ts";
import { foldWord, joinMonthWords, monthNumber, weekdayNumber } from "../read/table/month-names.ts";
import { dayText, monthText, two, yearText } from "../time/day-text.ts";
import { valueText } from "../value-text.ts";

/** What the surroundings of the words say: the year and month of a date that leaves them out. */
export interface FreeTextContext {
  readonly year?: number;
  readonly month?: number;
  /** Day on which the words were written, `YYYY-MM-DD`: "last October" counts from it. */
  readonly textDate?: string;
}

/** First and last part of a window, each a day, month, season or year; `mark` qualifies a single one. */
export interface Unit {
  readonly from: string;
  readonly to: string;
  readonly mark?: "~";
}

/** Year, month and day that words name. */
export interface PhraseParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: string;
}

const FILLERS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "of",
  "the",
  "in",
  "on",
  "month",
  "year",
  "day",
  "a",
  "at",
]);
const COUNTS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth"];
const SEASONS: Readonly<Record<string, string>> = {
  spring: "21",
  summer: "22",
  autumn: "23",
  fall: "23",
};
const THIRD: Readonly<Record<string, 0 | 1 | 2>> = {
  early: 0,
  beginning: 0,
  start: 0,
  mid: 1,
  middle: 1,
  late: 2,
  end: 2,
};
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Year, month and day of a few words; null when a word is something else or says a part twice. */
function readParts(text: string): PhraseParts | null {
  const parts: { year?: number; month?: number; day?: number; weekday?: string } = {};
  for (const word of joinMonthWords(text)
    .split(/[\s,]+/)
    .map(foldWord)) {
    if (word === "" || FILLERS.has(word)) continue;
    const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
    const month = monthNumber(word);
    if (/^\d{4}$/.test(word) && parts.year === undefined) parts.year = Number(word);
    else if (day !== undefined && parts.day === undefined) parts.day = Number(day);
    else if (month > 0 && parts.month === undefined) parts.month = month;
    else if (weekdayNumber(word) >= 0 && parts.weekday === undefined)
      parts.weekday = WEEKDAYS[weekdayNumber(word)] ?? "";
    else return null;
  }
  return Object.keys(parts).length === 0 ? null : parts;
}

/** The year and month that stand anywhere in a phrase. */
export function looseParts(text: string): PhraseParts {
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(text)?.[1];
  const month = text
    .split(/[\s,]+/)
    .map((word) => monthNumber(foldWord(word)))
    .find((number) => number > 0);
  return { ...(year === undefined ? {} : { year: Number(year) }), ...(month === undefined ? {} : { month }) };
}

/** A phrase without "to" or "or" as a window; a text says why it is none. */
export function unitOf(phrase: string, context: FreeTextContext): Unit | string {
  const text = phrase.trim().replace(/^(?:on(?!\s+or\b)|in|during|throughout)\s+/i, "");
  return (
    about(text, context) ??
    third(text, context) ??
    half(text, context) ??
    stretch(text, context) ??
    weekOf(text, context) ??
    named(text, context) ??
    dayRange(text, context) ??
    plain(text, context)
  );
}

/** A day, month or year as it is, with what is missing taken from the context. */
function plain(text: string, context: FreeTextContext): Unit | string {
  const iso = /^\d{4}(?:-\d{2}){1,2}$/.test(text) && isEdtf(text) ? text : null;
  const date = iso ?? dateOf(readParts(text), context);
  if (date === null) return `${valueText(text)} is no date in words that can be read`;
  return date.startsWith("!") ? date.slice(1) : { from: date, to: date };
}

/** EDTF of parts; null when they are none, or a reason after an exclamation mark. */
function dateOf(parts: PhraseParts | null, context: FreeTextContext): string | null {
  if (parts === null) return null;
  const year = parts.year ?? context.year;
  const month = parts.month ?? (parts.day === undefined ? undefined : context.month);
  if (year === undefined) return "!it gives no year";
  if (parts.day !== undefined && month === undefined) return "!it gives no month";
  if (parts.weekday !== undefined && parts.day === undefined) return "!a day of the week is no date";
  const date = [yearText(year), ...[month, parts.day].flatMap((n) => (n === undefined ? [] : [two(n)]))];
  const text = date.join("-");
  if (!isEdtf(text)) return `!${valueText(text)} is no date of the calendar`;
  const weekday = parts.weekday === undefined ? null : WEEKDAYS[weekdayOf(dayNumber(text))];
  return weekday !== null && weekday !== parts.weekday ? `!${text} was no ${parts.weekday}` : text;
}

/** Around a day: the day before to the day after. Around a month or year: the same, approximate. */
function about(text: string, context: FreeTextContext): Unit | string | null {
  const found =
    /^(?:around|about|circa|ca?\.|approx(?:\.|imately)?|roughly|on or about|on or around|~)\s*(?:the\s+)?(.+)$/i.exec(
      text,
    );
  if (found === null) return null;
  const unit = unitOf(found[1] as string, context);
  if (typeof unit === "string" || unit.from !== unit.to) return unit;
  if (unit.from.length < 10 || unit.mark !== undefined) return { ...unit, mark: "~" };
  const day = dayNumber(unit.from);
  return { from: dayText(day - 1), to: dayText(day + 1) };
}

/** "early March 1999", "mid-2020", "end of 2021", "early to mid May 2020". */
function third(text: string, context: FreeTextContext): Unit | string | null {
  const found =
    /^(?:the\s+)?(early|beginning|start|mid|middle|late|end)(?:(?:\s*-\s*|\s+to\s+|-to-)(mid|middle|late|end))?(?:\s*-\s*|\s+)(?:in\s+)?(?:of\s+)?(?:the\s+)?(?:month of\s+|year\s+)?(.+)$/i.exec(
      text,
    );
  if (found === null) return null;
  const base = plain(found[3] as string, context);
  if (typeof base === "string") return decade(found[3] as string) ?? base;
  const first = THIRD[(found[1] as string).toLowerCase()] ?? 0;
  const last = found[2] === undefined ? first : (THIRD[found[2].toLowerCase()] ?? first);
  if (base.from.length === 10 || last < first) return `${valueText(text)} is no part of a month or year`;
  if (base.from.length === 4)
    return { from: `${base.from}-${two(first * 4 + 1)}`, to: `${base.from}-${two(last * 4 + 4)}` };
  return {
    from: `${base.from}-${["01", "11", "21"][first]}`,
    to: last === 2 ? lastDayOf(base.from) : `${base.from}-${last + 1}0`,
  };
}

/** "first half of 1978", "second quarter of 2020", "Q3 2021", "second half of March 1999". */
function half(text: string, context: FreeTextContext): Unit | string | null {
  const found =
    /^(?:the\s+)?(first|1st|second|2nd|third|3rd|fourth|4th|last|latter|former)\s+(half|quarter|trimester)\s+of\s+(?:the year\s+)?(.+)$/i.exec(
      text,
    ) ?? /^(q)([1-4])(?:\s+of)?[\s/-]+(\d{4})$/i.exec(text);
  if (found === null) return null;
  const base = plain(found[3] as string, context);
  if (typeof base === "string") return base;
  const isHalf = /half/i.test(found[2] as string);
  const of = isHalf ? 2 : 4;
  const word = (found[1] as string).toLowerCase();
  const nth =
    word === "q" ? Number(found[2]) : /last|latter/.test(word) ? of : /former|first|1st/.test(word) ? 1 : orderOf(word);
  if (nth > of || /trimester/i.test(found[2] as string)) return `${valueText(text)} is no half or quarter`;
  if (base.from.length === 4) {
    const months = 12 / of;
    return { from: `${base.from}-${two((nth - 1) * months + 1)}`, to: `${base.from}-${two(nth * months)}` };
  }
  if (base.from.length !== 7 || !isHalf) return `${valueText(text)} is no half or quarter of a year or month`;
  return nth === 1
    ? { from: `${base.from}-01`, to: `${base.from}-15` }
    : { from: `${base.from}-16`, to: lastDayOf(base.from) };
}

function orderOf(word: string): number {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word);
}

/** "last two weeks of January 2022", "first week of May 2021", "last 10 days of June 2020", "first three months of 1999". */
function stretch(text: string, context: FreeTextContext): Unit | string | null {
  const found =
    /^(?:the\s+)?(first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th|5th)\s+(?:(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+)?(day|week|month)s?\s+(?:of|in)\s+(.+)$/i.exec(
      text,
    );
  if (found === null) return null;
  const [, order = "", count, unit = ""] = found;
  const base = plain(found[4] as string, context);
  if (typeof base === "string") return base;
  const many = count === undefined ? 1 : /^\d/.test(count) ? Number(count) : COUNTS.indexOf(count.toLowerCase());
  const word = order.toLowerCase();
  const isLast = word === "last" || word === "final";
  const nth = isLast ? 1 : orderOf(word);
  if (many < 1 || (nth > 1 && many > 1)) return `${valueText(text)} could be meant in two ways`;
  if (unit.toLowerCase() === "month") return months(base.from, isLast, { many, nth });
  return days(base.from, isLast, { many: many * (unit.toLowerCase() === "week" ? 7 : 1), nth });
}

interface Stretch {
  readonly many: number;
  readonly nth: number;
}

function months(year: string, isLast: boolean, { many, nth }: Stretch): Unit | string {
  const first = isLast ? 13 - many : (nth - 1) * many + 1;
  if (year.length !== 4 || first < 1 || first + many > 13) return "those months do not lie in that year";
  return { from: `${year}-${two(first)}`, to: `${year}-${two(first + many - 1)}` };
}

function days(period: string, isLast: boolean, { many, nth }: Stretch): Unit | string {
  if (period.length === 10) return "a day has no weeks or days in it";
  const start = dayNumber(period.length === 4 ? `${period}-01-01` : `${period}-01`);
  const end = dayNumber(lastDayOf(period));
  const first = isLast ? end - many + 1 : start + (nth - 1) * many;
  // The fifth week of a month is what is left of it.
  const last = nth === 5 ? Math.min(first + many - 1, end) : first + many - 1;
  if (first < start || last > end || first > last) return "those days do not lie in that month or year";
  return { from: dayText(first), to: dayText(last) };
}

/** "week of 5 May 2021" begins or holds that day; "weekend of"; "night of 5-6 May". */
function weekOf(text: string, context: FreeTextContext): Unit | string | null {
  const found =
    /^(?:the\s+)?(week|weekend|night|evening|morning|afternoon)(?:\s+(?:of|beginning|starting|from))\s+(?:the\s+)?(.+)$/i.exec(
      text,
    ) ?? /^(overnight)\s+(?:on\s+)?(.+)$/i.exec(text);
  if (found === null) return null;
  const unit = unitOf(found[2] as string, context);
  if (typeof unit === "string" || unit.from.length !== 10 || unit.to.length !== 10) {
    return typeof unit === "string" ? unit : `${valueText(text)} names no day`;
  }
  const day = dayNumber(unit.from);
  const word = (found[1] as string).toLowerCase();
  if (word === "week") return { from: dayText(/of/i.test(text) ? day - 6 : day), to: dayText(dayNumber(unit.to) + 6) };
  if (word === "weekend") return weekendAt(day);
  return /night/.test(word) && unit.from === unit.to ? { from: unit.from, to: dayText(day + 1) } : unit;
}

/** Saturday and Sunday nearest to a day; from Wednesday both weekends are as near, and both are taken. */
export function weekendAt(day: number): Unit {
  const weekday = weekdayOf(day);
  if (weekday === 3) return { from: dayText(day - 4), to: dayText(day + 4) };
  const saturday = weekday < 3 ? day - weekday - 1 : day + 6 - weekday;
  return { from: dayText(saturday), to: dayText(saturday + 1) };
}

/** "spring 2020", "the 1970s", "19th century", "Christmas". */
function named(text: string, context: FreeTextContext): Unit | string | null {
  const season = /^(?:the\s+)?(spring|summer|autumn|fall|winter)(?:\s+of)?(?:\s+(\d{4}))?$/i.exec(text);
  if (season !== null) {
    const year = season[2] ?? context.year;
    if (year === undefined) return "it gives no year";
    const written = yearText(Number(year));
    const name = (season[1] as string).toLowerCase();
    // Both ends of the year are winter in the north, and its middle in the south.
    if (name === "winter") return { from: monthText(Number(year) - 1, 12), to: lastDayOf(`${written}-24`).slice(0, 7) };
    const date = `${written}-${SEASONS[name]}`;
    return { from: date, to: date };
  }
  const before =
    /^(?:the\s+year\s+)?(\d{1,4})\s*(?:BCE?|B\.C\.?(?:E\.?)?|v\. ?Chr\.?|av\. J\.-C\.?|a\. ?C\.?|до н\. ?э\.?)$/i.exec(
      text,
    )?.[1];
  if (before !== undefined && Number(before) > 0) {
    const date = yearText(1 - Number(before));
    return { from: date, to: date };
  }
  const century = /^(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+century$/i.exec(text)?.[1];
  if (century !== undefined) {
    const date = `${two(Number(century) - 1)}XX`;
    return Number(century) > 0 ? { from: date, to: date } : "there is no such century";
  }
  return decade(text);
}

/** A decade has no thirds in the rules: the whole of it is taken. */
function decade(text: string): Unit | null {
  const found = /^(?:the\s+)?(\d{3})0'?s$/i.exec(text)?.[1];
  return found === undefined ? null : { from: `${found}X`, to: `${found}X` };
}

/** "February 11-14, 1970", "11-14 February 1970", "11/12 February 1970". */
function dayRange(text: string, context: FreeTextContext): Unit | string | null {
  const found =
    /^(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?\s*[-/]\s*(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/iu.exec(text) ??
    turned(
      /^(\d{1,2})(?:st|nd|rd|th)?\s*[-/]\s*(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(\p{L}+\.?)(?:,?\s+(\d{4}))?$/iu.exec(
        text,
      ),
    );
  if (found === null || monthNumber(foldWord(found[1] as string)) === 0) return null;
  const tail = `${found[1]} ${found[4] ?? ""}`;
  const [first, last] = [plain(`${found[2]} ${tail}`, context), plain(`${found[3]} ${tail}`, context)];
  if (typeof first === "string" || typeof last === "string") return typeof first === "string" ? first : last;
  return first.from > last.to ? "it ends before it begins" : { from: first.from, to: last.to };
}

function turned(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], found[3], found[1], found[2], found[4]];
}

/** "1990-1991", "1990-91": some time in these years. `1990-06` is a month and never comes here. */
export function yearsBetween(text: string): Unit | null {
  const found = /^(\d{4})\s*[-/]\s*(\d{4}|\d{2})$/.exec(text);
  if (found === null) return null;
  const [, from = "", short = ""] = found;
  const to = short.length === 4 ? short : `${from.slice(0, 2)}${short}`;
  return from < to ? { from, to } : null;
}

/** Day number of the first day of a date, season or decade. */
export function firstNumberOf(date: string): number {
  return daysOfEdtf(date)?.first ?? Number.NaN;
}

/** Day number of its last day. */
export function lastNumberOf(date: string): number {
  return daysOfEdtf(date)?.last ?? Number.NaN;
}

/** The last calendar day of a year, month or day. */
function lastDayOf(date: string): string {
  return dayText(lastNumberOf(date));
}
