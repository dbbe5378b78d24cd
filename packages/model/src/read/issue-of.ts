import type { Issue } from "../issues.ts";
import { issueKind } from "./issues/issue-codes.ts";
import type { Note } from "./reader.ts";
import { isShallow } from "./record/nesting.ts";

/** An issue from a note, with the defaults of its code. A value too deep to be written down is named by the message alone. */
export function issueOf(note: Note, row: number | null): Issue {
  const kind = issueKind(note.code);
  return {
    code: note.code,
    severity: note.severity ?? kind.severity,
    row,
    field: note.field ?? null,
    value: isShallow(note.value) ? (note.value ?? null) : null,
    message: note.message ?? kind.meaning,
    hint: note.hint ?? kind.hint,
  };
}
