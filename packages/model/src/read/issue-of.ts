import type { Issue } from "../issues.ts";
import { issueKind } from "./issue-codes.ts";
import type { Note } from "./reader.ts";

/** An issue from a note, with the defaults of its code. */
export function issueOf(note: Note, row: number | null): Issue {
  const kind = issueKind(note.code);
  return {
    code: note.code,
    severity: note.severity ?? kind.severity,
    row,
    field: note.field ?? null,
    value: note.value ?? null,
    message: note.message ?? kind.meaning,
    hint: note.hint ?? kind.hint,
  };
}
