import { csvFormatRows } from "d3-dsv";
import type { Incident, When, Where } from "../incident.ts";
import type { OptionForm } from "../refuse-options.ts";
import { isNothing } from "./is-nothing.ts";
import { refuseWriting } from "./to-collection.ts";

/**
 * `data`: for programs; nothing is escaped but what CSV needs. `spreadsheet`: for people; a byte order mark, and an
 * apostrophe before texts that a spreadsheet would run as a formula.
 */
export type CsvMode = "data" | "spreadsheet";

/** Options of {@link toCSV}. */
export interface CsvOptions {
  /** Default `data`. */
  readonly mode?: CsvMode;
  /** Written into a column of its own on every row, so that no part of the table goes without it. */
  readonly attribution?: string | null;
  /** As `attribution`. */
  readonly license?: string | null;
  /** As `attribution`, in the column `export_note`: which records these are, with the filters in words. */
  readonly note?: string | null;
}

const FORM: OptionForm<CsvOptions> = { mode: ["data", "spreadsheet"], attribution: "any", license: "any", note: "any" };

type Column = readonly [name: string, type: "text" | "plain" | "json", value: (incident: Incident) => unknown];

const whenColumn = (name: string, type: "text" | "plain", key: keyof When): Column => [
  name,
  type,
  (incident) => incident.when?.[key],
];
const whereColumn = (name: string, type: "text" | "plain" | "json", key: keyof Where): Column => [
  name,
  type,
  (incident) => incident.where?.[key],
];
const column = (type: "text" | "json", key: keyof Incident, name: string = key): Column => [
  name,
  type,
  (incident) => incident[key],
];

const COLUMNS: readonly Column[] = [
  column("text", "id"),
  column("text", "title"),
  column("text", "summary"),
  column("text", "category"),
  column("text", "kind"),
  column("text", "status"),
  whenColumn("edtf", "text", "edtf"),
  // `count` is only understood beside `span`.
  [
    "span",
    "text",
    ({ when }) => when?.span ?? (when?.count === undefined || when.count === null ? undefined : "within"),
  ],
  whenColumn("zone", "text", "zone"),
  whenColumn("date_label", "text", "label"),
  whenColumn("count", "plain", "count"),
  whenColumn("count_at_least", "plain", "countAtLeast"),
  whereColumn("place", "text", "name"),
  whereColumn("lon", "plain", "lon"),
  whereColumn("lat", "plain", "lat"),
  whereColumn("precision", "text", "precision"),
  whereColumn("radius_m", "plain", "radiusM"),
  whereColumn("radius_basis", "text", "basis"),
  whereColumn("obscured", "plain", "obscured"),
  whereColumn("place_inferred", "plain", "inferred"),
  whereColumn("admin1", "text", "admin1"),
  whereColumn("country", "text", "country"),
  whereColumn("geometry", "json", "geometry"),
  column("json", "from", "from_place"),
  column("json", "actors"),
  column("json", "figures"),
  column("json", "claims"),
  column("json", "relations"),
  column("json", "sources"),
  column("json", "tags"),
  column("text", "sensitivity"),
  column("json", "locators"),
  column("text", "note"),
  column("json", "extra"),
];

const ALWAYS: readonly string[] = ["id", "title", "edtf", "place", "lon", "lat"];

/**
 * CSV (RFC 4180, UTF-8, `\n`) with a column for each field that any incident has; lists and second places stand as JSON
 * in their cell. Escaping goes by the type of the column: a longitude of -33.87 stays a number in both modes.
 *
 * Law: reading it back gives the same incidents, except that null and absent are one, texts are trimmed, a date with a
 * count says what it means (`within`, where nothing was said), and
 * descriptions of sources are not carried, only their keys.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toCSV(incidents: readonly Incident[], options: CsvOptions = {}): string {
  refuseWriting(incidents, options, { form: FORM, name: "toCSV" });
  const mode = options.mode ?? "data";
  const terms = (["attribution", "license", "note"] as const).filter((name) => options[name]?.trim());
  const columns = COLUMNS.filter(
    ([name, , value]) => ALWAYS.includes(name) || incidents.some((incident) => !isNothing(value(incident))),
  );
  const rows = incidents.map((incident) => [
    ...columns.map(([, type, value]) => cell(value(incident), type, mode)),
    ...terms.map((name) => cell(options[name], "text", mode)),
  ]);
  const text = `${csvFormatRows([[...columns.map(([name]) => name), ...terms.map(termColumn)], ...rows])}\n`;
  return mode === "spreadsheet" ? `\ufeff${text}` : text;
}

const termColumn = (term: string): string => (term === "note" ? "export_note" : term);

function cell(value: unknown, type: Column[1], mode: CsvMode): string {
  if (isNothing(value)) return "";
  if (type === "json") return JSON.stringify(value);
  // Types are not there at run time: a text that slipped into a column of numbers is escaped like any text.
  if (type === "plain" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  return guarded(String(value), mode);
}

/** Signs that begin a formula, with their full-width twins; a guard of the data's own gets another, so that reading takes one off. */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function guarded(text: string, mode: CsvMode): string {
  return (mode === "spreadsheet" ? FORMULA : GUARDED).test(text) ? `'${text}` : text;
}
