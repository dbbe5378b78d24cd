import { DAY_MS } from "./calendar.ts";
import { CHAR, type Cursor } from "./cursor.ts";
import { two } from "./day-text.ts";
import type { DatePrecision } from "./edtf-types.ts";

/** A time of day as written: bounds relative to the midnight that begins the written day. */
export interface TimeOfDay {
  readonly startMs: number;
  readonly endMs: number;
  readonly precision: DatePrecision;
  /** Minutes east of UTC; null when the text gives no offset. */
  readonly offsetMin: number | null;
  readonly leapSecond: boolean;
  /** Canonical text, beginning with `T`. */
  readonly text: string;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

/** Reads `Thh`, `Thh:mm`, `Thh:mm:ss` or `Thh:mm:ss.f...`, then `Z`, `±hh`, `±hh:mm` or no offset. */
export function readTimeOfDay(cursor: Cursor): TimeOfDay | null {
  cursor.skip(CHAR.T);
  const from = cursor.at;
  const clock = readClock(cursor);
  if (clock === null) return null;
  const offset = readOffset(cursor);
  if (offset === null) return null;

  const { hour, minute, second, fraction } = clock;
  if (hour === 24 && minute + second + Number(fraction) > 0) {
    return cursor.refuse("24 is only the end of a day, 24:00.", "Write an hour from 00 to 23.", from);
  }
  const leapSecond = second === 60;
  if (leapSecond && !mayHaveLeapSecond(hour, minute, offset.offsetMin)) {
    return cursor.refuse("leap seconds end a UTC day.", "Write a second from 00 to 59.", from + 6);
  }

  const fractionMs = fraction === "" ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
  const startMs =
    hour * HOUR_MS + minute * MINUTE_MS + (leapSecond ? 59 : second) * SECOND_MS + fractionMs - offset.shiftMs;
  return {
    startMs,
    endMs: startMs + clock.widthMs,
    precision: clock.precision,
    offsetMin: offset.offsetMin,
    leapSecond,
    text: `T${clock.text}${offset.text}`,
  };
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Digits after the decimal sign. */
  readonly fraction: string;
  readonly precision: DatePrecision;
  readonly widthMs: number;
  readonly text: string;
}

const CLOCK_HINT = "Write the time as 09:30, 09:30:15 or 09:30:15.25.";

const HOUR = { name: "an hour", max: 24 } as const;
const MINUTE = { name: "a minute", max: 59 } as const;
const SECOND = { name: "a second", max: 60 } as const;

function readClock(cursor: Cursor): Clock | null {
  const from = cursor.at;
  const hour = readPair(cursor, HOUR);
  if (hour === null) return null;
  let text = cursor.text.slice(from, cursor.at);
  if (!cursor.skip(CHAR.colon)) {
    return { hour, minute: 0, second: 0, fraction: "", precision: "hour", widthMs: HOUR_MS, text };
  }
  const minute = readPair(cursor, MINUTE);
  if (minute === null) return null;
  text = cursor.text.slice(from, cursor.at);
  if (!cursor.skip(CHAR.colon)) {
    return { hour, minute, second: 0, fraction: "", precision: "minute", widthMs: MINUTE_MS, text };
  }
  const second = readPair(cursor, SECOND);
  if (second === null) return null;
  text = cursor.text.slice(from, cursor.at);
  if (!cursor.skipDecimalSign()) {
    return { hour, minute, second, fraction: "", precision: "second", widthMs: SECOND_MS, text };
  }
  const fraction = cursor.digitRun(MAX_FRACTION_DIGITS);
  // Finer than a millisecond is kept in the text; the bounds are the millisecond around it.
  const widthMs = Math.max(1, SECOND_MS / 10 ** fraction.length);
  return { hour, minute, second, fraction, precision: "millisecond", widthMs, text: `${text}.${fraction}` };
}

/** Nanoseconds: what clocks of our time write. */
const MAX_FRACTION_DIGITS = 9;

function readPair(cursor: Cursor, part: { readonly name: string; readonly max: number }): number | null {
  const from = cursor.at;
  const value = cursor.digits(2);
  if (value === null) return cursor.refuse(`${part.name} has two digits.`, CLOCK_HINT);
  if (value > part.max) return cursor.refuse(`${part.name} is at most ${part.max}.`, CLOCK_HINT, from);
  return value;
}

interface Offset {
  readonly offsetMin: number | null;
  readonly shiftMs: number;
  readonly text: string;
}

const NO_OFFSET: Offset = { offsetMin: null, shiftMs: 0, text: "" };
const UTC: Offset = { offsetMin: 0, shiftMs: 0, text: "Z" };
const OFFSET_HINT = "Write Z for UTC, or an offset such as +05:45.";

/** The offset after a time; {@link NO_OFFSET} when none stands here. Zero, however written, is `Z`. */
function readOffset(cursor: Cursor): Offset | null {
  if (cursor.skip(CHAR.Z)) return UTC;
  const from = cursor.at;
  const sign = cursor.skip(CHAR.plus) ? 1 : cursor.skip(CHAR.hyphen) ? -1 : 0;
  if (sign === 0) return NO_OFFSET;

  const hours = cursor.digits(2);
  const minutes = hours !== null && cursor.skip(CHAR.colon) ? cursor.digits(2) : 0;
  if (hours === null || minutes === null) return cursor.refuse("an offset is ±hh or ±hh:mm.", OFFSET_HINT);
  if (minutes > 59 || hours * 60 + minutes > MAX_OFFSET_MIN) {
    return cursor.refuse("no place is more than 18 hours from UTC.", OFFSET_HINT, from);
  }
  const offsetMin = sign * (hours * 60 + minutes);
  if (offsetMin === 0) return UTC;
  const text = `${sign > 0 ? "+" : "-"}${two(hours)}:${two(minutes)}`;
  return { offsetMin, shiftMs: offsetMin * MINUTE_MS, text };
}

/** Wider than any offset in the zone database, local mean times included. */
const MAX_OFFSET_MIN = 18 * 60;

/** Leap seconds follow 23:59:59 UTC; without an offset the clock may be any that runs in step with a quarter hour. */
function mayHaveLeapSecond(hour: number, minute: number, offsetMin: number | null): boolean {
  const minuteOfDay = hour * 60 + minute;
  if (offsetMin === null) return (minuteOfDay + 1) % 15 === 0;
  const dayMin = DAY_MS / MINUTE_MS;
  return (minuteOfDay + 1 - offsetMin) % dayMin === 0;
}
