import type { When } from "../../incident.ts";
import { isEdtf } from "../is-edtf.ts";
import type { Note } from "../reader.ts";
import { quote } from "../record/row-log.ts";
import { clockText, type DateReading, readDateText } from "./date-text.ts";
import type { RowCells } from "./row-cells.ts";

/** The date of a row, from whichever columns the table has. */
export function rowWhen(row: RowCells, notes: Note[]): Readonly<Record<string, unknown>> | undefined {
  const given = dateOf(row, notes);
  const when = {
    ...given,
    ...defined("span", row.text("span")),
    ...defined("zone", row.text("zone")),
    ...defined("label", row.text("dateLabel") ?? given?.label),
    ...defined("count", row.json("count")),
    ...defined("countAtLeast", row.json("countAtLeast")),
  };
  return Object.keys(when).length === 0 ? undefined : when;
}

function defined(key: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined ? {} : { [key]: value };
}

function dateOf(row: RowCells, notes: Note[]): When | undefined {
  if (row.has("date") && row.text("date") !== undefined) return withTime(single(row, "date", notes), row, notes);
  if (row.text("start") !== undefined || row.text("end") !== undefined) return span(row, notes);
  if (row.text("year") !== undefined) return fromParts(row, notes);
  return undefined;
}

type DateTarget = "date" | "start" | "end";

/** One date column; what cannot be read becomes the label, and is said. */
function single(row: RowCells, target: DateTarget, notes: Note[]): When | undefined {
  const text = row.text(target);
  if (text === undefined) return undefined;
  const reading = readDateText(text, row.order(target));
  if (reading.kind === "none") return undefined;
  if (reading.kind === "edtf")
    return { edtf: reading.midnight && row.isMidnight(target) ? (reading.edtf.split("T")[0] as string) : reading.edtf };
  notes.push(dateNote(reading, text, row.name(target)));
  return { label: text };
}

function dateNote(reading: DateReading & { kind: "ambiguous" | "bad" }, text: string, field: string): Note {
  if (reading.kind === "ambiguous") {
    const message = `"${field}" is ${quote(text)}: day and month cannot be told apart; the record has no date.`;
    return { code: "time/ambiguous-order", field, value: text, message };
  }
  const reason = {
    "time/syntax": "which is not a date that can be read",
    "time/two-digit-year": "whose century is not given",
    "time/order-conflict": "which does not fit the order that was asked for",
  }[reading.code];
  return {
    code: reading.code,
    field,
    value: text,
    message: `"${field}" is ${quote(text)}, ${reason}; the record has no date.`,
  };
}

/** Adds the time column to a plain day. A time that cannot be read costs the day nothing. */
function withTime(when: When | undefined, row: RowCells, notes: Note[]): When | undefined {
  const time = row.text("time");
  const edtf = when?.edtf;
  if (time === undefined || typeof edtf !== "string" || !/^-?\d{4}-\d{2}-\d{2}$/.test(edtf)) return when;
  const clock = clockText(time);
  if (clock !== null && isEdtf(`${edtf}T${clock}`)) return { ...when, edtf: `${edtf}T${clock}` };
  const field = row.name("time");
  notes.push({
    code: "time/syntax",
    field,
    value: time,
    message: `"${field}" is ${quote(time)}, which is not a time of day; the day was kept.`,
  });
  return { ...when, label: `${edtf} ${time}` };
}

/**
 * A start and an end: the happening fills the interval, unless the table says that they are only bounds.
 * A missing side is unknown, not open.
 */
function span(row: RowCells, notes: Note[]): When | undefined {
  const start = single(row, "start", notes);
  const end = single(row, "end", notes);
  const label = [row.text("start"), row.text("end")].filter((part) => part !== undefined).join(" – ");
  if (start?.label !== undefined || end?.label !== undefined) return { label };
  const meaning: Pick<When, "span"> = row.boundsOnly ? {} : { span: "throughout" };
  const from = start?.edtf ?? null;
  const to = end?.edtf ?? null;
  if (from === null && to === null) return undefined;
  if (to === null || from === to) return { edtf: from };
  if (from === null) return { edtf: `/${to}`, ...meaning };
  const edtf = intervalOf(from, to);
  if (edtf !== null) return { edtf, ...meaning };
  const field = `${row.name("start")}, ${row.name("end")}`;
  notes.push({
    code: "time/reversed",
    field,
    value: [from, to],
    message: `The end ${to} lies before the start ${from}; the record has no date.`,
  });
  return { label };
}

/** `a/b`, by days where the two carry times that an interval cannot hold; null when b is before a. */
function intervalOf(from: string, to: string): string | null {
  const whole = `${from}/${to}`;
  if (isEdtf(whole)) return whole;
  const [firstDay, lastDay] = [from.split("T")[0], to.split("T")[0]];
  const days = firstDay === lastDay ? (firstDay as string) : `${firstDay}/${lastDay}`;
  return days !== whole && from <= to && isEdtf(days) ? days : null;
}

/** Year, month and day in columns of their own; 0 and blank are unknown. */
function fromParts(row: RowCells, notes: Note[]): When | undefined {
  const year = row.text("year") ?? "";
  const parts = [row.text("month"), row.text("day")].map((part) => part?.replace(/\.0+$/, ""));
  const known = parts.map((part) => (part === undefined || Number(part) === 0 ? null : part.padStart(2, "0")));
  const tail = known[0] === null ? [] : known[1] === null ? [known[0]] : known;
  const text = [year, ...tail].join("-");
  const reading = readDateText(text, null);
  if (reading.kind === "edtf") return withTime({ edtf: reading.edtf }, row, notes);
  if (reading.kind === "none") return undefined;
  notes.push(dateNote(reading, text, row.name("year")));
  return { label: text };
}
