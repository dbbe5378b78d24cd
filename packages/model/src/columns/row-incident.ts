import { type Incident, PLACE_PRECISIONS, STATUSES } from "../incident.ts";
import { DAY_MS } from "../time/calendar.ts";

/** What the columns say of one row. Spans are half-open UTC milliseconds; NaN = unknown. */
export interface RowFacts {
  readonly id: string;
  /** Null where the columns have none: it is then made of category and id. */
  readonly title: string | null;
  /** "" = none. */
  readonly category: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
  /** Indexes into `PLACE_PRECISIONS` and `STATUSES`. */
  readonly placePrecision: number;
  readonly status: number;
}

/** The record of a row of which there are only columns: what they say, and nothing beside. */
export function incidentOfFacts(facts: RowFacts): Incident {
  const { id, title, category, lon, lat, radiusM } = facts;
  const edtf = edtfOfSpan(facts.startMs, facts.endMs);
  const where = {
    ...{ lon, lat },
    precision: PLACE_PRECISIONS[facts.placePrecision] ?? ("settlement" as const),
    radiusM: Number.isNaN(radiusM) ? null : radiusM,
  };
  return {
    id,
    status: STATUSES[facts.status] ?? "happened",
    title: title ?? (category === "" ? id : `${category} ${id}`),
    ...(category === "" ? {} : { category }),
    ...(edtf === null ? {} : { when: { edtf } }),
    ...(Number.isNaN(lon) ? {} : { where }),
  };
}

/** Days where the bounds are midnights, else date-times; no text beyond the years that a Date can hold. */
function edtfOfSpan(startMs: number, endMs: number): string | null {
  const isDays = [startMs, endMs].every((ms) => !Number.isFinite(ms) || ms % DAY_MS === 0);
  const start = sideOf(startMs, isDays);
  const end = sideOf(endMs - (isDays ? DAY_MS : 1), isDays);
  if (start === null || end === null || (start === ".." && end === "..")) return null;
  return start === end ? start : `${start}/${end}`;
}

function sideOf(ms: number, isDay: boolean): string | null {
  if (!Number.isFinite(ms)) return Number.isNaN(ms) ? null : "..";
  if (Math.abs(ms) > 8.64e15) return null;
  const text = new Date(ms).toISOString();
  if (!/^\d{4}-/.test(text)) return null;
  return isDay ? text.slice(0, 10) : text;
}
