import { type Steps, stepsOver } from "@whenwhere/model";
import type { Columns } from "@whenwhere/store";

/**
 * Bounds of rows as whole numbers of 32 bits, in the order of the instants: a GPU that knows no numbers of 64 bits compares
 * them exactly, to the millisecond, in any year. 0 stands for -Infinity, {@link LAST_CODE} for Infinity.
 */
export interface PointClock {
  /** Code of a bound of a row of the data. */
  code(ms: number): number;
  /** The first code of an instant at or after any instant. */
  from(ms: number): number;
  /** The first code of an instant after any instant. */
  after(ms: number): number;
}

/** Code of Infinity; one more stands behind every bound. */
const LAST_CODE = 0xfffffffe;

/** Lengths that dates are mostly whole numbers of: a day, an hour, a minute, a second, a millisecond. */
const UNITS_MS = [86_400_000, 3_600_000, 60_000, 1000, 1] as const;

/** One pass over the bounds of some rows, and a sorting only where milliseconds are spread over more than seven weeks. */
export function* pointClockSteps(columns: Columns, rows: Uint32Array): Steps<PointClock> {
  const bounds = [columns.outerStartMs, columns.outerEndMs, columns.coreStartMs, columns.coreEndMs];
  let [low, high, unit] = [Infinity, -Infinity, 0];
  yield* stepsOver(rows.length, (i) => {
    const row = rows[i] as number;
    for (const bound of bounds) {
      const ms = bound.at(row);
      if (!Number.isFinite(ms)) continue;
      if (ms < low) low = ms;
      if (ms > high) high = ms;
      while (unit < UNITS_MS.length && ms % (UNITS_MS[unit] as number) !== 0) unit++;
    }
  });
  const unitMs = UNITS_MS[unit];
  if (low > high) return unitClock(0, 1);
  if (unitMs !== undefined && (high - low) / unitMs < LAST_CODE - 2) return unitClock(low, unitMs);
  const instants = new Set<number>();
  yield* stepsOver(rows.length, (i) => {
    for (const bound of bounds) {
      const ms = bound.at(rows[i] as number);
      if (Number.isFinite(ms)) instants.add(ms);
    }
  });
  return tableClock(Float64Array.from(instants).sort());
}

/** Whole units since the earliest bound. */
function unitClock(originMs: number, unitMs: number): PointClock {
  const whole = (value: number) => Math.max(1, Math.min(LAST_CODE, value));
  return {
    code: (ms) => codeOf(ms, () => 1 + (ms - originMs) / unitMs),
    from: (ms) => edge(ms, 0, () => whole(1 + Math.ceil((ms - originMs) / unitMs))),
    after: (ms) => edge(ms, 1, () => whole(2 + Math.floor((ms - originMs) / unitMs))),
  };
}

/** Places in a list of all instants. */
function tableClock(instants: Float64Array): PointClock {
  const before = (isReached: (ms: number) => boolean) => {
    let low = 0;
    let high = instants.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isReached(instants[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return 1 + low;
  };
  const from = (ms: number) => before((instant) => instant >= ms);
  return {
    code: (ms) => codeOf(ms, () => from(ms)),
    from: (ms) => edge(ms, 0, () => from(ms)),
    after: (ms) => edge(ms, 1, () => before((instant) => instant > ms)),
  };
}

function codeOf(ms: number, finite: () => number): number {
  if (Number.isFinite(ms)) return finite();
  return ms > 0 ? LAST_CODE : 0;
}

function edge(ms: number, past: 0 | 1, finite: () => number): number {
  if (Number.isFinite(ms)) return finite();
  return (ms > 0 ? LAST_CODE : 0) + past;
}
