import type { Columns } from "../types.ts";
import type { FieldValues } from "./values-by-rank.ts";

/** Between the values of a field within another, as in `strike>drone-strike`. */
export const WITHIN = ">";

/** How closely a date is known, the closest first. `hour` is any time of day, `open` has no end on a side. */
export const DATE_WIDTHS = ["hour", "day", "week", "month", "year", "years", "open", "none"] as const;

const HOUR_MS = 3_600_000;
/** A day of a changing clock has 25 hours. */
const WIDEST_MS: readonly number[] = [22, 25, 24 * 7 + 1, 24 * 31 + 1, 24 * 366 + 1].map((hours) => hours * HOUR_MS);

/** The field `dated`: how closely the date of each row is known, by the part of its span that is in doubt. */
export function datedField(columns: Columns, timeOrder: Uint32Array): FieldValues {
  const { outerStartMs, outerEndMs, coreStartMs, coreEndMs } = columns;
  const codes = new Uint16Array(timeOrder.length);
  for (let rank = 0; rank < codes.length; rank++) {
    const row = timeOrder[rank] as number;
    const [start, end] = [outerStartMs.at(row), outerEndMs.at(row)];
    const [coreStart, coreEnd] = [coreStartMs.at(row), coreEndMs.at(row)];
    codes[rank] = widthCode(end - start, Math.max(coreStart - start, end - coreEnd));
  }
  return { values: DATE_WIDTHS, offsets: null, codes, isStated: true };
}

/** `edgeMs` is the doubt on the wider side of a core; NaN without one. What goes on for long with known ends is known to the day. */
function widthCode(widthMs: number, edgeMs: number): number {
  if (Number.isNaN(widthMs)) return DATE_WIDTHS.indexOf("none");
  if (!Number.isFinite(widthMs)) return DATE_WIDTHS.indexOf("open");
  const hasCore = !Number.isNaN(edgeMs);
  const doubtMs = hasCore ? Math.max(edgeMs, Math.min(widthMs, 24 * HOUR_MS)) : widthMs;
  const code = WIDEST_MS.findIndex((widest) => doubtMs <= widest);
  return code < 0 ? DATE_WIDTHS.indexOf("years") : code;
}

/** A field within another: each row has the values of the outer one and, as `outer>inner`, those of both together. */
export function nestedField(outer: FieldValues, inner: FieldValues, rowCount: number): FieldValues {
  const values = [...outer.values];
  const pairs = new Map<number, number>();
  const codes: number[] = [];
  const pairOf = (one: number, two: number): number => {
    const key = one * inner.values.length + two;
    const code = pairs.get(key) ?? values.push(`${outer.values[one]}${WITHIN}${inner.values[two]}`) - 1;
    pairs.set(key, code);
    return code;
  };
  const offsets = new Uint32Array(rowCount + 1);
  for (let rank = 0; rank < rowCount; rank++) {
    for (const one of codesAt(outer, rank)) {
      codes.push(one);
      if (outer.values[one] === "") continue;
      for (const two of codesAt(inner, rank)) if (inner.values[two] !== "") codes.push(pairOf(one, two));
    }
    offsets[rank + 1] = codes.length;
  }
  return { values, offsets, codes: Uint32Array.from(codes), isStated: outer.isStated && pairs.size > 0 };
}

function codesAt({ offsets, codes }: FieldValues, rank: number): ArrayLike<number> & Iterable<number> {
  return offsets === null ? [codes[rank] as number] : codes.subarray(offsets[rank], offsets[rank + 1]);
}
