import type { Actor, Figure, When, Where } from "../../incident.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import type { Note, RecordSink } from "../../read/reader.ts";
import { readCoordinate, readPair } from "../../read/table/coordinate-text.ts";
import { type DateOrder, readDateText } from "../../read/table/date-text.ts";
import { readFigure } from "../../read/table/figure-text.ts";
import { cellText } from "../../read/table/row-cells.ts";
import { valueText } from "../../value-text.ts";
import { readFreeTextDate } from "../free-text-date.ts";
import type { PresetCountry } from "../preset-country.ts";
import { given, listOf } from "../preset-table.ts";
import { type HxlPart, type HxlTag, measureOf } from "./hxl-tags.ts";

/** One column: its tag, the part it fills and its name in the file. */
export interface HxlColumn {
  readonly index: number;
  readonly name: string;
  readonly tag: HxlTag | null;
  readonly part: HxlPart | null;
}

/** What is known about the whole table. */
export interface HxlPlan {
  readonly columns: readonly HxlColumn[];
  readonly order: DateOrder;
  readonly country: PresetCountry;
  readonly sink: RecordSink;
}

/** A row as a record of our own JSON. */
export function hxlRecord(cells: readonly unknown[], plan: HxlPlan, notes: Note[]): Readonly<Record<string, unknown>> {
  const all = (part: HxlPart): readonly string[] =>
    plan.columns.flatMap((column) => (column.part === part ? (cellText(cells[column.index]) ?? []) : []));
  const one = (part: HxlPart): string | undefined => all(part)[0];
  const category = one("category");
  const where = placeOf(one, plan, notes);
  const sources = [...new Set([...all("source").flatMap((text) => listOf(text)), ...all("url")])];
  for (const key of sources)
    plan.sink.source(key, /^https?:\/\//i.test(key) ? { title: key, url: key } : { title: key });
  const actors: readonly Actor[] = all("actor").map((name) => ({ name, role: "participant" }));
  const title =
    one("title") ?? [category ?? actors.map(({ name }) => name).join(" – "), where?.name].filter(Boolean).join(", ");
  return given({
    id: one("id"),
    title,
    category,
    summary: one("summary"),
    when: dateOf(one, plan.order, notes),
    where,
    actors,
    figures: figuresOf(cells, plan.columns, notes),
    sources,
    extra: extraOf(cells, plan.columns),
  });
}

type One = (part: HxlPart) => string | undefined;

function dateOf(one: One, order: DateOrder, notes: Note[]): When | undefined {
  const date = dateText(one("date"), order, notes);
  if (date !== undefined) return date;
  const start = dateText(one("start"), order, notes);
  const end = dateText(one("end"), order, notes);
  const [from, to] = [start?.edtf ?? null, end?.edtf ?? null];
  const label = [one("start"), one("end")].filter((part) => part !== undefined).join(" – ");
  if (from === null && to === null) return label === "" ? dateText(one("year"), order, notes) : { label };
  if (from !== null && (to === null || from === to)) return { edtf: from };
  if (from === null) return { edtf: `[..${to}]` };
  if (isEdtf(`${from}/${to}`)) return { edtf: `${from}/${to}`, span: "throughout" };
  const message = `The end ${to} cannot follow the start ${from}; the record has no date.`;
  notes.push({ code: "time/reversed", field: "#date+start, #date+end", value: [from, to], message });
  return { label };
}

function dateText(text: string | undefined, order: DateOrder, notes: Note[]): When | undefined {
  if (text === undefined) return undefined;
  const reading = readDateText(text, order);
  if (reading.kind === "none") return undefined;
  if (reading.kind === "edtf" && reading.phrase !== true)
    return { edtf: reading.midnight ? (reading.edtf.split("T")[0] as string) : reading.edtf };
  const { edtf, span, refusal } = readFreeTextDate(text);
  if (edtf !== null) {
    const message = `${valueText(text)} was read as ${edtf}.`;
    notes.push({ code: "time/window-read", field: "#date", value: text, message });
    return span === "within" ? { edtf, label: text } : { edtf, span, label: text };
  }
  if (reading.kind === "edtf") return { edtf: reading.edtf, label: text };
  const code = reading.kind === "ambiguous" ? "time/ambiguous-order" : reading.code;
  notes.push({
    code,
    field: "#date",
    value: text,
    message: `#date is ${valueText(text)}: ${refusal}; the record has no date.`,
  });
  return { label: text };
}

/** The smallest place that is named; coordinates when there are any. */
function placeOf(one: One, { country }: HxlPlan, notes: Note[]): Where | undefined {
  const position = positionOf(one, notes);
  const levels = [
    ["settlement", one("loc")],
    ["district", one("adm3")],
    ["district", one("adm2")],
    ["province", one("adm1")],
    ["country", one("country") ?? one("countryCode")],
  ] as const;
  const smallest = levels.find(([, name]) => name !== undefined);
  const where = given({
    name: smallest?.[1],
    ...position,
    // With coordinates but no named town, the file does not say how fine they are: the area is what is known.
    precision: smallest?.[0],
    admin1: one("adm1"),
    country: country(one("countryCode")?.length === 2 ? one("countryCode") : one("country")),
  });
  return Object.keys(where).length === 0 ? undefined : (where as Where);
}

function positionOf(one: One, notes: Note[]): Pick<Where, "lon" | "lat"> {
  const pair = readPair(one("latLon") ?? "");
  if (pair !== null) return { lat: pair[0], lon: pair[1] };
  const [lat, lon] = (["lat", "lon"] as const).map((part) => {
    const text = one(part);
    if (text === undefined) return undefined;
    const value = readCoordinate(text);
    if (!Number.isNaN(value)) return value;
    const message = `#geo+${part} is ${valueText(text)}, not degrees; the point is left out.`;
    notes.push({ code: "place/not-a-number", field: `#geo+${part}`, value: text, message });
    return undefined;
  });
  return { ...(lon === undefined ? {} : { lon }), ...(lat === undefined ? {} : { lat }) };
}

function figuresOf(cells: readonly unknown[], columns: readonly HxlColumn[], notes: Note[]): readonly Figure[] {
  return columns.flatMap(({ part, tag, index, name }): Figure[] => {
    const text = part === "figure" ? cellText(cells[index]) : undefined;
    if (text === undefined || tag === null) return [];
    const numbers = readFigure(text);
    if (numbers !== null) return [{ measure: measureOf(tag), ...numbers }];
    const message = `"${name}" is ${valueText(text)}, which is no count; it stays unknown.`;
    notes.push({ code: "figure/not-a-number", field: name, value: text, message });
    return [];
  });
}

/** Columns that fill no part, under their own name. */
function extraOf(
  cells: readonly unknown[],
  columns: readonly HxlColumn[],
): Readonly<Record<string, unknown>> | undefined {
  const entries = columns.flatMap(({ part, name, index }): [string, unknown][] => {
    const value = part === null || part === "status" ? cellText(cells[index]) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
