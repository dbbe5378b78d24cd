import type { SpanMeaning } from "../incident.ts";
import type { EdtfDate } from "./edtf-types.ts";

/** A half-open run of instants, UTC milliseconds. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The instants that a happening surely covers, or null.
 *
 * - `within`: a single, unqualified time of day of at least minute precision covers itself; nothing else covers anything.
 * - `series`: nothing is sure.
 * - `throughout` and `ongoing`: from the core edge of the first side to that of the last. A firm side has its core edge
 *   at its outer edge. A doubtful side (`~`, or with X or S) is pulled in by its whole own unit: `2022-01-18~/2022-01-31`
 *   surely covers from the 19th. An open or unknown side ends with the stated side's own unit: `2022-01-18/..` surely
 *   covers the 18th. `{...}` covers the longest run of its members without a gap; `[...]` covers nothing, since any
 *   one member may be meant.
 * - Whatever the meaning, `?` or `%` anywhere leaves nothing sure.
 */
export function coreSpanOf(date: EdtfDate, meaning: SpanMeaning): Span | null {
  if (date.uncertain || meaning === "series") return null;
  if (meaning === "within") return isExactInstant(date) ? date : null;
  if (date.kind === "date") return isFirm(date) ? date : null;
  if (date.kind === "interval") return coreOfInterval(date);
  return date.choice === "all" ? longestRun(date.members.map((member) => coreSpanOf(member, meaning))) : null;
}

function isExactInstant(date: EdtfDate): boolean {
  return date.kind === "date" && isFirm(date) && CLOCK_PRECISIONS.has(date.precision);
}

const CLOCK_PRECISIONS: ReadonlySet<string> = new Set(["minute", "second", "millisecond"]);

function isFirm(date: EdtfDate): boolean {
  return !date.approximate && !date.uncertain && !date.unspecified;
}

function coreOfInterval(interval: EdtfDate): Span | null {
  const first = interval.start.kind === "stated" ? interval.members[0] : undefined;
  const last = interval.end.kind === "stated" ? interval.members.at(-1) : undefined;
  const startMs = startOfCore(first) ?? last?.startMs;
  const endMs = endOfCore(last) ?? first?.endMs;
  if (startMs === undefined || endMs === undefined || startMs >= endMs) return null;
  return { startMs, endMs };
}

function startOfCore(side: EdtfDate | undefined): number | undefined {
  return side && !isFirm(side) ? side.endMs : side?.startMs;
}

function endOfCore(side: EdtfDate | undefined): number | undefined {
  return side && !isFirm(side) ? side.startMs : side?.endMs;
}

function longestRun(spans: readonly (Span | null)[]): Span | null {
  const sorted = spans.filter((span) => span !== null).sort((a, b) => a.startMs - b.startMs);
  let longest: Span | null = null;
  let run: Span | null = null;
  for (const span of sorted) {
    const joins: boolean = run !== null && span.startMs <= run.endMs;
    run = run && joins ? { startMs: run.startMs, endMs: Math.max(run.endMs, span.endMs) } : span;
    if (longest === null || run.endMs - run.startMs > longest.endMs - longest.startMs) longest = run;
  }
  return longest;
}
