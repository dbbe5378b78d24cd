import type { ImportReport, Issue } from "../issues.ts";
import { decodeBytes, withoutMark } from "../read/decode-bytes.ts";
import { issueOf } from "../read/issue-of.ts";
import { parseJson } from "../read/json-text.ts";
import { isRecord } from "../read/record/fields.ts";
import { columnName, parseTable } from "../read/table/table.ts";
import { valueText } from "../value-text.ts";
import type { Deletion } from "./merge-incidents.ts";

/** What a feed of deletions says. Law: `deletions.length === report.rows.kept`. */
export interface DeletionsRead {
  readonly deletions: readonly Deletion[];
  readonly report: ImportReport;
}

const ID_NAMES: readonly string[] = ["event_id_cnty", "id", "event_id", "incident_id"];
const STAMP_NAMES: readonly string[] = ["deleted_timestamp", "timestamp", "deleted_at"];

/**
 * Reads a list of ids to drop: ACLED's feed `deleted` (`event_id_cnty`, `deleted_timestamp`; CSV, or JSON with `data`),
 * any table of an id column and at most one of timestamps in Unix seconds, or a JSON list of ids. Null when the input is
 * something else, such as a file of records. Never throws on data.
 */
export function readDeletions(input: string | Uint8Array): DeletionsRead | null {
  const { text, encoding } =
    typeof input === "string" ? { text: withoutMark(input), encoding: "text" } : decodeBytes(input);
  const rows = /^\s*[[{]/.test(text) ? jsonRows(text) : tableRows(text);
  if (rows === null) return null;
  const issues: Issue[] = [];
  const deletions = rows.flatMap(({ id, stamp }, i): readonly Deletion[] => {
    const name = typeof id === "string" || typeof id === "number" ? String(id).trim() : "";
    if (name !== "") return [{ id: name, timestamp: secondsOf(stamp) }];
    const message = `The row names no record to drop: the id is ${valueText(id)}.`;
    issues.push(issueOf({ code: "record/empty", field: "id", value: id ?? null, message }, i + 1));
    return [];
  });
  const kept = deletions.length;
  const counts = { read: rows.length, kept, changed: 0, undated: 0, unplaced: 0, rejected: rows.length - kept };
  return { deletions, report: { format: "deletions", encoding, rows: counts, issues } };
}

interface DeletionRow {
  readonly id: unknown;
  readonly stamp: unknown;
}

/** Only a bare list of ids is a list of deletions: a column more, and the rows are records. */
function namesOf(columns: readonly string[]): { readonly id: string; readonly stamp: string | null } | null {
  const id = columns.find((name) => ID_NAMES.includes(name.toLowerCase()));
  const stamp = columns.find((name) => STAMP_NAMES.includes(name.toLowerCase())) ?? null;
  const isFeed = columns.some((name) => /^deleted_/i.test(name));
  const others = columns.filter((name) => name !== id && name !== stamp);
  if (id === undefined || (others.length > 0 && !isFeed)) return null;
  return { id, stamp };
}

function tableRows(text: string): readonly DeletionRow[] | null {
  const first = /^\s*([^\r\n]*)/.exec(text)?.[1] ?? "";
  // The rest of a large file of records need not be parsed to see that it is one.
  if (namesOf(first.split(/[,;\t|]/).map(columnName)) === null) return null;
  const table = parseTable(text, undefined);
  const columns = table.columns.map(columnName);
  const names = namesOf(columns);
  if (names === null) return null;
  const [id, stamp] = [columns.indexOf(names.id), names.stamp === null ? -1 : columns.indexOf(names.stamp)];
  return table.rows.map(({ cells }) => ({ id: cells[id], stamp: cells[stamp] }));
}

function jsonRows(text: string): readonly DeletionRow[] | null {
  // Records say what happened or where; a list of ids does not.
  if (/"(?:incidents|features|event_date|title|latitude)"\s*:/.test(text.slice(0, 65_536))) return null;
  const parsed = parseJson(text);
  if (!parsed.ok) return null;
  const items = isRecord(parsed.value) ? parsed.value.data : parsed.value;
  if (!Array.isArray(items) || items.length === 0) return null;
  if (items.every((item) => typeof item === "string")) return items.map((id) => ({ id, stamp: undefined }));
  const [head] = items;
  const names = isRecord(head) ? namesOf(Object.keys(head)) : null;
  if (names === null) return null;
  const { id, stamp } = names;
  return items.map((item) =>
    isRecord(item) ? { id: item[id], stamp: stamp === null ? undefined : item[stamp] } : { id: item, stamp: undefined },
  );
}

function secondsOf(stamp: unknown): number | null {
  if (typeof stamp !== "string" && typeof stamp !== "number") return null;
  const seconds = Number(stamp);
  return String(stamp).trim() !== "" && Number.isFinite(seconds) ? seconds : null;
}
