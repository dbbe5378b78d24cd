import type { RedactionReport } from "./redact/redact-types.ts";

/**
 * One problem in data, as a value: never thrown. `code` is stable (`time/syntax`, `place/out-of-range`, ...),
 * `row` counts records from 1, `hint` says what to do about it.
 */
export interface Issue {
  readonly code: string;
  readonly severity: "info" | "warning" | "error";
  /** 1-based number of the record in the input; null = the whole input. */
  readonly row: number | null;
  readonly field: string | null;
  readonly value: unknown;
  readonly message: string;
  readonly hint: string;
}

/** Row counts of an import. Law: `kept + rejected === read`; `changed`, `undated` and `unplaced` are parts of `kept`. */
export interface RowCounts {
  readonly read: number;
  readonly kept: number;
  readonly changed: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly rejected: number;
}

/** What an import did. The command line prints it as JSON. */
export interface ImportReport {
  readonly format: string;
  readonly encoding: string;
  readonly rows: RowCounts;
  readonly issues: readonly Issue[];
  /** What was redacted, in counts; absent when nothing was asked to be. */
  readonly redaction?: RedactionReport;
}
