import { valueText } from "../../value-text.ts";
import { isShallow, MOST_LEVELS } from "./nesting.ts";
import type { RowLog } from "./row-log.ts";

/** Reads one value of a field; undefined = left out (and said, unless it was null). */
export interface FieldReader {
  (value: unknown, path: string, log: RowLog): unknown;
  /**
   * Whether the value is read as it is, with nothing to say: then it need not be read at all, neither copied nor named.
   * Law: `read(value, ...)` of a fine value equals it and notes nothing; a value that is not fine may still be good.
   */
  isFine(value: unknown): boolean;
}

/** A reader of the values that are not fine, with the test that tells. */
export function fieldReader(
  isFine: (value: unknown) => boolean,
  read: (value: unknown, path: string, log: RowLog) => unknown,
): FieldReader {
  return Object.assign((value: unknown, path: string, log: RowLog) => read(value, path, log), { isFine });
}

/** The fields of a shape with their readers. `required` parts without which the whole is left out. */
export interface Shape {
  readonly fields: Readonly<Record<string, FieldReader>>;
  readonly required: readonly string[];
}

/** Halves of pairs, paired or not: looked for without reading letters one by one. */
const MAY_BE_DIRT = /[\0\ud800-\udfff]/;
const DIRT = /[\0\p{Surrogate}]/u;
const ALL_DIRT = /[\0\p{Surrogate}]/gu;

/** Text without NUL and half characters, which break URLs, files and comparisons further on. */
function cleanText(text: string, path: string, log: RowLog): string {
  if (!DIRT.test(text)) return text;
  log.note("text/control", path, null, `Took NUL or half characters out of ${path}.`);
  return text.replace(ALL_DIRT, "");
}

/** A text; numbers and booleans become text, and that is said. */
export const text: FieldReader = /* @__PURE__ */ fieldReader(isCleanText, (value, path, log) => {
  if (typeof value === "string") return cleanText(value, path, log);
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number" || typeof value === "boolean") {
    log.note("field/type", path, value, `${path} is ${valueText(value)}, not text; it was kept as text.`);
    return String(value);
  }
  log.note("field/type", path, value, `${path} is ${valueText(value)}, not text; it was left out.`);
  return undefined;
});

function isCleanText(value: unknown): boolean {
  return typeof value === "string" && !MAY_BE_DIRT.test(value);
}

/** A finite number within bounds; numerals in text are read, and that is said. */
export function number(
  bounds: { readonly min?: number; readonly whole?: boolean; readonly code?: string } = {},
): FieldReader {
  const { min = Number.NEGATIVE_INFINITY, whole = false } = bounds;
  const isFine = (value: unknown): boolean =>
    typeof value === "number" && Number.isFinite(value) && value >= min && (!whole || Number.isInteger(value));
  return fieldReader(isFine, (value, path, log) => {
    if (value === null || value === undefined) return undefined;
    const numeric = typeof value === "string" && /^\s*[+-]?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
    if (typeof numeric !== "number" || !Number.isFinite(numeric)) {
      log.note(
        bounds.code ?? "field/type",
        path,
        value,
        `${path} is ${valueText(value)}, not a number; it was left out.`,
      );
      return undefined;
    }
    if (!isFine(numeric)) {
      const code = bounds.code ?? "field/range";
      log.note(code, path, value, `${path} is ${valueText(value)}, which is out of range; it was left out.`);
      return undefined;
    }
    if (typeof value === "string")
      log.note("field/type", path, value, `${path} is text; it was read as the number ${numeric}.`);
    return numeric;
  });
}

/** True or false. */
export const flag: FieldReader = /* @__PURE__ */ fieldReader(isBoolean, (value, path, log) => {
  if (typeof value === "boolean") return value;
  if (value === null || value === undefined) return undefined;
  if (value === "true" || value === "false") {
    log.note("field/type", path, value, `${path} is text; it was read as ${value}.`);
    return value === "true";
  }
  log.note("field/type", path, value, `${path} is ${valueText(value)}, not true or false; it was left out.`);
  return undefined;
});

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

/** One of a few words. */
export function oneOf(values: readonly string[]): FieldReader {
  const isFine = (value: unknown): boolean => typeof value === "string" && values.includes(value);
  return fieldReader(isFine, (value, path, log) => {
    if (isFine(value)) return value;
    if (value === null || value === undefined) return undefined;
    log.note(
      "field/value",
      path,
      value,
      `${path} is ${valueText(value)}; expected one of ${values.join(", ")}. It was left out.`,
    );
    return undefined;
  });
}

/** Lets null through as a stated "not known". */
export function nullable(reader: FieldReader): FieldReader {
  return fieldReader(
    (value) => value === null || reader.isFine(value),
    (value, path, log) => (value === null ? null : reader(value, path, log)),
  );
}

/** A list; wrong items are left out one by one, a single value is taken as a list of one. */
export function list(item: FieldReader): FieldReader {
  const isFine = (value: unknown): boolean => Array.isArray(value) && value.every(item.isFine);
  return fieldReader(isFine, (value, path, log) => {
    if (value === null || value === undefined) return undefined;
    if (!Array.isArray(value)) {
      log.note("field/type", path, value, `${path} is ${valueText(value)}, not a list.`);
      const only = item(value, path, log);
      return only === undefined ? undefined : [only];
    }
    return value.map((entry: unknown, i) => item(entry, `${path}[${i}]`, log)).filter((entry) => entry !== undefined);
  });
}

/** An object of a shape; unknown fields are kept aside, a part without its required fields is left out. */
export function shape(of: Shape): FieldReader {
  const isFine = (value: unknown): boolean =>
    isRecord(value) && isFineObject(value, of) && of.required.every((name) => Object.hasOwn(value, name));
  return fieldReader(isFine, (value, path, log) => {
    if (value === null || value === undefined) return undefined;
    if (!isRecord(value)) {
      log.note("field/type", path, value, `${path} is ${valueText(value)}, not an object; it was left out.`);
      return undefined;
    }
    const entries = readEntries(value, of, `${path}.`, log);
    const missing = of.required.find((name) => !entries.some(([key]) => key === name));
    if (missing === undefined) return Object.fromEntries(entries);
    log.note("field/missing", path, null, `${path} has no usable ${missing}; it was left out.`);
    return undefined;
  });
}

/** Whether all fields of an object are known and fine, so that it is read as it is. */
export function isFineObject(value: Readonly<Record<string, unknown>>, { fields }: Shape): boolean {
  for (const key in value) {
    if (!Object.hasOwn(fields, key) || !(fields[key] as FieldReader).isFine(value[key])) return false;
  }
  return true;
}

/** The known fields of an object, read; unknown ones go to `log.keep` and are said. */
export function readEntries(
  value: Readonly<Record<string, unknown>>,
  of: Shape,
  prefix: string,
  log: RowLog,
): [key: string, value: unknown][] {
  const entries: [string, unknown][] = [];
  for (const key of Object.keys(value)) {
    const path = prefix + key;
    if (!Object.hasOwn(of.fields, key)) {
      if (!isShallow(value[key])) {
        log.note("field/type", path, null, `${path} has more than ${MOST_LEVELS} levels; it was left out.`);
        continue;
      }
      log.keep(path, value[key]);
      log.note("field/unknown", path, null, `${path} is not a field of this format; it was kept under "extra".`);
      continue;
    }
    const read = (of.fields[key] as FieldReader)(value[key], path, log);
    if (read !== undefined) entries.push([key, read]);
  }
  return entries;
}

/** A plain object, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
