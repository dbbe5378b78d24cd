import { createZoneClocks, DAY_MS, WhenWhereError, zoneClock } from "@whenwhere/model";
import type { TimeSpan } from "../types.ts";

/** A change of the clocks: from `ms` on they stand `byMs` further on (`> 0`: put forward, a shorter day; `< 0`: put back). */
export interface ClockChange {
  readonly ms: number;
  readonly byMs: number;
}

/** The clocks of one zone, fast enough to be asked a million times. Wall times are written as UTC ms of the wall calendar. */
export interface ZoneTime {
  /** IANA name. */
  readonly zone: string;
  readonly isUtc: boolean;
  /** Wall time minus UTC. */
  offsetMsAt(ms: number): number;
  /** What the clocks show at an instant. Infinite instants stay infinite. */
  wallMs(ms: number): number;
  /**
   * The first instant at which the clocks show a wall time; where they were put forward over it, the instant at which they
   * jumped. Law: `wallMs(instantMs(w)) === w` unless the clocks never showed `w`.
   */
  instantMs(wallMs: number): number;
  /** Changes of the clocks in a span; of a span longer than three years, none: nobody can see them there. */
  changes(span: TimeSpan): readonly ClockChange[];
}

/** UTC: the wall calendar of the columns itself. */
export const UTC_TIME: ZoneTime = Object.freeze({
  zone: "UTC",
  isUtc: true,
  offsetMsAt: () => 0,
  wallMs: (ms: number) => ms,
  instantMs: (ms: number) => ms,
  changes: () => [],
});

const WEEK_MS = 7 * DAY_MS;
/** Before, every place kept its own local mean time. */
const FIRST_MS = Date.UTC(1840, 0, 1);
/** From here on the rules of today repeat with the calendar, which has the same weekdays every 400 years. */
const LAST_MS = Date.UTC(2300, 0, 1);
const CYCLE_MS = 146_097 * DAY_MS;
const LONGEST_MS = 3 * 366 * DAY_MS;

/**
 * The clocks of an IANA zone. Offsets are asked of the platform once a week of the calendar, and a change is searched for to
 * the second where a week has two; no zone has changed its clocks there and back within one week since 1900.
 *
 * @throws WhenWhereError `timeline/zone` when the platform knows no such zone.
 */
export function zoneTime(zone: string): ZoneTime {
  const clock = zoneClock(zone, createZoneClocks());
  if (clock === null) {
    throw new WhenWhereError(
      "timeline/zone",
      `${JSON.stringify(zone)} is no time zone.`,
      'Write an IANA name such as "Africa/Maputo", "UTC", or "local".',
    );
  }
  if (/^(UTC|Etc\/UTC|GMT|Etc\/GMT|Z)$/i.test(zone)) return UTC_TIME;
  const table = offsetTable((ms) => clock.offsetMsAt(ms));
  const { offsetMsAt, changeIn } = table;
  const instantMs = (wallMs: number): number => {
    if (!Number.isFinite(wallMs)) return wallMs;
    const before = offsetMsAt(wallMs - DAY_MS);
    const after = offsetMsAt(wallMs + DAY_MS);
    if (before === after) return wallMs - before;
    const change = changeIn(wallMs - DAY_MS, wallMs + DAY_MS);
    if (change === null || wallMs - before < change.ms) return wallMs - before;
    return Math.max(change.ms, wallMs - after);
  };
  return {
    zone,
    isUtc: false,
    offsetMsAt,
    wallMs: (ms) => (Number.isFinite(ms) ? ms + offsetMsAt(ms) : ms),
    instantMs,
    changes({ startMs, endMs }) {
      const out: ClockChange[] = [];
      if (!(endMs - startMs <= LONGEST_MS)) return out;
      for (let at = startMs; at < endMs; at += WEEK_MS) {
        const change = changeIn(at, Math.min(at + WEEK_MS, endMs));
        if (change !== null) out.push(change);
      }
      return out;
    },
  };
}

interface OffsetTable {
  offsetMsAt(ms: number): number;
  /** The change in `(fromMs, toMs]`, a span of a week at most; null when there is none. */
  changeIn(fromMs: number, toMs: number): ClockChange | null;
}

function offsetTable(ask: (ms: number) => number): OffsetTable {
  const edges = new Map<number, number>();
  const changes = new Map<number, ClockChange | null>();
  const edge = (week: number): number => {
    let known = edges.get(week);
    if (known === undefined) {
      known = ask(week * WEEK_MS);
      edges.set(week, known);
    }
    return known;
  };
  const changeOf = (week: number): ClockChange | null => {
    let known = changes.get(week);
    if (known === undefined) {
      known = searched(ask, week * WEEK_MS, (week + 1) * WEEK_MS);
      changes.set(week, known);
    }
    return known;
  };
  const offsetMsAt = (given: number): number => {
    const ms = clamped(given);
    const week = Math.floor(ms / WEEK_MS);
    const first = edge(week);
    if (first === edge(week + 1)) return first;
    const change = changeOf(week);
    return change === null || ms < change.ms ? first : first + change.byMs;
  };
  return {
    offsetMsAt,
    changeIn(fromMs, toMs) {
      const shiftMs = clamped(fromMs) - fromMs;
      const from = fromMs + shiftMs;
      const to = toMs + shiftMs;
      for (let week = Math.floor(from / WEEK_MS); week * WEEK_MS < to; week++) {
        if (edge(week) === edge(week + 1)) continue;
        const change = changeOf(week);
        if (change !== null && change.ms > from && change.ms <= to) return { ...change, ms: change.ms - shiftMs };
      }
      return null;
    },
  };
}

function clamped(ms: number): number {
  if (!(ms > FIRST_MS)) return FIRST_MS;
  if (ms < LAST_MS) return ms;
  return ms - Math.ceil((ms - LAST_MS + 1) / CYCLE_MS) * CYCLE_MS;
}

function searched(ask: (ms: number) => number, fromMs: number, toMs: number): ClockChange | null {
  const before = ask(fromMs);
  const after = ask(toMs);
  if (before === after) return null;
  let low = fromMs / 1000;
  let high = toMs / 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return { ms: high * 1000, byMs: after - before };
}
