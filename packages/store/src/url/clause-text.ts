import { FIELD_NAMES } from "../filter/field-values.ts";
import type { Clause } from "../types.ts";
import { linkList, linkText, listOfLink, textOfLink } from "./link-text.ts";
import { numberOfText, numberText, spanOfText, spanText } from "./time-text.ts";

/** Ends a window in which what is certain and older is paler. */
const FADE = "/fade";

/** One `key=value` of a link. */
export type Pair = readonly [key: string, value: string];

/**
 * A clause as `key=value`. Keys: `w` window (with `/fade` where it trails), `q` text, `box`, `lasso`, `r:measure` range, `f:field` values, with the bare
 * field name for the usual fields. A source other than the usual one follows as `@source`.
 */
export function pairOfClause(clause: Clause): Pair {
  const [name, value] = namedValue(clause);
  return [clause.source === usualSource(clause) ? name : `${name}@${linkText(clause.source)}`, value];
}

function namedValue(clause: Clause): Pair {
  switch (clause.kind) {
    case "window":
      return ["w", clause.fade ? `${spanText(clause)}${FADE}` : spanText(clause)];
    case "text":
      return ["q", linkText(clause.text)];
    case "bbox":
      return ["box", [clause.west, clause.south, clause.east, clause.north].map(numberText).join(",")];
    case "lasso":
      return ["lasso", clause.ring.map((point) => point.map(numberText).join(",")).join(";")];
    case "range":
      return [`r:${linkText(clause.field)}`, `${numberText(clause.low)}/${numberText(clause.high)}`];
    case "values":
      return [
        FIELD_NAMES.includes(clause.field) ? clause.field : `f:${linkText(clause.field)}`,
        linkList(clause.values),
      ];
  }
}

/** The name under which a view files a clause of this kind when it has no reason for another. */
function usualSource(clause: Clause): string {
  if (clause.kind === "values" || clause.kind === "range") return clause.field;
  return clause.kind;
}

/** Null when the pair is no clause, or not a readable one. */
export function clauseOfPair([key, value]: Pair): Clause | null {
  const at = key.indexOf("@");
  const name = at < 0 ? key : key.slice(0, at);
  const source = at < 0 ? null : textOfLink(key.slice(at + 1));
  if (at >= 0 && (source === null || source === "")) return null;
  const clause = unsourced(name, value);
  return clause === null ? null : ({ ...clause, source: source ?? usualSource(clause) } as Clause);
}

function unsourced(name: string, value: string): Clause | null {
  const source = "";
  if (name === "w") {
    const fades = value.endsWith(FADE);
    const span = spanOfText(fades ? value.slice(0, -FADE.length) : value);
    return span === null ? null : { source, kind: "window", ...span, ...(fades ? { fade: true } : {}) };
  }
  if (name === "q") {
    const text = textOfLink(value);
    return text === null ? null : { source, kind: "text", text };
  }
  if (name === "box") return boxOf(value);
  if (name === "lasso") return lassoOf(value);
  if (name.startsWith("r:")) return rangeOf(name.slice(2), value);
  return valuesOf(name, value);
}

function boxOf(value: string): Clause | null {
  const [west, south, east, north, ...rest] = finiteNumbers(value) ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined || rest.length > 0)
    return null;
  return { source: "", kind: "bbox", west, south, east, north };
}

function lassoOf(value: string): Clause | null {
  const points = value === "" ? [] : value.split(";").map(finiteNumbers);
  if (!points.every((point) => point?.length === 2)) return null;
  return { source: "", kind: "lasso", ring: points as unknown as readonly (readonly [number, number])[] };
}

function rangeOf(encoded: string, value: string): Clause | null {
  const field = textOfLink(encoded);
  const sides = value.split("/").map(numberOfText);
  const [low, high] = sides;
  if (!field || sides.length !== 2 || typeof low !== "number" || typeof high !== "number") return null;
  return { source: "", kind: "range", field, low, high };
}

function valuesOf(name: string, value: string): Clause | null {
  const field = name.startsWith("f:") ? textOfLink(name.slice(2)) : FIELD_NAMES.includes(name) ? name : null;
  const values = listOfLink(value);
  return !field || values === null ? null : { source: "", kind: "values", field, values };
}

/** Finite numbers by commas; null when one of them is not. */
export function finiteNumbers(text: string): readonly number[] | null {
  const numbers = text.split(",").map(numberOfText);
  return numbers.every((value) => value !== null && Number.isFinite(value)) ? (numbers as number[]) : null;
}
