import { type EdtfDate, parseEdtf, rivalDates, SPAN_MEANINGS, STATUSES, spansOf, type When } from "@whenwhere/model";
import { DATE_BITS, ROW_BITS } from "@whenwhere/store";
import type { Edge, GlyphKind, Outline, Reading, SceneStore, TimeGlyph } from "../types.ts";

/** How a status is outlined. */
export function outlineOf(status: (typeof STATUSES)[number]): Outline {
  if (status === "alleged") return "dashed";
  if (status === "planned") return "hollow";
  if (status === "cancelled" || status === "retracted") return "struck";
  return "solid";
}

/** What the date of a row says, before any pixel. Null for an undated row. Reads the record only for sets and rival dates. */
export function glyphOf(store: SceneStore, row: number): TimeGlyph | null {
  const { columns } = store;
  if (Number.isNaN(columns.outerStartMs.at(row))) return null;
  const own = ownReading(store, row);
  const rivals = columns.rowBits.at(row) & ROW_BITS.rivalDates ? rivalReadings(store, row) : [];
  return {
    row,
    kind: own.kind,
    outline: outlineOf(STATUSES[columns.status.at(row)] ?? "happened"),
    readings: mergeReadings(own, rivals),
    count: columns.count.at(row),
    countAtLeast: (columns.rowBits.at(row) & ROW_BITS.countAtLeast) !== 0,
  };
}

/** The record's own reading takes the speaker of an account that says the same, and is not drawn twice. */
function mergeReadings(own: Reading, rivals: readonly Reading[]): Reading[] {
  const same = rivals.find((r) => r.startMs === own.startMs && r.endMs === own.endMs);
  const others = rivals.filter((r) => r.startMs !== own.startMs || r.endMs !== own.endMs);
  const distinct = others.filter(
    (r, i) => others.findIndex((other) => other.startMs === r.startMs && other.endMs === r.endMs) === i,
  );
  return [same === undefined ? own : { ...own, by: same.by }, ...distinct.slice(0, 5)];
}

function ownReading(store: SceneStore, row: number): Reading {
  const { columns } = store;
  const bits = columns.dateBits.at(row);
  const startMs = columns.outerStartMs.at(row);
  const endMs = columns.outerEndMs.at(row);
  const coreStartMs = columns.coreStartMs.at(row);
  const meaning = SPAN_MEANINGS[columns.span.at(row)] ?? "within";
  const isSet = (bits & DATE_BITS.set) !== 0;
  const set = isSet ? setMembers(store.incident(row).when) : null;
  const stated = meaning === "ongoing" && Number.isNaN(coreStartMs) ? statedSpan(store, row) : null;
  return {
    startMs,
    endMs,
    coreStartMs: stated?.[0] ?? coreStartMs,
    coreEndMs: stated?.[1] ?? columns.coreEndMs.at(row),
    start: edgeOf(startMs, { approximate: bits & DATE_BITS.approximateStart, unknown: bits & DATE_BITS.unknownStart }),
    end: edgeOf(endMs, { approximate: bits & DATE_BITS.approximateEnd, unknown: bits & DATE_BITS.unknownEnd }),
    uncertain: (bits & DATE_BITS.uncertain) !== 0,
    kind: kindOf(meaning, set !== null && set.members.length > 1, !Number.isNaN(coreStartMs)),
    by: null,
    members: set?.members ?? [],
    all: set?.all ?? false,
  };
}

/** When an undelimited happening was said to be going on: the date of the first account that has one, else of the first source. */
function statedSpan(store: SceneStore, row: number): readonly [number, number] | null {
  const incident = store.incident(row);
  const said = incident.claims?.find((claim) => claim.at !== undefined)?.at;
  const published = incident.sources?.map((key) => store.sources[key]?.published).find((text) => text);
  const date = parsed(said ?? published);
  return date !== null && Number.isFinite(date.endMs - date.startMs) ? [date.startMs, date.endMs] : null;
}

function edgeOf(boundMs: number, flags: { readonly approximate: number; readonly unknown: number }): Edge {
  if (!Number.isFinite(boundMs)) return flags.unknown ? "unknown" : "open";
  return flags.approximate ? "fade" : "cap";
}

function kindOf(meaning: (typeof SPAN_MEANINGS)[number], isSet: boolean, hasCore: boolean): GlyphKind {
  if (meaning !== "within") return meaning;
  if (isSet) return "set";
  return hasCore ? "instant" : "within";
}

function parsed(edtf: string | null | undefined): EdtfDate | null {
  if (edtf === null || edtf === undefined) return null;
  try {
    return parseEdtf(edtf);
  } catch {
    // Already an issue of the import; the columns hold what could be read.
    return null;
  }
}

function setMembers(when: When | undefined): Pick<Reading, "members" | "all"> | null {
  const date = parsed(when?.edtf);
  if (date === null || date.kind !== "set") return null;
  const members = date.members
    .filter((member) => Number.isFinite(member.startMs) && Number.isFinite(member.endMs))
    .map((member) => [member.startMs, member.endMs] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, 200);
  // An open side (`[..2022-02-02]`) makes it a bar, not a row of days.
  const bounded = members.length === date.members.length;
  return bounded && members.length > 1 ? { members, all: date.choice === "all" } : null;
}

/** Readings of others, as the words tell them; what a speaker denies is not drawn. */
function rivalReadings(store: SceneStore, row: number): Reading[] {
  return rivalDates(store.incident(row)).flatMap(({ value, edtf, stance, by, claimId }) => {
    if (claimId === null || stance === "denies") return [];
    const date = parsed(edtf);
    if (date === null) return [];
    const meaning = value.span ?? SPAN_MEANINGS[store.columns.span.at(row)] ?? "within";
    const spans = spansOf(date, meaning, value.zone ?? null);
    const reading: Reading = {
      startMs: spans.outerStartMs,
      endMs: spans.outerEndMs,
      coreStartMs: spans.coreStartMs,
      coreEndMs: spans.coreEndMs,
      start: edgeOf(spans.outerStartMs, {
        approximate: date.start.approximate ? 1 : 0,
        unknown: date.start.kind === "unknown" ? 1 : 0,
      }),
      end: edgeOf(spans.outerEndMs, {
        approximate: date.end.approximate ? 1 : 0,
        unknown: date.end.kind === "unknown" ? 1 : 0,
      }),
      uncertain: date.uncertain,
      kind: kindOf(meaning, false, !Number.isNaN(spans.coreStartMs)),
      by,
      members: [],
      all: false,
    };
    return [reading];
  });
}
