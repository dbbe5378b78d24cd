import { issueKind } from "../issues/issue-codes.ts";
import type { Note } from "../reader.ts";

/** Remarks about one record while it is read. */
export interface RowLog {
  note(code: string, field: string, value: unknown, message: string): void;
  /** Keeps a value that has no place in the shape, under `extra`. */
  keep(path: string, value: unknown): void;
}

/** A {@link RowLog} with what was collected. */
export interface RowLogBook extends RowLog {
  readonly notes: readonly Note[];
  readonly kept: readonly (readonly [path: string, value: unknown])[];
}

/** An empty log for one record. */
export function createRowLog(): RowLogBook {
  const notes: Note[] = [];
  const kept: [string, unknown][] = [];
  return {
    notes,
    kept,
    note(code, field, value, message) {
      notes.push({ code, field, value, message });
    },
    keep(path, value) {
      kept.push([path, value]);
    },
  };
}

/** Whether a note says that the record differs from its input. */
export function noteChanges(note: Note): boolean {
  return note.changes ?? issueKind(note.code).changes;
}
