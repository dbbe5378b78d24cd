import type { Incident, Source, Status, When } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { placeKind } from "../place/place-kind.ts";
import type { OptionForm } from "../refuse-options.ts";
import { civilDateOf } from "../time/calendar.ts";
import { dayText } from "../time/day-text.ts";
import { spansOfWhen } from "../time/spans-of-when.ts";
import { createZoneClocks, type ZoneClocks } from "../time/zone.ts";
import { type DateWindow, dateWindow, windowWords } from "./date-window.ts";
import { isWebAddress } from "./preset-head.ts";
import { type CollectionParts, PARTS_FORM, refuseWriting } from "./to-collection.ts";
import { type CarriedHead, headNotCarried, notCarried, placeLine, type WrittenText, writeIssue } from "./written.ts";

/** Options of {@link toICalendar}: also the title page and sources. */
export interface ICalendarOptions extends CollectionParts {
  /** Instant of writing, UTC ms, for DTSTAMP: pass `Date.now()`. Default 0, so that the same records give the same text. */
  readonly stampMs?: number;
}

const FORM: OptionForm<ICalendarOptions> = { ...PARTS_FORM, stampMs: "any" };

const CARRIED: ReadonlySet<string> = new Set(
  "id title summary category kind status tags sources when.edtf when.span when.zone when.label where.name where.admin1 where.country where.lon where.lat".split(
    " ",
  ),
);

const CARRIED_HEAD: CarriedHead = {
  format: "iCalendar",
  carried: ["title", "description", "attribution", "license"],
  ofSources: ["publisher", "title", "url"],
};

/**
 * iCalendar (RFC 5545): an event a record, CRLF, folded at 75 octets, texts escaped.
 *
 * A calendar day is all-day (`VALUE=DATE`, end exclusive), a time of day an instant in UTC, or floating when neither
 * offset nor zone is known. A window of doubt, a series and an open side are all-day spans with the words in the
 * description, the EDTF in `X-WHENWHERE-EDTF`, and an issue. Records without a date, or with years that four digits
 * cannot write, are left out and told. Only points get `GEO`. Status: alleged, planned and disputed are TENTATIVE,
 * cancelled and retracted CANCELLED. No time is blocked (`TRANSPARENT`). The description of the calendar also bears the
 * attribution and the license, for which iCalendar has no property.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toICalendar(incidents: readonly Incident[], options: ICalendarOptions = {}): WrittenText {
  refuseWriting(incidents, options, { form: FORM, name: "toICalendar" });
  const issues: Issue[] = [...headNotCarried(options, CARRIED_HEAD)];
  const clocks = createZoneClocks();
  const stamp = instantText(options.stampMs ?? 0);
  const events = incidents.flatMap((incident, i) => {
    const times = timesOf(incident.when, clocks);
    if (times === null) {
      const value = incident.when?.edtf ?? null;
      const message = `The record has no date that iCalendar can hold (${value ?? "none"}); it was left out.`;
      issues.push(writeIssue("write/left-out", i + 1, { field: "when", value, message }));
      return [];
    }
    issues.push(...lossesOf(incident, i + 1, times));
    return [eventOf(incident, { stamp, times, sources: options.sources ?? {} })];
  });
  const about = [options.description, options.attribution, options.license].filter((text) => text?.trim()).join("\n");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//whenwhere//whenwhere//EN",
    "CALSCALE:GREGORIAN",
    ...(options.title ? [`X-WR-CALNAME:${escaped(options.title)}`] : []),
    ...(about === "" ? [] : [`X-WR-CALDESC:${escaped(about)}`]),
    ...events.flat(),
    "END:VCALENDAR",
  ];
  return { text: lines.map((line) => `${folded(line)}\r\n`).join(""), issues };
}

interface EventTimes {
  readonly lines: readonly string[];
  /** Plain words where the lines say less than the record. */
  readonly words: string | null;
}

function lossesOf(incident: Incident, row: number, { words }: EventTimes): readonly Issue[] {
  const issues = notCarried(incident, row, { format: "iCalendar", carried: CARRIED });
  if (words === null) return issues;
  const value = incident.when?.edtf;
  const message = `iCalendar cannot say the date ${value} exactly; it stands as whole days, with the words "${words}".`;
  return [...issues, writeIssue("write/approximated", row, { field: "when.edtf", value, message })];
}

interface EventParts {
  readonly stamp: string;
  readonly times: EventTimes;
  readonly sources: Readonly<Record<string, Source>>;
}

function eventOf(incident: Incident, { stamp, times, sources }: EventParts): readonly string[] {
  const { id, title, summary, when, where } = incident;
  const notes = [when?.label, times.words, summary, ...sourceLines(incident.sources ?? [], sources)];
  const description = notes.filter((text) => text?.trim()).join("\n");
  const location = placeLine(where);
  const categories = [incident.category, incident.kind, ...(incident.tags ?? [])].filter((text) => text?.trim());
  const url = urlOf(incident.sources ?? [], sources);
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(id)}`,
    `DTSTAMP:${stamp}`,
    ...times.lines,
    `SUMMARY:${escaped(title)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(location === "" ? [] : [`LOCATION:${escaped(location)}`]),
    ...(where !== undefined && placeKind(where) === "point" ? [`GEO:${where.lat};${where.lon}`] : []),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map((text) => escaped(text as string)).join(",")}`]),
    ...(url === null ? [] : [`URL:${url}`]),
    `STATUS:${STATUS[incident.status ?? "happened"]}`,
    "TRANSP:TRANSPARENT",
    ...(when?.edtf ? [`X-WHENWHERE-EDTF:${escaped(when.edtf)}`] : []),
    "END:VEVENT",
  ];
}

const STATUS: Readonly<Record<Status, string>> = {
  happened: "CONFIRMED",
  alleged: "TENTATIVE",
  planned: "TENTATIVE",
  disputed: "TENTATIVE",
  cancelled: "CANCELLED",
  retracted: "CANCELLED",
};

function sourceLines(keys: readonly string[], sources: Readonly<Record<string, Source>>): readonly string[] {
  return keys.map((key) => {
    const source = Object.hasOwn(sources, key) ? sources[key] : undefined;
    const parts = [source?.publisher, source?.title ?? key, source?.url].filter((text) => text?.trim());
    return `Source: ${[...new Set(parts)].join(", ")}`;
  });
}

function urlOf(keys: readonly string[], sources: Readonly<Record<string, Source>>): string | null {
  const urls = keys.map((key) => (Object.hasOwn(sources, key) ? sources[key]?.url : null) ?? key);
  return urls.find(isWebAddress) ?? null;
}

function timesOf(when: When | undefined, clocks: ZoneClocks): EventTimes | null {
  const window = dateWindow(when);
  if (when === undefined || window === null || !fitsCalendar(window)) return null;
  const words = windowWords(when, window);
  const { date } = window;
  const span = when.span ?? "within";
  const isClock = date.kind === "date" && window.isExact && date.precision !== "day" && date.precision !== "hour";
  if (isClock && span === "within") {
    const line = clockLine(when, window, clocks);
    if (line !== null) return { lines: [line], words: null };
  }
  const first = window.firstDay ?? window.lastDay;
  if (first === null) return null;
  const last = window.lastDay ?? first;
  const lines = [`DTSTART;VALUE=DATE:${dateText(first)}`, `DTEND;VALUE=DATE:${dateText(last + 1)}`];
  const isWholeDay = window.isExact && date.precision === "day" && span === "within";
  const isFilled = span === "throughout" && isFirm(window) && window.firstDay !== null && window.lastDay !== null;
  return { lines, words: isWholeDay || isFilled ? null : words };
}

/** Plain days at both ends, or one plain date: whole days say all of it. */
function isFirm({ date }: DateWindow): boolean {
  const isFree = !date.approximate && !date.uncertain && !date.unspecified && date.kind !== "set";
  return isFree && !/T/.test(date.text);
}

/** An instant in UTC where offset or zone tell it, else the floating time; null in a gap or fold of the clock. */
function clockLine(when: When, { date }: DateWindow, clocks: ZoneClocks): string | null {
  const { spans, issues } = spansOfWhen(when, clocks);
  if (issues.length > 0) return null;
  const isUtc = date.zoned || Boolean(when.zone);
  return `DTSTART:${instantText(spans.outerStartMs).slice(0, isUtc ? 16 : 15)}`;
}

function instantText(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().replace(/[-:]|\.\d+/g, "")}`;
}

function fitsCalendar({ firstDay, lastDay }: DateWindow): boolean {
  const days = [firstDay, lastDay === null ? null : lastDay + 1];
  return days.every((day) => {
    const year = day === null ? 2000 : civilDateOf(day).year;
    return year >= 1 && year <= 9999;
  });
}

function dateText(dayNumber: number): string {
  return dayText(dayNumber).replaceAll("-", "");
}

/** TEXT of RFC 5545: backslash, semicolon, comma and line break escaped, other control characters left out. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 5545 forbids exactly these.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu, "")
      .replace(/[\\;,]/g, "\\$&")
      .replace(/\n/g, "\\n")
  );
}

const MAX_OCTETS = 75;

/** Lines of at most 75 octets, cut between characters; the blank that begins a continuation counts. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) as number);
    if (octets + size > MAX_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
