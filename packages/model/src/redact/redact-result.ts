import type { Issue } from "../issues.ts";
import { issueKind } from "../read/issue-codes.ts";
import type { ReadResult } from "../read/read-incidents.ts";
import { redactIncidents } from "./redact-incidents.ts";
import type { RedactOptions } from "./redact-types.ts";

/**
 * A result of reading, redacted: also its issues, which then say what is wrong by code, row and field but quote no value.
 * `report.rows` still counts the input; `report.redaction` says what became of it.
 */
export function redactResult(result: ReadResult, options: RedactOptions): ReadResult {
  const { redaction, ...shown } = redactIncidents(result, options);
  const issues = result.issues.map(withoutValue);
  return { ...result, ...shown, issues, report: { ...result.report, issues, redaction } };
}

function withoutValue({ code, severity, row, field }: Issue): Issue {
  const { meaning, hint } = issueKind(code);
  return { code, severity, row, field, value: null, message: meaning, hint };
}
