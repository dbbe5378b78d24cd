import { type EdtfDate, tryParseEdtf, WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import type { Edge } from "../types.ts";

/** A stretch of time behind the lanes: a ceasefire, a term of office, a season. */
export interface Era {
  /** EDTF. Its edges are drawn as they are known: `2022-03~/2022-05` fades in and ends sharply, `2022-03/..` runs on. */
  readonly when: string;
  readonly label: string;
}

/** A remark at a date: a thin rule with a label, or a thin band where the date is wider than a line. */
export interface Annotation {
  /** EDTF. */
  readonly when: string;
  readonly label: string;
  /** The lane it belongs to, by value or name; over all lanes without it, or where there is no such lane. */
  readonly lane?: string;
  /** Said in the tooltip and in the text alternative. */
  readonly note?: string;
}

/** Eras, annotations and the present, their dates read. Made by {@link readNotes}. */
export interface Note {
  readonly kind: "era" | "annotation" | "now";
  /** Half-open, UTC milliseconds of the wall calendar; infinite where unbounded. */
  readonly startMs: number;
  readonly endMs: number;
  readonly start: Edge;
  readonly end: Edge;
  readonly uncertain: boolean;
  /** Empty for the present: the view has a word for it. */
  readonly label: string;
  readonly note: string | null;
  readonly lane: string | null;
  /** The date as written; null for an instant. */
  readonly when: string | null;
}

/** What {@link readNotes} reads. */
export interface NoteOptions {
  readonly eras?: readonly Era[];
  readonly annotations?: readonly Annotation[];
  /** An ISO date or date-time, or instants of the wall calendar in UTC milliseconds. */
  readonly now?: string | number;
}

const FORM: OptionForm<NoteOptions> = { eras: [[Object]], annotations: [[Object]], now: [String, Number] };

/**
 * Reads the dates of eras, annotations and the present, in this order, each by rising start.
 * @throws WhenWhereError `timeline/note-date` when a date is not EDTF: these are words of the host, not data; `timeline/option-unknown`.
 */
export function readNotes(options: NoteOptions): readonly Note[] {
  refuseOptions(options, FORM, { code: "timeline", name: "readNotes" });
  const byStart = (a: Note, b: Note): number => a.startMs - b.startMs || a.endMs - b.endMs;
  const eras = (options.eras ?? []).map((era): Note => ({ ...dated("eras", era.when), ...plain, ...era, kind: "era" }));
  const remarks = (options.annotations ?? []).map(
    (one): Note => ({ ...dated("annotations", one.when), ...plain, ...one, kind: "annotation" }),
  );
  const { now } = options;
  if (now === undefined) return [...eras.sort(byStart), ...remarks.sort(byStart)];
  const present =
    typeof now === "number"
      ? { startMs: now, endMs: now + 1, start: "cap" as const, end: "cap" as const, uncertain: false, when: null }
      : { ...dated("now", now), when: now };
  return [...eras.sort(byStart), ...remarks.sort(byStart), { ...present, ...plain, kind: "now" }];
}

const plain = { label: "", note: null, lane: null } as const;

function dated(option: string, when: string): Pick<Note, "startMs" | "endMs" | "start" | "end" | "uncertain"> {
  const { startMs, endMs, start, end, uncertain } = parsed(option, when);
  return { startMs, endMs, start: edgeOf(startMs, start), end: edgeOf(endMs, end), uncertain };
}

function parsed(option: string, when: string): EdtfDate {
  const { date } = tryParseEdtf(String(when));
  if (date !== null) return date;
  throw new WhenWhereError(
    "timeline/note-date",
    `The option \`${option}\` has the date ${JSON.stringify(when)}, which is not EDTF.`,
    'Write "2022-03" or "2022-03-04/2022-04~".',
  );
}

function edgeOf(boundMs: number, bound: EdtfDate["start"]): Edge {
  if (!Number.isFinite(boundMs)) return bound.kind === "unknown" ? "unknown" : "open";
  return bound.approximate ? "fade" : "cap";
}
