import type { SpanMeaning, When } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { valueText } from "../value-text.ts";
import type { EdtfDate } from "./edtf-types.ts";
import { tryParseEdtf } from "./parse-edtf.ts";
import { type ClockProblem, hasLocalTime, placeInZone } from "./place-in-zone.ts";
import { type DateSpans, SPAN_MEANINGS, spansOfPlaced, UNDATED_SPANS } from "./span.ts";
import { createZoneClocks, type ZoneClocks, zoneClock } from "./zone.ts";

/** What a {@link When} says. */
export interface WhenReading {
  /** As parsed; null when there is no date or it is not EDTF. */
  readonly date: EdtfDate | null;
  /** All NaN when `date` is null. Times of day stand at their instants in `when.zone`. */
  readonly spans: DateSpans;
  /**
   * `time/syntax` (the date is refused), `time/zone` (no such zone), `time/gap`, `time/fold`, `time/mixed`,
   * `time/span` (no such meaning). `row` is null: the caller knows it.
   */
  readonly issues: readonly Issue[];
}

/**
 * Date, spans and issues of a record's `when`. Never throws, whatever stands in it; no date is no issue.
 * Pass one `clocks` for a whole import, so that each zone is set up once.
 */
export function spansOfWhen(when: When | null | undefined, clocks: ZoneClocks = createZoneClocks()): WhenReading {
  const edtf = when?.edtf;
  if (when === null || when === undefined || edtf === null || edtf === undefined) return NO_DATE;
  const { date, error } = tryParseEdtf(edtf);
  if (date === null) {
    const issue: Issue = { ...issueOf("time/syntax", "when.edtf", edtf), message: error.message, hint: error.hint };
    return { date: null, spans: UNDATED_SPANS, issues: [{ ...issue, severity: "error" }] };
  }

  const meaning = meaningOf(when.span);
  const placed = placeWhen(date, when.zone, clocks);
  return {
    date,
    spans: spansOfPlaced(placed.date, meaning.value),
    issues: meaning.issue === null ? placed.issues : [...placed.issues, meaning.issue],
  };
}

const NO_DATE: WhenReading = Object.freeze({ date: null, spans: UNDATED_SPANS, issues: Object.freeze([]) });

function meaningOf(span: unknown): { readonly value: SpanMeaning; readonly issue: Issue | null } {
  const value = span === undefined || span === null ? "within" : SPAN_MEANINGS.find((meaning) => meaning === span);
  if (value !== undefined) return { value, issue: null };
  const message = `${valueText(span)} is no meaning of a time span; it was read as within.`;
  const hint = `Use one of ${SPAN_MEANINGS.join(", ")}.`;
  return { value: "within", issue: { ...issueOf("time/span", "when.span", span), message, hint } };
}

function placeWhen(date: EdtfDate, zone: unknown, clocks: ZoneClocks): { date: EdtfDate; issues: readonly Issue[] } {
  if (zone === undefined || zone === null || zone === "") return { date, issues: [] };
  const clock = typeof zone === "string" ? zoneClock(zone, clocks) : null;
  if (clock === null) {
    const message = `${valueText(zone)} is no time zone; the time was left as the local clock showed it.`;
    const hint = "Write a name of the zone database, such as Asia/Dubai.";
    return { date, issues: [{ ...issueOf("time/zone", "when.zone", zone), message, hint }] };
  }
  if (!hasLocalTime(date)) return { date, issues: [] };
  const placed = placeInZone(date, clock);
  return { date: placed.date, issues: placed.problems.map((problem) => clockIssue(problem, clock.zone)) };
}

function clockIssue({ code, text }: ClockProblem, zone: string): Issue {
  const issue = issueOf(code, "when.edtf", text);
  const hint = `Write the time with its UTC offset, such as ${text.replace(/[?~%]$/, "")}+02:00, or only the day.`;
  if (code === "time/gap") {
    const message = `Clocks in ${zone} never showed ${valueText(text)}: they were put forward over it. The whole day was taken.`;
    return { ...issue, message, hint };
  }
  if (code === "time/fold") {
    const message = `Clocks in ${zone} showed ${valueText(text)} twice: they were put back. Both readings were taken.`;
    return { ...issue, message, hint };
  }
  const message = `In ${zone}, the instant in ${valueText(text)} lies beyond its calendar day. Local clock times were kept.`;
  return { ...issue, message, hint: "Write both ends as days, or both with a time." };
}

function issueOf(code: string, field: string, value: unknown): Issue {
  return { code, severity: "warning", row: null, field, value, message: "", hint: "" };
}
