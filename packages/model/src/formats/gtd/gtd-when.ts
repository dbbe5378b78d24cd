import type { Claim, When } from "../../incident.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import { tryParseEdtf } from "../../time/parse-edtf.ts";
import { valueText } from "../../value-text.ts";
import { readFreeTextDate } from "../free-text-date.ts";
import { dayOf } from "../preset-day.ts";
import type { PresetRow } from "../preset-table.ts";
import { NO_TEXT } from "./gtd-codes.ts";

/**
 * The date of an attack from its three columns, 0 being unknown: `1970-02-00` is February 1970. `approxdate` makes a
 * window of it where its words can be read, and `extended` an interval that ends at `resolution`.
 */
export function gtdWhen(row: PresetRow): When | undefined {
  const coded = fromParts(row);
  const when = coded === undefined ? undefined : (approximate(row, coded) ?? { edtf: coded });
  return row.code("extended") === "1" ? extended(row, when) : when;
}

function fromParts(row: PresetRow): string | undefined {
  const [year, month, day] = ["iyear", "imonth", "iday"].map((name) => Number(row.code(name) ?? "0")) as [
    number,
    number,
    number,
  ];
  if (!Number.isInteger(year) || year < 1) return undefined;
  const known = month > 0 ? (day > 0 ? [year, month, day] : [year, month]) : [year];
  const text = known.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, "0")).join("-");
  if (isEdtf(text)) return text;
  const message = `iyear, imonth, iday are ${valueText(text)}, which is no date; the record has no date.`;
  row.note({ code: "time/syntax", field: "iyear, imonth, iday", value: text, message });
  return undefined;
}

/** The window that `approxdate` describes; its words as the label when they cannot be read or contradict the columns. */
function approximate(row: PresetRow, coded: string): When | null {
  const words = row.text("approxdate");
  if (words === undefined || NO_TEXT.test(words)) return null;
  const [year, month] = coded.split("-").map(Number);
  const context = { ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
  const { edtf, refusal } = readFreeTextDate(words, context);
  if (edtf !== null && touches(edtf, coded)) {
    const message = `approxdate is ${valueText(words)}; the date was read as ${edtf}.`;
    row.note({ code: "time/window-read", field: "approxdate", value: words, message });
    return { edtf, label: words };
  }
  const why = edtf === null ? `${refusal}` : `${edtf} lies outside ${coded}`;
  const message = `approxdate is ${valueText(words)}: ${why}. The words were kept beside ${coded}.`;
  row.note({ code: "time/text-kept", field: "approxdate", value: words, message });
  return { edtf: coded, label: words };
}

function touches(edtf: string, coded: string): boolean {
  const [window, date] = [tryParseEdtf(edtf).date, tryParseEdtf(coded).date];
  return window !== null && date !== null && window.startMs < date.endMs && date.startMs < window.endMs;
}

/** An incident of more than a day: it fills the time up to its resolution, or its end is unknown. */
function extended(row: PresetRow, when: When | undefined): When | undefined {
  const start = when?.edtf;
  if (when === undefined || typeof start !== "string" || start.startsWith("[")) return when;
  const text = row.text("resolution");
  if (text === undefined) return { ...when, edtf: `${start}/`, span: "throughout" };
  const { day } = dayOf(text, "month-first");
  const edtf = day === null ? null : start === day ? day : `${start}/${day}`;
  if (edtf !== null && isEdtf(edtf)) return { ...when, edtf, span: "throughout" };
  const message = `resolution is ${valueText(text)}, no day after the start ${start}; the end was left unknown.`;
  row.note({ code: "time/reversed", field: "resolution", value: text, message });
  return { ...when, edtf: `${start}/`, span: "throughout" };
}

/** Another date at the start of the summary ("2/3/1970: ..."): both are kept. */
export function rivalDate(row: PresetRow, when: When | undefined): Claim | null {
  const found = /^(\d{1,2}\/(?:\d{1,2}|00)\/\d{4}):/.exec(row.text("summary") ?? "")?.[1];
  const coded = when?.edtf;
  if (found === undefined || typeof coded !== "string" || found.includes("/00/")) return null;
  const { day } = dayOf(found, "month-first");
  if (day === null || touches(coded, day)) return null;
  const message = `The columns date the incident ${coded}, its summary ${day}; both were kept.`;
  row.note({ code: "time/rival", field: "summary", value: found, message });
  return { id: "when-summary", field: "when", value: { edtf: day }, by: "GTD summary", stance: "asserts" };
}
