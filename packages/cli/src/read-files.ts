import {
  type BlobLike,
  type ImportReport,
  loadIncidents,
  type MergeChanges,
  mergeIncidents,
  type ReadResult,
  readDeletions,
  redactResult,
  WhenWhereError,
} from "@whenwhere/model";
import { type CliIo, UsageError } from "./cli-io.ts";
import type { CliCall } from "./cli-options.ts";
import { createProgress } from "./progress.ts";

/** One input and what reading it did. */
export interface FileReport {
  readonly name: string;
  readonly report: ImportReport;
}

/** All inputs as one result. */
export interface CliData {
  readonly result: ReadResult;
  readonly files: readonly FileReport[];
  /** What later files changed in earlier ones; null for one file. */
  readonly changes: MergeChanges | null;
}

/**
 * Reads files and brings each over those before it, by id; lists of deletions remove. Redaction comes last, so that
 * records still find each other. Throws {@link UsageError} for a file that is not there.
 */
export async function readFiles(paths: readonly string[], call: CliCall, io: CliIo): Promise<CliData> {
  if (paths.filter((path) => path === "-").length > 1) {
    throw new UsageError("Standard input can be read once; name - only once.");
  }
  const parts: FilePart[] = [];
  for (const path of paths) parts.push(await readPart(path, { call, io, several: paths.length > 1 }));
  const files = parts.map(({ name, result }) => ({ name, report: result.report }));
  const merged = mergeParts(parts);
  if (call.redact === null) return { ...merged, files };
  const result = redactResult(merged.result, call.redact);
  // Reports of single files quote what was hidden.
  return { result, files: [{ name: paths.join(", "), report: result.report }], changes: merged.changes };
}

interface FilePart {
  readonly name: string;
  readonly result: ReadResult;
  readonly deletions: NonNullable<ReturnType<typeof readDeletions>>["deletions"];
}

interface PartOptions {
  readonly call: CliCall;
  readonly io: CliIo;
  readonly several: boolean;
}

async function readPart(name: string, { call, io, several }: PartOptions): Promise<FilePart> {
  let blob: BlobLike;
  try {
    blob = await io.open(name);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} cannot be read (${words}). Check the name.`);
  }
  const deletions = several ? readDeletions(await headOf(blob)) && readDeletions(await bytesOf(blob)) : null;
  if (deletions !== null) return { name, deletions: deletions.deletions, result: emptyResult(deletions.report) };
  const progress = createProgress(name, io);
  try {
    const result = await loadIncidents(blob, { ...call.read, name, onProgress: progress.onProgress });
    return { name, result, deletions: [] };
  } catch (error) {
    if (!(error instanceof WhenWhereError) || !error.code.startsWith("load/")) throw error;
    return { name, result: failedResult(error), deletions: [] };
  } finally {
    progress.end();
  }
}

const FEED_BYTES = 2 ** 26;

/** Enough to see whether a file is a list of deletions; a JSON list needs all of it. */
async function headOf(blob: BlobLike): Promise<Uint8Array> {
  if (blob.size <= FEED_BYTES) return bytesOf(blob);
  const reader = blob.stream().getReader();
  const { value = new Uint8Array() } = await reader.read();
  await reader.cancel();
  return value.subarray(0, value.lastIndexOf(10) + 1);
}

async function bytesOf(blob: BlobLike): Promise<Uint8Array> {
  const reader = blob.stream().getReader();
  const chunks: Uint8Array[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(Buffer.concat(chunks));
    if (value !== undefined) chunks.push(value);
  }
}

function mergeParts(parts: readonly FilePart[]): Pick<CliData, "result" | "changes"> {
  const [first, ...later] = parts as [FilePart, ...FilePart[]];
  let { result } = first;
  let changes: MergeChanges | null = null;
  for (const { result: update, deletions } of later) {
    const merged = mergeIncidents(result, { ...update, deletions });
    const { incidents, sources } = merged;
    changes = changes === null ? merged.changes : joinedChanges(changes, merged.changes, incidents.length);
    result = { ...withHead(result, update), incidents, sources, ...joinedReport(result, update) };
  }
  return { result, changes };
}

/** The title page of the first file; what it leaves open comes from the later one. Both attributions stay. */
function withHead(a: ReadResult, b: ReadResult): ReadResult {
  const both = (x: string | null, y: string | null): string | null =>
    [...new Set([x, y].filter((text) => text !== null))].join(" · ") || null;
  return {
    ...a,
    title: a.title ?? b.title,
    description: a.description ?? b.description,
    language: a.language ?? b.language,
    attribution: both(a.attribution, b.attribution),
    license: both(a.license, b.license),
  };
}

function joinedReport(a: ReadResult, b: ReadResult): Pick<ReadResult, "issues" | "report"> {
  const issues = [...a.issues, ...b.issues];
  const join = (x: string, y: string): string => (x.split(" + ").includes(y) ? x : `${x} + ${y}`);
  const sums = Object.entries(a.report.rows).map(([key, n]) => [key, n + b.report.rows[key as "read"]]);
  return {
    issues,
    report: {
      format: join(a.report.format, b.report.format),
      encoding: join(a.report.encoding, b.report.encoding),
      rows: Object.fromEntries(sums) as ImportReport["rows"],
      issues,
    },
  };
}

/** Two steps of merging as one; `total` records are there after both. */
function joinedChanges(a: MergeChanges, b: MergeChanges, total: number): MergeChanges {
  const gone = new Set(b.removed);
  const here = new Set([...a.added, ...b.added].filter((id) => !gone.has(id)));
  const changed = new Set([...a.changed, ...b.changed].filter((id) => !gone.has(id) && !here.has(id)));
  const came = new Set(a.added);
  return {
    added: [...here],
    changed: [...changed],
    removed: [...a.removed, ...b.removed.filter((id) => !came.has(id))],
    outdated: [...a.outdated, ...b.outdated],
    idle: [...a.idle, ...b.idle],
    same: total - here.size - changed.size,
  };
}

const NOTHING = { incidents: [], sources: {}, title: null, description: null, attribution: null, license: null };

function emptyResult(report: ImportReport): ReadResult {
  return { ...NOTHING, language: null, issues: report.issues, report };
}

/** A file that never became data, such as a web page. */
function failedResult(error: WhenWhereError): ReadResult {
  const message = error.message.endsWith(error.hint)
    ? error.message.slice(0, -error.hint.length).trim()
    : error.message;
  const issue = {
    code: error.code,
    severity: "error" as const,
    row: null,
    field: null,
    value: null,
    message,
    hint: error.hint,
  };
  const rows = { read: 0, kept: 0, changed: 0, undated: 0, unplaced: 0, rejected: 0 };
  return emptyResult({ format: "unknown", encoding: "unknown", rows, issues: [issue] });
}
