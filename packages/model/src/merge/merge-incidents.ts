import { WhenWhereError } from "../errors.ts";
import type { Incident, Source } from "../incident.ts";
import { refuseOptions } from "../refuse-options.ts";

/** A record that its publisher took back. */
export interface Deletion {
  readonly id: string;
  /** When it was taken back, Unix seconds; null = not stated. */
  readonly timestamp: number | null;
}

/** One file of a series: a result of `readIncidents`, a collection, or what `readDeletions` gives. */
export interface MergeInput {
  readonly incidents?: readonly Incident[];
  readonly sources?: Readonly<Record<string, Source>>;
  readonly deletions?: readonly Deletion[];
}

/** Options of {@link mergeIncidents}. */
export interface MergeOptions {
  /** Age of a record; higher is newer, null = not stated. Default: its column `timestamp`, kept under `extra`. */
  readonly versionOf?: (incident: Incident) => number | null;
}

/** What a merge changed, by id. Law: base + added - removed = records after. */
export interface MergeChanges {
  readonly added: readonly string[];
  /** Another content under the same id. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Rows of the update that are older than what is there; they were left out. */
  readonly outdated: readonly string[];
  /** Deletions of records that are not there, or that were uploaded again later. */
  readonly idle: readonly string[];
  /** How many records stayed as they were. */
  readonly same: number;
}

/** The records after a merge. */
export interface Merged {
  readonly incidents: readonly Incident[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly changes: MergeChanges;
}

/** A list of records has no member `incidents`, and would be taken for nothing. */
function refuseInput(input: MergeInput): void {
  if (Object(input) === input && !Array.isArray(input)) return;
  throw new WhenWhereError(
    "merge/input",
    `mergeIncidents got ${Array.isArray(input) ? "a list" : String(input)}.`,
    "Give { incidents }, { deletions } or what was read.",
  );
}

/**
 * Brings a newer file over an older one, record by record, by id: of two versions the one with the later `timestamp`
 * stays, on a tie or without one that of the update; deletions then remove, but never a version uploaded after them.
 * The order of the base is kept, new records follow. Neither input is changed. Cost: linear.
 * @throws WhenWhereError `merge/input`, `merge/option-unknown`.
 */
export function mergeIncidents(base: MergeInput, update: MergeInput, options: MergeOptions = {}): Merged {
  refuseOptions(options, { versionOf: "any" }, { code: "merge", name: "mergeIncidents" });
  for (const input of [base, update]) refuseInput(input);
  const { versionOf = timestampOf } = options;
  const records = new Map((base.incidents ?? []).map((incident) => [incident.id, incident]));
  const [added, changed, outdated]: [Set<string>, Set<string>, string[]] = [new Set(), new Set(), []];
  for (const incident of update.incidents ?? []) {
    const { id } = incident;
    const before = records.get(id);
    if (before === undefined) added.add(id);
    else if (isOlder(versionOf(incident), versionOf(before))) {
      outdated.push(id);
      continue;
    } else if (!added.has(id) && JSON.stringify(before) !== JSON.stringify(incident)) changed.add(id);
    records.set(id, incident);
  }
  const [removed, idle]: [string[], string[]] = [[], []];
  for (const { id, timestamp } of update.deletions ?? []) {
    const before = records.get(id);
    if (before === undefined || isOlder(timestamp, versionOf(before))) {
      idle.push(id);
      continue;
    }
    records.delete(id);
    // What came and went within one update was never there.
    if (!added.delete(id)) removed.push(id);
    changed.delete(id);
  }
  const same = records.size - added.size - changed.size;
  const incidents = [...records.values()];
  return {
    incidents,
    sources: usedSources({ ...base.sources, ...update.sources }, incidents, removed.length + changed.size > 0),
    changes: { added: [...added], changed: [...changed], removed, outdated, idle, same },
  };
}

function isOlder(version: number | null, than: number | null): boolean {
  return version !== null && than !== null && version < than;
}

function timestampOf({ extra }: Incident): number | null {
  const { timestamp } = extra ?? {};
  if (typeof timestamp !== "number" && typeof timestamp !== "string") return null;
  const version = Number(timestamp);
  return String(timestamp).trim() !== "" && Number.isFinite(version) ? version : null;
}

/** Without the descriptions that only a removed or replaced record referred to. */
function usedSources(
  sources: Readonly<Record<string, Source>>,
  incidents: readonly Incident[],
  anyGone: boolean,
): Readonly<Record<string, Source>> {
  if (!anyGone) return sources;
  const used = new Set<string>();
  for (const { sources: keys = [], figures = [], claims = [] } of incidents) {
    for (const key of keys) used.add(key);
    for (const { source } of [...figures, ...claims]) if (source !== undefined) used.add(source);
  }
  return Object.fromEntries(Object.entries(sources).filter(([key]) => used.has(key)));
}
