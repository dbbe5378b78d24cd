import type { When, Where } from "../../incident.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import type { InputHead, Reader, ReaderInput, RecordSink } from "../../read/reader.ts";
import { valueText } from "../../value-text.ts";
import { dayNumber } from "../preset-day.ts";
import { presetDegrees } from "../preset-degrees.ts";
import {
  delimitedTable,
  given,
  hasColumns,
  type PresetOutcome,
  type PresetRow,
  type PresetTable,
  readPresetRows,
} from "../preset-table.ts";
import { CAMEO_ROOT, COLUMNS_1, COLUMNS_2, GEO_TYPE, ISO_OF_FIPS, RELATIVE_LAGS } from "./gdelt-codes.ts";

/**
 * GDELT event files: tab-separated without a header, 61 columns (2.0), 58 or 57 (1.0); also tables that name them.
 * Codebooks: "The GDELT Event Database Data Format Codebook" V1.03 and V2.0, http://data.gdeltproject.org/documentation/.
 *
 * Events are coded by a machine, so their days bear a question mark; a day that lies exactly a month, a year or a
 * decade before the report was counted back from "last year" and keeps only its coarse part. Countries are FIPS 10-4
 * and become ISO. `FractionDate` is approximate by its codebook and is not read. There are no casualties.
 */
export const gdelt: Reader = {
  name: "gdelt",
  detect: (head) => {
    if (hasColumns(head.columns, "globaleventid", "sqldate")) return 0.98;
    return layoutOf(head) === null ? 0 : 0.97;
  },
  read(input, sink) {
    sink.describe({ attribution: "The GDELT Project, gdeltproject.org" });
    readPresetRows(tableOf(input, sink), sink, (row) => event(row, sink));
  },
};

/** The columns of a file without a header, by its first line; null when it is none of GDELT. */
function layoutOf(head: InputHead): readonly string[] | null {
  const cells = (/^\s*([^\r\n]*)/.exec(head.text)?.[1] ?? "").split("\t");
  const isEvent = /^\d{5,12}$/.test(cells[0] ?? "") && /^(?:19|20)\d{6}$/.test(cells[1] ?? "");
  const continues = /^\d{6}$/.test(cells[2] ?? "") && /^\d{4}$/.test(cells[3] ?? "");
  return isEvent && continues ? columnsFor(cells.length) : null;
}

function columnsFor(count: number): readonly string[] | null {
  if (count === COLUMNS_2.length) return COLUMNS_2;
  return count === COLUMNS_1.length || count === COLUMNS_1.length - 1 ? COLUMNS_1.slice(0, count) : null;
}

function tableOf(input: ReaderInput, sink: RecordSink): PresetTable {
  if (hasColumns(input.head.columns, "globaleventid", "sqldate")) return delimitedTable(input, sink);
  const columns = layoutOf(input.head) ?? columnsFor(mostTabs(input.head.text) + 1) ?? COLUMNS_2;
  // GDELT quotes nothing: a quotation mark is a letter, so that these lines are split at every tab.
  const rows = input.text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .map((line) => ({ cells: line.split("\t"), badQuote: false }));
  return { columns, rows };
}

function mostTabs(text: string): number {
  return text.split("\n", 20).reduce((most, line) => Math.max(most, line.split("\t").length - 1), 0);
}

function event(row: PresetRow, sink: RecordSink): PresetOutcome {
  const id = row.text("globaleventid");
  const root = rootOf(row);
  const category = root === undefined ? undefined : (CAMEO_ROOT[root] ?? root);
  const where = placeOf(row);
  const actors = ["Actor1", "Actor2"].flatMap((who, i) => {
    const name = row.text(`${who.toLowerCase()}name`) ?? row.text(`${who.toLowerCase()}code`);
    return name === undefined ? [] : [{ name, role: i === 0 ? "actor" : "recipient" }];
  });
  const names = actors.map(({ name }) => name).join(" – ");
  const code = row.text("eventcode");
  const record = given({
    id,
    title: [category ?? "event", names, where?.name].filter(Boolean).join(", "),
    category,
    // The code stays text: 0251 is not 251.
    kind: code === undefined ? undefined : `CAMEO ${code}`,
    when: dateOf(row),
    where,
    actors,
    sources: sourcesOf(row, sink),
    extra: row.extra(TAKEN),
  });
  return { record };
}

const TAKEN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["globaleventid", "sqldate", "monthyear", "year", "fractiondate", "actor1name", "actor2name", "eventcode"],
  ...["actiongeo_fullname", "actiongeo_countrycode", "actiongeo_lat", "actiongeo_long", "sourceurl"],
]);

/** The root of the code, two digits; said when CAMEO has none such. */
function rootOf(row: PresetRow): string | undefined {
  const code = row.text("eventrootcode") ?? row.text("eventcode")?.slice(0, 2);
  const root = code?.padStart(2, "0");
  if (root === undefined || Object.hasOwn(CAMEO_ROOT, root)) return root;
  const message = `EventRootCode is ${valueText(code)}, which CAMEO does not have.`;
  row.note({ code: "field/code", field: "EventRootCode", value: code, message });
  return undefined;
}

function dateOf(row: PresetRow): When | undefined {
  const text = row.code("sqldate");
  if (text === undefined) return undefined;
  const day = compactDay(text);
  if (day === null) {
    const message = `SQLDATE is ${valueText(text)}, which is no day; the record has no date.`;
    row.note({ code: "time/syntax", field: "SQLDATE", value: text, message });
    return { label: text };
  }
  const added = compactDay((row.code("dateadded") ?? "").slice(0, 8));
  const lag = added === null ? undefined : RELATIVE_LAGS.get(dayNumber(added) - dayNumber(day));
  if (lag === undefined) return { edtf: `${day}?` };
  const message = `SQLDATE ${day} was counted back from the report of ${added} ("last ${lag}" and the like); only its ${lag} was kept.`;
  row.note({ code: "time/relative", field: "SQLDATE", value: text, message });
  return { edtf: `${day.slice(0, lag === "year" ? 4 : 7)}%` };
}

function compactDay(text: string): string | null {
  const day = /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : "";
  return day !== "" && isEdtf(day) ? day : null;
}

function placeOf(row: PresetRow): Where | undefined {
  const precision = row.coded(GEO_TYPE, "actiongeo_type");
  if (precision === "none") return undefined;
  const name = row.text("actiongeo_fullname");
  const parts = name?.split(",").map((part) => part.trim()) ?? [];
  const isPart = precision === "province" || precision === "settlement";
  const fips = row.text("actiongeo_countrycode")?.toUpperCase();
  const where = given({
    name,
    lon: presetDegrees(row, "actiongeo_long"),
    lat: presetDegrees(row, "actiongeo_lat"),
    precision,
    admin1: isPart ? (precision === "province" ? parts[0] : parts.length > 2 ? parts.at(-2) : undefined) : undefined,
    country: fips === undefined ? undefined : ISO_OF_FIPS.get(fips),
  });
  return Object.keys(where).length === 0 ? undefined : (where as Where);
}

function sourcesOf(row: PresetRow, sink: RecordSink): readonly string[] {
  const url = row.text("sourceurl");
  if (url === undefined) return [];
  const host = /^https?:\/\/([^/?#\s]+)/i.exec(url)?.[1];
  sink.source(url, host === undefined ? { title: url } : { title: host, url });
  return [url];
}
