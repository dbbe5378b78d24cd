import type { Incident, Source } from "../incident.ts";
import type { Issue, RowCounts } from "../issues.ts";
import { placeKind } from "../place/place-kind.ts";
import { valueText } from "../value-text.ts";
import { assignIds, type KeptRow } from "./assign-ids.ts";
import { issueOf } from "./issue-of.ts";
import type { CollectionHead, RecordSink } from "./reader.ts";
import { shape } from "./record/fields.ts";
import { readRecord } from "./record/read-record.ts";
import { createRowLog, noteChanges } from "./record/row-log.ts";
import { SOURCE } from "./record/shapes.ts";
import { createZoneCheck } from "./zone-check.ts";

/** What a sink has when the reader is done. */
export interface SinkResult {
  readonly incidents: readonly Incident[];
  /** Number of the record that each incident was, from 1. */
  readonly rowNumbers: readonly number[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly issues: readonly Issue[];
  readonly rows: RowCounts;
  readonly head: CollectionHead;
  readonly format: string | null;
}

/** A sink that keeps the sum law by counting where records are taken, and its end. */
export interface FinishingSink extends RecordSink {
  /** Records that were read elsewhere: they are counted as read, so that the next one has its number in the input. */
  skip(count: number): void;
  /** `isTaken`: ids of records that were read elsewhere. `rows` counts only what came to this sink. */
  finish(isTaken?: (id: string) => boolean): SinkResult;
}

/** Collects records, remarks and sources of one input. */
export function createRecordSink(): FinishingSink {
  const knowsZone = createZoneCheck();
  const kept: KeptRow[] = [];
  const issues: Issue[] = [];
  const sources = new Map<string, Source>();
  let head: CollectionHead = {};
  let format: string | null = null;
  let read = 0;
  let skipped = 0;
  return {
    record(raw, notes = []) {
      read++;
      const outcome = readSafely(raw, knowsZone);
      if (outcome.draft === null) {
        issues.push(issueOf(outcome.reason, read), ...notes.map((note) => issueOf(note, read)));
        return;
      }
      let changed = false;
      for (const list of [notes, outcome.notes]) {
        for (const note of list) {
          issues.push(issueOf(note, read));
          changed ||= noteChanges(note);
        }
      }
      kept.push({ row: read, draft: outcome.draft, changed });
    },
    reject(note) {
      read++;
      issues.push(issueOf(note, read));
    },
    note(note) {
      issues.push(issueOf(note, null));
    },
    source(key, raw) {
      const log = createRowLog();
      const named = typeof raw === "object" && raw !== null && !("title" in raw) ? { ...raw, title: key } : raw;
      const source = shape(SOURCE)(named, `sources.${key}`, log) as Source | undefined;
      for (const note of log.notes) issues.push(issueOf(note, null));
      if (source !== undefined) sources.set(key, source);
    },
    describe(more) {
      head = { ...head, ...more };
    },
    format(name) {
      format = name;
    },
    skip(count) {
      read += count;
      skipped += count;
    },
    finish(isTaken) {
      const assigned = assignIds(kept, isTaken && { isTaken, count: skipped });
      const incidents = assigned.incidents;
      const late = [...assigned.issues, ...danglingRefs(kept, incidents, sources)];
      return {
        incidents: incidents.filter((incident) => incident !== null),
        rowNumbers: kept.filter((_, i) => incidents[i] !== null).map(({ row }) => row),
        sources: Object.fromEntries(sources),
        issues: [...issues, ...late].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
        rows: countRows(read - skipped, kept, incidents),
        head,
        format,
      };
    },
  };
}

/** A fault of ours in one record must not cost the others. */
function readSafely(raw: unknown, knowsZone: (zone: string) => boolean): ReturnType<typeof readRecord> {
  try {
    return readRecord(raw, knowsZone);
  } catch (error) {
    const message = `The record could not be read: ${valueText(error instanceof Error ? error.message : error)}.`;
    return { draft: null, reason: { code: "record/reader-failed", message }, notes: [] };
  }
}

function countRows(read: number, kept: readonly KeptRow[], incidents: readonly (Incident | null)[]): RowCounts {
  const counts = { read, kept: 0, changed: 0, undated: 0, unplaced: 0, rejected: 0 };
  incidents.forEach((incident, i) => {
    if (incident === null) return;
    counts.kept++;
    if (kept[i]?.changed === true) counts.changed++;
    if (incident.when?.edtf === undefined || incident.when.edtf === null) counts.undated++;
    if (placeKind(incident.where) === "none") counts.unplaced++;
  });
  counts.rejected = read - counts.kept;
  return counts;
}

function danglingRefs(
  kept: readonly KeptRow[],
  incidents: readonly (Incident | null)[],
  sources: ReadonlyMap<string, Source>,
): readonly Issue[] {
  const ids = new Set(incidents.map((incident) => incident?.id));
  const issues: Issue[] = [];
  incidents.forEach((incident, i) => {
    const row = kept[i]?.row ?? null;
    for (const key of incident?.sources ?? []) {
      if (sources.has(key)) continue;
      const message = `The record names the source ${valueText(key)}, which is not described.`;
      issues.push(issueOf({ code: "source/unknown-key", field: "sources", value: key, message }, row));
    }
    for (const { to } of incident?.relations ?? []) {
      if (ids.has(to)) continue;
      const message = `The record points to ${valueText(to)}, which is not here.`;
      issues.push(issueOf({ code: "relation/unknown-id", field: "relations", value: to, message }, row));
    }
  });
  return issues;
}
