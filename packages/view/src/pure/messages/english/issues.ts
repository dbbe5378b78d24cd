import { ISSUE_CODES, type IssueCode } from "@whenwhere/model";
import type { Messages } from "../types.ts";

/** The codes that have texts in every language: the commonest of the readers. Others are said as their reader says them. */
export const TOLD_CODES = [
  "input/empty",
  "input/html",
  "input/archive",
  "input/binary",
  "input/damaged",
  "input/encoding",
  "input/json-syntax",
  "input/json-line",
  "input/shape",
  "input/no-header",
  "input/no-usable-row",
  "table/columns",
  "table/no-column",
  "table/publication-date",
  "table/short-row",
  "table/long-row",
  "table/quote",
  "record/not-an-object",
  "record/empty",
  "record/duplicate",
  "record/duplicate-id",
  "record/id-missing",
  "record/title-missing",
  "field/type",
  "field/value",
  "field/range",
  "field/missing",
  "field/unknown",
  "time/syntax",
  "time/ambiguous-order",
  "time/order-inferred",
  "time/order-conflict",
  "time/two-digit-year",
  "time/stand-in",
  "time/reversed",
  "time/window-read",
  "time/text-kept",
  "time/outlier",
  "time/midnight",
  "time/zone",
  "place/out-of-range",
  "place/null-island",
  "place/stand-in",
  "place/ambiguous-order",
  "place/not-a-number",
  "place/half",
  "place/swapped",
  "place/swapped-column",
  "figure/not-a-number",
  "source/unknown-key",
  "relation/unknown-id",
] as const satisfies readonly IssueCode[];

const NONE = "Nothing to do.";

/** English: what an import says about problems in data, by their codes, as the readers themselves have it. */
export const issues: Messages = Object.fromEntries([
  ["issue.hint.none", NONE],
  ...TOLD_CODES.flatMap((code) => {
    const { meaning, hint } = ISSUE_CODES[code];
    const says = [[`issue.${code}`, meaning]];
    return hint === NONE ? says : [...says, [`issue.${code}.hint`, hint]];
  }),
]);
