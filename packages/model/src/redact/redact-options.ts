import { WhenWhereError } from "../errors.ts";
import { type OptionForm, refuseOptions } from "../refuse-options.ts";
import { valueText } from "../value-text.ts";
import type { RedactOptions } from "./redact-types.ts";

const PLACE = ["name", "lon", "lat", "radiusM", "geometry", "admin1", "country"];

/**
 * Fields that may be left out. Status, precision, the meaning of a span and `obscured` are not among them: without
 * them the rest would claim more than the record says.
 */
const FIELDS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["id", "title", "summary", "category", "kind", "actors", "figures", "claims", "sources", "relations", "tags"],
  ...["locators", "note", "extra", "when", "when.label", "where", "from"],
  ...["where", "from"].flatMap((place) => PLACE.map((part) => `${place}.${part}`)),
]);

const FORM: OptionForm<RedactOptions> = { radiusM: "any", fields: "any", aggregateBelow: "any" };

/** Parts of these are named by the data: a role, a measure, a column. */
const OPEN: readonly string[] = ["actors", "figures", "extra"];

/**
 * Checks a caller's options.
 * @throws WhenWhereError `redact/radius`, `redact/fields`, `redact/aggregate`, `redact/option-unknown`.
 */
export function checkRedactOptions(options: RedactOptions): void {
  refuseOptions(options, FORM, { code: "redact", name: "redact" });
  const { radiusM, fields = [], aggregateBelow } = options;
  if (radiusM !== undefined && !(radiusM >= 1 && radiusM <= 2_000_000)) {
    const hint = "Give metres from 1 to 2,000,000.";
    throw new WhenWhereError("redact/radius", `redact: radiusM is ${valueText(radiusM)}.`, hint);
  }
  if (aggregateBelow !== undefined && !(Number.isInteger(aggregateBelow) && aggregateBelow >= 2)) {
    const hint = "Give a whole number from 2; groups of fewer records are joined.";
    throw new WhenWhereError("redact/aggregate", `redact: aggregateBelow is ${valueText(aggregateBelow)}.`, hint);
  }
  for (const field of fields) checkField(field);
}

function checkField(field: string): void {
  if (FIELDS.has(field)) return;
  const at = field.indexOf(".");
  if (at > 0 && OPEN.includes(field.slice(0, at)) && field.length > at + 1) return;
  throw new WhenWhereError(
    "redact/fields",
    `redact: ${valueText(field)} is not a field that can be left out.`,
    `Use ${[...FIELDS].join(", ")}, or actors.ROLE, figures.MEASURE, extra.COLUMN.`,
  );
}
