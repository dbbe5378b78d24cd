import type { ImportReport, Issue } from "../issues.ts";
import { issueKind } from "../read/issues/issue-codes.ts";
import { redactIncidents } from "./redact-incidents.ts";
import type { Redacted, RedactOptions } from "./redact-types.ts";

/** A result of `readIncidents`, as far as redaction touches it. */
export interface RedactableResult extends Omit<Redacted, "redaction"> {
  readonly issues: readonly Issue[];
  readonly report: ImportReport;
}

/**
 * A result of reading, redacted: also its issues, which then say what is wrong by code, row and field but quote no value.
 * `report.rows` still counts the input; `report.redaction` says what became of it.
 */
export function redactResult<R extends RedactableResult>(result: R, options: RedactOptions): R {
  const { redaction, ...shown } = redactIncidents(result, options);
  const issues = result.issues.map(withoutValue);
  return { ...result, ...shown, issues, report: { ...result.report, issues, redaction } };
}

function withoutValue({ code, severity, row, field }: Issue): Issue {
  const { meaning, hint } = issueKind(code);
  return { code, severity, row, field, value: null, message: meaning, hint };
}
