import { tryParseEdtf } from "@whenwhere/model";
import { type CliIo, EXIT, UsageError } from "./cli-io.ts";

/** `whenwhere dates`: says how each text is understood; exit 1 when none is a date. */
export function datesCommand(texts: readonly string[], json: boolean, io: CliIo): number {
  if (texts.length === 0) throw new UsageError('dates needs at least one date, e.g. whenwhere dates "2022-01~".');
  const readings = texts.map(readingOf);
  if (json) io.out(`${JSON.stringify(readings, null, 2)}\n`);
  else for (const reading of readings) io.out(`${lineOf(reading)}\n`);
  return readings.some(({ error }) => error === null) ? EXIT.ok : EXIT.nothing;
}

interface DateLine {
  readonly text: string;
  readonly canonical: string | null;
  readonly precision: string | null;
  /** First instant and the first one after, UTC wall calendar; null = open or unknown. */
  readonly start: string | null;
  readonly end: string | null;
  readonly error: string | null;
}

function readingOf(text: string): DateLine {
  const { date, error } = tryParseEdtf(text);
  if (date === null) {
    return { text, canonical: null, precision: null, start: null, end: null, error: `${error.message} ${error.hint}` };
  }
  const { text: canonical, precision, startMs, endMs } = date;
  return { text, canonical, precision, start: instantText(startMs), end: instantText(endMs), error: null };
}

function lineOf({ text, canonical, precision, start, end, error }: DateLine): string {
  if (error !== null) return `${text}\n  not a date: ${error}`;
  return `${canonical}\n  ${precision}; from ${start ?? "open"} until ${end ?? "open"} (not included)`;
}

/** ISO text; years beyond those that a Date can hold are given in milliseconds. */
function instantText(ms: number): string | null {
  if (!Number.isFinite(ms)) return null;
  return Math.abs(ms) <= 8.64e15
    ? new Date(ms).toISOString().replace(/(T00:00:00)?\.000Z$/, (_, t) => (t ? "" : "Z"))
    : `${ms} ms`;
}
