import { isEdtf } from "../is-edtf.ts";
import { wordedDate } from "./worded-date.ts";

/** How the columns of dates are ordered; null = not known. */
export type DateOrder = "day-first" | "month-first" | null;

/** What a cell says about a date. `ambiguous` keeps its first two numbers, from which a column's order is inferred. */
export type DateReading =
  | {
      readonly kind: "edtf";
      readonly edtf: string;
      readonly via: "edtf" | "words" | "numbers" | "compact" | "epoch";
      readonly midnight: boolean;
    }
  | { readonly kind: "ambiguous"; readonly first: number; readonly second: number }
  | { readonly kind: "none" }
  | { readonly kind: "bad"; readonly code: "time/syntax" | "time/two-digit-year" | "time/order-conflict" };

const LONGEST = 120;
const NOTHING = /^(?:|-+|\?|n\/?a|nan|null|none|unknown|unknown date|not known|no date|undated|tbd|tbc|0|0000-00-00)$/i;
const NUMERIC = /^(\d{1,2})([/.\-\s])(\d{1,2})\2\s?(\d{2}|\d{4})(?:[ T,]+(.+))?$/;
const YEAR_FIRST = /^(\d{4})([/.\-\s])(\d{1,2})(?:\2(\d{1,2}))?(?:[ T]+(.+))?$/;
const CLOCK =
  /^(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads a date as people write it in tables. Never throws, never guesses: what could be two dates is `ambiguous`. */
export function readDateText(raw: string, order: DateOrder): DateReading {
  const text = plain(raw);
  if (NOTHING.test(text)) return { kind: "none" };
  if (isEdtf(text)) return { kind: "edtf", edtf: text, via: "edtf", midnight: /T00:00(:00(\.0+)?)?Z?$/.test(text) };
  if (text.length > LONGEST) return { kind: "bad", code: "time/syntax" };
  return (
    yearFirst(text) ?? numeric(text, order) ?? digitsOnly(text) ?? words(text) ?? { kind: "bad", code: "time/syntax" }
  );
}

/** Arabic and Persian digits as ours, no apostrophe of a spreadsheet, no doubled blanks. */
function plain(raw: string): string {
  return raw
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200e\u200f\u00a0\ufeff]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'/, "");
}

function yearFirst(text: string): DateReading | null {
  const found = YEAR_FIRST.exec(text);
  if (found === null) return null;
  const [, year = "", , month = "", day, time] = found;
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

/** Eight digits are a day; ten, twelve and more a count since 1970, in seconds or milliseconds. */
function digitsOnly(text: string): DateReading | null {
  if (/^(1\d|20|21)\d{6}$/.test(text)) {
    return dated(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`, undefined, "compact");
  }
  if (!/^\d{10}$|^\d{12,13}$/.test(text)) return null;
  const instant = new Date(text.length === 10 ? Number(text) * 1000 : Number(text));
  const iso = instant.toISOString().replace(/\.000Z$/, "Z");
  return { kind: "edtf", edtf: iso, via: "epoch", midnight: false };
}

function words(text: string): DateReading | null {
  const edtf = wordedDate(text);
  if (edtf === null || !isEdtf(edtf)) return null;
  return { kind: "edtf", edtf, via: "words", midnight: false };
}

/** A day with the rest of the cell as its time of day. */
function dated(date: string, time: string | undefined, via: "numbers" | "compact"): DateReading {
  if (!isEdtf(date)) return { kind: "bad", code: "time/syntax" };
  if (time === undefined) return { kind: "edtf", edtf: date, via, midnight: false };
  const clock = clockText(time);
  if (clock === null) return { kind: "bad", code: "time/syntax" };
  const full = `${date}T${clock}`;
  if (!isEdtf(full)) return { kind: "bad", code: "time/syntax" };
  return { kind: "edtf", edtf: full, via, midnight: /^00:00(:00(\.0+)?)?Z?$/.test(clock) };
}

/** A time of day in ISO form: `15:04`, `15:04:05`, with `Z` or an offset; null when it is none. */
export function clockText(raw: string): string | null {
  const found = CLOCK.exec(raw.trim());
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
