import { DAY_MS } from "@whenwhere/model";
import { columnOf } from "@whenwhere/store";
import type { Reading, SceneStore, TimeGlyph } from "../types.ts";
import type { ZoneTime } from "./zone-time.ts";

/**
 * The law of days and instants. Columns hold both in UTC milliseconds: an instant where it is, a day of the calendar from
 * midnight to midnight UTC. On an axis in another zone an instant stays where it is, and **a day stays a day**: it is drawn
 * from midnight to midnight of the axis, whose days they are, so that 2 February is 2 February for every reader.
 *
 * Dates of days, months, years (all that have no time of day) are told by their bounds: both are whole days. A time of day has
 * at least one bound that is not, since it is at most an hour long. A date with a day on one side and a time of day on the
 * other stays as it is. A time of day without a zone counts as UTC; its words say that the zone is not given.
 */
export function isCalendarSpan(startMs: number, endMs: number): boolean {
  const bounds = [startMs, endMs].filter(Number.isFinite);
  return bounds.length > 0 && bounds.every((ms) => ms % DAY_MS === 0);
}

/** A span as the axis of a zone has it: days begin and end at its midnights, instants stay. */
export function zonedSpan(startMs: number, endMs: number, time: ZoneTime): readonly [startMs: number, endMs: number] {
  if (time.isUtc || !isCalendarSpan(startMs, endMs)) return [startMs, endMs];
  const [a, b] = [time.instantMs(startMs), time.instantMs(endMs)];
  // A day that the zone left out has no place on its axis but its own.
  return a < b ? [a, b] : [startMs, endMs];
}

/** All readings of a glyph as the axis of a zone has them. */
export function zonedGlyph(glyph: TimeGlyph, time: ZoneTime): TimeGlyph {
  if (time.isUtc) return glyph;
  return { ...glyph, readings: glyph.readings.map((reading) => zonedReading(reading, time)) };
}

function zonedReading(reading: Reading, time: ZoneTime): Reading {
  const [startMs, endMs] = zonedSpan(reading.startMs, reading.endMs, time);
  const [coreStartMs, coreEndMs] = zonedSpan(reading.coreStartMs, reading.coreEndMs, time);
  const members = reading.members.map(([a, b]) => zonedSpan(a, b, time));
  return { ...reading, startMs, endMs, coreStartMs, coreEndMs, members };
}

/** Whether any row of a store has a time of day. Cost O(n), ended by the first. */
export function hasInstants({ columns }: Pick<SceneStore, "columns">): boolean {
  for (let row = 0; row < columns.length; row++) {
    const startMs = columns.outerStartMs.at(row);
    const endMs = columns.outerEndMs.at(row);
    if ((Number.isFinite(startMs) || Number.isFinite(endMs)) && !isCalendarSpan(startMs, endMs)) return true;
  }
  return false;
}

/**
 * A store as an axis in a zone sees it: the same rows and clauses, days at the midnights of the zone. Costs O(n) and 16 bytes a
 * row, and a sort where days and instants are mixed; for UTC it is the store itself. Keep it until the data change.
 */
export function zonedStore(store: SceneStore, time: ZoneTime): SceneStore {
  if (time.isUtc) return store;
  const { length, outerStartMs, outerEndMs } = store.columns;
  const startMs = new Float64Array(length);
  const endMs = new Float64Array(length);
  let days = 0;
  for (let row = 0; row < length; row++) {
    const from = outerStartMs.at(row);
    const to = outerEndMs.at(row);
    const [a, b] = zonedSpan(from, to, time);
    // Undated rows are NaN before and after.
    if (!Object.is(a, from) || !Object.is(b, to)) days++;
    startMs[row] = a;
    endMs[row] = b;
  }
  if (days === 0) return store;
  const columns = { ...store.columns, outerStartMs: columnOf(startMs), outerEndMs: columnOf(endMs) };
  const timeOrder = sortedOrder(store.timeOrder, startMs);
  return {
    columns,
    timeOrder,
    categories: store.categories,
    sources: store.sources,
    get state() {
      return store.state;
    },
    get extentMs() {
      return extentOf(store, startMs, endMs);
    },
    id: (row) => store.id(row),
    incident: (row) => store.incident(row),
    passing: (source) => store.passing(source),
    histogram: (...args) => store.histogram(...args),
    rowOf: (id) => store.rowOf(id),
  };
}

/** The order of the store, sorted anew only where the days moved past the instants beside them. */
function sortedOrder(order: SceneStore["timeOrder"], startMs: Float64Array): SceneStore["timeOrder"] {
  for (let i = 1; i < order.length; i++) {
    if ((startMs[order[i - 1] as number] as number) > (startMs[order[i] as number] as number)) {
      return order.slice().sort((a, b) => keyOf(startMs, a) - keyOf(startMs, b) || a - b);
    }
  }
  return order;
}

/** Undated rows come last, open starts first. Infinities must not meet in a difference. */
function keyOf(startMs: Float64Array, row: number): number {
  const ms = startMs[row] as number;
  return Number.isNaN(ms) ? Number.MAX_VALUE : ms === Number.NEGATIVE_INFINITY ? -Number.MAX_VALUE / 4 : ms;
}

function extentOf(store: SceneStore, startMs: Float64Array, endMs: Float64Array): SceneStore["extentMs"] {
  if (store.extentMs === null) return null;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < startMs.length; row++) {
    const [a, b] = [startMs[row] as number, endMs[row] as number];
    if (Number.isFinite(a) && a < low) low = a;
    if (Number.isFinite(b) && b > high) high = b;
  }
  return low < high ? [low, high] : store.extentMs;
}
