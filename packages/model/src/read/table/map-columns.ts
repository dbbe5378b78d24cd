import { WhenWhereError } from "../../errors.ts";
import { PLACE_PRECISIONS, STATUSES } from "../../incident.ts";
import { SPAN_MEANINGS } from "../../time/span.ts";
import type { ColumnTarget, Mapping, Note } from "../reader.ts";
import { createZoneCheck } from "../zone-check.ts";
import { hxlTarget, namesOf, normalName, TARGETS } from "./column-names.ts";
import { COLUMN_PATTERNS, isNamed } from "./column-patterns.ts";
import { readPair } from "./coordinate-text.ts";
import { readDateText } from "./date-text.ts";
import { guessByValues } from "./guess-by-values.ts";
import { foldWord, monthNumber } from "./month-names.ts";
import { foldDigits } from "./plain-text.ts";
import { isPublicationName } from "./publication-name.ts";
import type { TableRow } from "./table.ts";

/** Column index by target. */
export type ColumnMap = Readonly<Partial<Record<ColumnTarget, number>>>;

/** Which column is what, and what is to be said about it. */
export interface MappedColumns {
  readonly map: ColumnMap;
  readonly notes: readonly Note[];
}

/**
 * Decides which column is what: the caller's mapping first, then HXL tags, then names, then values.
 * A column has one target. Throws on a mapping that names no target.
 */
export function mapColumns(
  columns: readonly string[],
  rows: readonly TableRow[],
  choice: { readonly mapping?: Mapping; readonly tags?: readonly string[] | undefined },
): MappedColumns {
  const map = new Map<ColumnTarget, number>();
  const used = new Set<number>();
  const notes: Note[] = [];
  const give = (target: ColumnTarget, column: number): void => {
    if (column < 0 || used.has(column) || map.has(target)) return;
    map.set(target, column);
    used.add(column);
  };
  const mapping = choice.mapping ?? {};
  for (const [target, name] of checkedMapping(mapping)) {
    const column = columns.indexOf(name);
    if (column === -1) {
      const message = `The mapping takes ${target} from the column "${name}", which is not there; found ${columns.slice(0, 20).join(", ")}.`;
      notes.push({ code: "table/mapping", field: name, value: target, message });
    }
    give(target, column);
  }
  const open = TARGETS.filter((target) => mapping[target] === undefined);
  choice.tags?.forEach((tag, i) => {
    const target = hxlTarget(tag);
    if (target !== null && open.includes(target)) give(target, i);
  });
  const giving: Giving = { columns, names: columns.map(normalName), rows, open, map, used, give };
  giveByNames(giving);
  giveByPatterns(giving);
  const zone = map.get("zone");
  untangle(map, rows, (target) => mapping[target] !== undefined);
  if (zone !== undefined && !map.has("zone")) {
    const field = columns[zone] ?? "";
    const message = `"${field}" holds no names of time zones; times were left as the local clock showed them.`;
    notes.push({ code: "time/zone", field, message, changes: false });
  }
  used.clear();
  for (const column of map.values()) used.add(column);
  guessByValues(
    {
      rows,
      width: columns.length,
      isFree: (i) => !used.has(i),
      isPublication: (i) => isPublicationName(columns[i] ?? ""),
      has: (target) => map.has(target),
    },
    (target, column) => {
      if (open.includes(target)) give(target, column);
    },
  );
  return { map: Object.fromEntries(map), notes: [...notes, columnsNote(map, columns)] };
}

interface Giving {
  readonly columns: readonly string[];
  /** By column, as `normalName` writes them. */
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
  /** Targets that the caller left to us. */
  readonly open: readonly ColumnTarget[];
  readonly map: ReadonlyMap<ColumnTarget, number>;
  readonly used: ReadonlySet<number>;
  give(target: ColumnTarget, column: number): void;
}

function giveByNames({ names, rows, open, give }: Giving): void {
  for (const target of open) {
    for (const name of namesOf(target)) {
      const column = names.indexOf(name);
      if (column !== -1 && (target !== "month" || mostCells(rows, column, isMonth))) give(target, column);
    }
  }
}

function giveByPatterns({ columns, names, rows, open, map, used, give }: Giving): void {
  for (const pattern of COLUMN_PATTERNS) {
    if (!open.includes(pattern.target) || pattern.unless.some((target) => map.has(target))) continue;
    const named = names.flatMap((name, i) => (!used.has(i) && isNamed(pattern, columns[i] ?? "", name) ? [i] : []));
    const [only] = named;
    // Deaths of one side and of the other: no one of them is the number that is asked for.
    if (named.length === 1 && only !== undefined && mostCells(rows, only, pattern.fits)) give(pattern.target, only);
  }
}

/** "شهر" is a month in Arabic and a town in Persian: the cells decide. */
function isMonth(cell: string): boolean {
  return /^\d{1,2}(?:\.0+)?$/.test(foldDigits(cell)) || monthNumber(foldWord(cell)) > 0;
}

function checkedMapping(mapping: Mapping): readonly [ColumnTarget, string][] {
  return Object.entries(mapping).flatMap(([target, name]) => {
    if (!TARGETS.includes(target as ColumnTarget)) {
      throw new WhenWhereError(
        "read/mapping",
        `readIncidents: mapping names "${target}", which is not a field that a column can fill.`,
        `Use some of ${TARGETS.join(", ")}.`,
      );
    }
    return typeof name === "string" ? [[target as ColumnTarget, name] as [ColumnTarget, string]] : [];
  });
}

/** Columns whose cells must be of a few words; another meaning of the same name goes to `extra`. */
const WORDS: readonly (readonly [ColumnTarget, readonly string[]])[] = [
  ["status", STATUSES],
  ["span", SPAN_MEANINGS],
  ["precision", PLACE_PRECISIONS],
  ["basis", ["measured", "codebook", "assumed"]],
  ["sensitivity", ["none", "graphic", "personal"]],
];

/** Takes back names that the cells or the neighbours contradict. */
function untangle(
  map: Map<ColumnTarget, number>,
  rows: readonly TableRow[],
  isChosen: (target: ColumnTarget) => boolean,
): void {
  const dropUnless = (target: ColumnTarget, keep: boolean): void => {
    if (!keep && !isChosen(target)) map.delete(target);
  };
  for (const [target, words] of WORDS) {
    const column = map.get(target);
    if (column !== undefined)
      dropUnless(
        target,
        mostCells(rows, column, (cell) => words.includes(cell)),
      );
  }
  const zone = map.get("zone");
  if (zone !== undefined) dropUnless("zone", mostCells(rows, zone, createZoneCheck()));
  takeTimeAsDate(map, rows, isChosen);
  // A year beside a full date only repeats it; a month or day says nothing without a year.
  dropUnless("year", !map.has("date") && !map.has("start"));
  dropUnless("month", map.has("year"));
  dropUnless("day", map.has("month"));
  // "count" means the size of a series only beside the other words of our own tables.
  dropUnless("count", map.has("span"));
  const place = map.get("place");
  if (place === undefined || isChosen("place") || map.has("lat") || map.has("latLon")) return;
  if (!mostCells(rows, place, (cell) => readPair(cell) !== null)) return;
  map.delete("place");
  map.set("latLon", place);
}

/** A lone column "time" that holds whole dates is the date. */
function takeTimeAsDate(
  map: Map<ColumnTarget, number>,
  rows: readonly TableRow[],
  isChosen: (target: ColumnTarget) => boolean,
): void {
  const time = map.get("time");
  if (time === undefined || isChosen("time") || map.has("date") || map.has("start") || map.has("year")) return;
  if (!mostCells(rows, time, (cell) => readDateText(cell, null).kind === "edtf")) return;
  map.delete("time");
  map.set("date", time);
}

function mostCells(rows: readonly TableRow[], column: number, test: (cell: string) => boolean): boolean {
  let seen = 0;
  let passed = 0;
  for (let i = 0; i < rows.length && seen < 200; i++) {
    const cell = rows[i]?.cells[column];
    if (cell === null || cell === undefined || cell === "") continue;
    seen++;
    if (test(String(cell).trim())) passed++;
  }
  return seen === 0 || passed * 2 > seen;
}

function columnsNote(map: ReadonlyMap<ColumnTarget, number>, columns: readonly string[]): Note {
  const pairs = [...map].map(([target, i]) => `${target} from "${columns[i]}"`);
  if (pairs.length === 0) {
    const message = `No column was recognised among ${columns.slice(0, 20).join(", ")}.`;
    return { code: "table/no-column", value: columns.slice(0, 50), message };
  }
  const value = Object.fromEntries([...map].map(([target, i]) => [target, columns[i]]));
  return { code: "table/columns", value, message: `Took ${pairs.join(", ")}.` };
}
