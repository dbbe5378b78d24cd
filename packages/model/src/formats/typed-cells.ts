import { civilDateOf } from "../time/calendar.ts";

/** A cell of a typed file as the readers of tables take it: text, a number, or nothing. */
export type TableCell = string | number | null;

/** Parts of a second that a count of time is in. */
export type TimeUnit = "second" | "millisecond" | "microsecond" | "nanosecond";

const PER_SECOND: Readonly<Record<TimeUnit, bigint>> = {
  second: 1n,
  millisecond: 1_000n,
  microsecond: 1_000_000n,
  nanosecond: 1_000_000_000n,
};

/** A calendar day as `2022-02-03`, from its number (1970-01-01 = 0): never an instant. Null for no day of four digits. */
export function dayCell(dayNumber: number): string | null {
  if (!Number.isFinite(dayNumber) || Math.abs(dayNumber) > 1e8) return null;
  const { year, month, day } = civilDateOf(Math.floor(dayNumber));
  return year < 0 || year > 9999 ? String(year) : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * A count since 1970 as `2022-02-03T10:30:00`, with `Z` when it is an instant and without when it is what a wall clock
 * showed. Parts of a second stand only where there are any, to the last digit.
 */
export function timestampCell(count: bigint, unit: TimeUnit, isInstant: boolean): string | null {
  const perSecond = PER_SECOND[unit];
  const seconds = floorDiv(count, perSecond);
  const days = floorDiv(seconds, 86_400n);
  const day = dayCell(Number(days));
  if (day === null || day.length < 10) return day;
  const time = timeCell(count - days * 86_400n * perSecond, unit);
  return `${day}T${time}${isInstant ? "Z" : ""}`;
}

/** A count since midnight as `10:30:00`. */
export function timeCell(count: bigint, unit: TimeUnit): string {
  const perSecond = PER_SECOND[unit];
  const seconds = Number(count / perSecond);
  const rest = String(count % perSecond).padStart(String(perSecond).length - 1, "0");
  const fraction = perSecond === 1n ? "" : rest.replace(/0+$/, "");
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part, 2));
  return `${clock.join(":")}${fraction === "" ? "" : `.${fraction}`}`;
}

/** A whole number: as a number where that is exact, else as its digits. */
function wholeCell(value: bigint | number): TableCell {
  if (typeof value === "number") return value;
  const asNumber = Number(value);
  return Number.isSafeInteger(asNumber) ? asNumber : String(value);
}

/** A number of 32 bits as the shortest decimal that means it: 24.45, not 24.450000762939453. */
export function singleCell(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

/**
 * Whatever else stands in a cell: a list of plain values as the readers of tables split it, `a; b`; other nested values as
 * JSON, in which whole numbers are exact; bytes and what JSON cannot say as nothing.
 */
export function anyCell(value: unknown): TableCell {
  switch (typeof value) {
    case "string":
      return value;
    case "bigint":
      return wholeCell(value);
    case "number":
      return Number.isFinite(value) ? value : null;
    case "boolean":
      return String(value);
    case "object":
      return value === null || isBytes(value) ? null : nestedCell(value);
    default:
      return null;
  }
}

function nestedCell(value: object): string | null {
  if (Array.isArray(value)) {
    const cells = value.map(anyCell).filter((cell) => cell !== null);
    const isPlain = value.every((item) => typeof item !== "object" || item === null);
    if (isPlain && cells.every((cell) => !String(cell).includes(";"))) return cells.join("; ");
  }
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === "bigint") return wholeCell(inner);
    return isBytes(inner) ? null : ArrayBuffer.isView(inner) ? Array.from(inner as Float64Array) : inner;
  });
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array;
}

function floorDiv(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
