import type { When } from "../../incident.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import type { Note } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { valueText } from "../../value-text.ts";
import { trimmed } from "../preset-head.ts";

/** A date of GeoJSON-T, and what was said about it. */
export interface TimespanReading {
  readonly when: When | undefined;
  readonly notes: readonly Note[];
}

/**
 * A `when` of Linked Places as one of our own. A start alone is a moment within it (`earliest` and `latest` bound it);
 * start and end are filled, and a side that is itself only bounded is marked `?`, since nothing surely lies at it. A
 * missing side is unknown. Several timespans are a series. `certainty` marks the dates: less-certain `~`, uncertain `?`.
 * Stand-ins (-1, blank) say nothing; the misspelt `timespan` is read; without any timespan periods and label are words.
 */
export function whenOfTimespans(member: unknown): TimespanReading {
  const notes: Note[] = [];
  if (!isRecord(member)) return { when: undefined, notes };
  if (member.timespans === undefined && member.timespan !== undefined) notes.push(MISSPELT);
  const given = member.timespans ?? member.timespan;
  const list: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const read = list.map((span) => edtfOf(span, notes)).filter((span) => span !== null);
  const label = trimmed(member.label) ?? (read.length === 0 ? periodNames(member.periods) : undefined);
  const mark = marks[trimmed(member.certainty) ?? ""] ?? "";
  const dated = read.length > 1 ? seriesOf(read, mark, notes) : single(read[0], mark);
  const when = { ...dated, ...(label === undefined ? {} : { label }) };
  return { when: Object.keys(when).length === 0 ? undefined : when, notes };
}

const marks: Readonly<Record<string, "~" | "?">> = { "less-certain": "~", uncertain: "?" };

const MISSPELT: Note = {
  code: "linked-places/misspelt",
  field: "when.timespan",
  severity: "info",
  message: 'The key "timespan" was read as "timespans".',
  hint: 'Write "timespans".',
};

/** A timespan: one moment between two texts, or a stretch from one to the other; `""` is an unknown side. */
interface Reading {
  readonly edtf: string;
  readonly span?: "throughout";
}

function single(read: Reading | undefined, mark: string): When {
  return read === undefined ? {} : { ...read, edtf: marked(read.edtf, mark) };
}

function seriesOf(read: readonly Reading[], mark: string, notes: Note[]): When {
  const members = read.map(({ edtf }) =>
    marked(edtf, mark)
      .replace("/", "..")
      .replace(/^\[|\]$/g, ""),
  );
  const edtf = `{${members.join(",")}}`;
  if (isEdtf(edtf)) return { edtf, span: "series", count: read.length };
  const words = read.map((span) => span.edtf).join(", ");
  notes.push(unreadable("when.timespans", words));
  return { label: words };
}

/** The text with the mark on every stated date of it. */
function marked(edtf: string, mark: string): string {
  if (mark === "") return edtf;
  const both = mark === "~" ? "%" : "?";
  const one = (side: string): string =>
    side === "" || side === ".." ? side : side.endsWith("?") ? `${side.slice(0, -1)}${both}` : `${side}${mark}`;
  const set = /^\[(\.\.)?(.*?)(\.\.)?\]$/.exec(edtf);
  if (set !== null) return `[${set[1] ?? ""}${one(set[2] ?? "")}${set[3] ?? ""}]`;
  return edtf.split("/").map(one).join("/");
}

function edtfOf(span: unknown, notes: Note[]): Reading | null {
  if (!isRecord(span)) return null;
  const start = sideOf(span.start, "start", notes);
  const end = sideOf(span.end, "end", notes);
  if (start === null && end === null) return null;
  if (end === null) return momentOf(start as Side, notes);
  const first = start?.first ?? "";
  const last = end.last;
  if (first === "" && last === "") return null;
  if (first === last && start?.isFuzzy !== true && !end.isFuzzy) return { edtf: first, span: "throughout" };
  const edtf = `${first}${fuzzyMark(start, first)}/${last}${fuzzyMark(end, last)}`;
  if (isEdtf(edtf)) return { edtf, span: "throughout" };
  const message = `The end ${last} lies before the start ${first}; the record has no date.`;
  notes.push({ code: "time/reversed", field: "when.timespans", value: [first, last], message });
  return null;
}

function fuzzyMark(side: Side | null, text: string): string {
  return side?.isFuzzy === true && text !== "" ? "?" : "";
}

/** A start without an end: some moment of it. */
function momentOf({ first, last }: Side, notes: Note[]): Reading | null {
  const edtf =
    first === last ? first : first === "" ? `[..${last}]` : last === "" ? `[${first}..]` : `${first}/${last}`;
  if (isEdtf(edtf)) return { edtf };
  notes.push(unreadable("when.timespans", edtf));
  return null;
}

interface Side {
  readonly first: string;
  readonly last: string;
  /** Given by bounds that differ. */
  readonly isFuzzy: boolean;
}

function sideOf(side: unknown, field: string, notes: Note[]): Side | null {
  const read = (value: unknown, key: string): string => boundOf(value, `when.timespans.${field}${key}`, notes);
  if (!isRecord(side)) {
    const text = read(side, "");
    return text === "" ? null : { first: text, last: text, isFuzzy: false };
  }
  const inside = read(side.in, ".in");
  if (inside !== "") return { first: inside, last: inside, isFuzzy: false };
  const [first, last] = [read(side.earliest, ".earliest"), read(side.latest, ".latest")];
  return first === "" && last === "" ? null : { first, last, isFuzzy: first !== last };
}

/** A bound as EDTF; "" when there is none, when it is a stand-in, or when it cannot be read, which is said. */
function boundOf(value: unknown, field: string, notes: Note[]): string {
  const text = trimmed(value);
  if (text === undefined) return "";
  if (text === "-1" || /^-?9{4,}$/.test(text)) {
    const message = `${field} is ${valueText(value)}, which stands for a date that is not known.`;
    notes.push({ code: "linked-places/sentinel", field, value, severity: "info", message, hint: "Leave it out." });
    return "";
  }
  const year = /^(-?)(\d{1,12})$/.exec(text);
  const edtf = year === null ? text : yearText(year[1] === "-", year[2] as string);
  if (isEdtf(edtf) && !/[/[{]/.test(edtf)) return edtf;
  notes.push(unreadable(field, text));
  return "";
}

function yearText(isNegative: boolean, digits: string): string {
  const sign = isNegative && Number(digits) !== 0 ? "-" : "";
  return digits.length > 4 ? `Y${sign}${digits}` : sign + digits.padStart(4, "0");
}

function unreadable(field: string, value: string): Note {
  const message = `${field} is ${valueText(value)}, which is not a date that can be read; it was left out.`;
  return { code: "time/syntax", field, value, message };
}

function periodNames(periods: unknown): string | undefined {
  const list: readonly unknown[] = Array.isArray(periods) ? periods : [];
  const names = list.map((period) => trimmed(isRecord(period) ? (period.name ?? period.label) : period));
  return names.filter((name) => name !== undefined).join("; ") || undefined;
}
