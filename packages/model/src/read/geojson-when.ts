import { isEdtf } from "./is-edtf.ts";
import { isRecord } from "./record/fields.ts";

/**
 * A `when` member as one of our own: our fields as they are; `timespans` of GeoJSON-T (Linked Places) as EDTF.
 * A start without an end is the whole start; `earliest` and `latest` bound a moment; two sides with `in` are filled.
 */
export function whenOfMember(member: unknown): unknown {
  if (!isRecord(member)) return typeof member === "string" ? { edtf: member } : member;
  const { timespans, timespan, ...own } = member;
  if ("edtf" in own || (timespans === undefined && timespan === undefined)) return own;
  const spans = Array.isArray(timespans) ? timespans : [timespans ?? timespan];
  const read = spans.map(edtfOfTimespan).filter((span) => span !== null);
  const label = typeof own.label === "string" ? { label: own.label } : {};
  if (read.length === 0)
    return Object.keys(label).length > 0 ? label : { label: JSON.stringify(timespans ?? timespan) };
  if (read.length === 1) return { ...read[0], ...label };
  return {
    edtf: `{${read.map(({ edtf }) => edtf.replace("/", "..")).join(",")}}`,
    span: "series",
    count: read.length,
    ...label,
  };
}

interface SpanReading {
  readonly edtf: string;
  readonly span?: "throughout";
}

function edtfOfTimespan(span: unknown): SpanReading | null {
  if (!isRecord(span)) return null;
  const start = sideOf(span.start);
  const end = sideOf(span.end);
  if (start === null && end === null) return null;
  if (end === null) return single(start as Side);
  if (start === null) return { edtf: `/${end.last}`, span: "throughout" };
  const edtf = start.first === end.last ? start.first : `${start.first}/${end.last}`;
  return isEdtf(edtf) ? { edtf, span: "throughout" } : null;
}

function single(start: Side): SpanReading | null {
  const edtf = start.first === start.last ? start.first : `${start.first}/${start.last}`;
  return isEdtf(edtf) ? { edtf } : null;
}

interface Side {
  readonly first: string;
  readonly last: string;
}

function sideOf(side: unknown): Side | null {
  if (typeof side === "string") return isEdtf(side) ? { first: side, last: side } : null;
  if (!isRecord(side)) return null;
  const known = (value: unknown): string | null => (typeof value === "string" && isEdtf(value) ? value : null);
  const inside = known(side.in);
  if (inside !== null) return { first: inside, last: inside };
  const first = known(side.earliest);
  const last = known(side.latest);
  if (first === null && last === null) return null;
  return { first: first ?? "", last: last ?? "" };
}
