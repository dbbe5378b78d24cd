import { isWhen } from "../../claim-value.ts";
import { PLACE_PRECISIONS, STATUSES } from "../../incident.ts";
import { SPAN_MEANINGS } from "../../time/span.ts";
import { valueText } from "../../value-text.ts";
import {
  type FieldReader,
  fieldReader,
  flag,
  isRecord,
  list,
  nullable,
  number,
  oneOf,
  type Shape,
  shape,
  text,
} from "./fields.ts";
import { geometry } from "./geometry-field.ts";
import { isShallow, MOST_LEVELS } from "./nesting.ts";

/** Kept for the place rules, which judge the two coordinates together. */
const asItIs: FieldReader = /* @__PURE__ */ fieldReader(
  (value) => value !== undefined,
  (value) => value,
);

/** Fields of `when`. */
const WHEN: Shape = {
  required: [],
  fields: {
    edtf: nullable(text),
    span: oneOf(SPAN_MEANINGS),
    zone: nullable(text),
    label: nullable(text),
    count: nullable(number({ min: 0, whole: true })),
    countAtLeast: flag,
  },
};

/** Fields of `where` and `from`. */
const WHERE: Shape = {
  required: [],
  fields: {
    name: nullable(text),
    lon: asItIs,
    lat: asItIs,
    precision: oneOf(PLACE_PRECISIONS),
    radiusM: nullable(number({ min: Number.MIN_VALUE, code: "place/radius" })),
    basis: oneOf(["measured", "codebook", "assumed"]),
    obscured: flag,
    geometry: nullable(geometry),
    admin1: nullable(text),
    country: nullable(text),
    inferred: flag,
  },
};

const ACTOR: Shape = { required: ["name"], fields: { name: text, role: text } };

const amount = nullable(number({ min: 0, code: "figure/not-a-number" }));

const FIGURE: Shape = {
  required: ["measure"],
  fields: {
    measure: text,
    low: amount,
    best: amount,
    high: amount,
    kind: oneOf(["exact", "lowest-reported", "conventional", "range", "unknown"]),
    by: text,
    source: text,
  },
};

const claimWhen = shape(WHEN);
const claimWhere = shape(WHERE);

const isClaimValue = (value: unknown): boolean =>
  value === null || text.isFine(value) || (typeof value === "number" && Number.isFinite(value));

const claimValue: FieldReader = /* @__PURE__ */ fieldReader(isClaimValue, (value, path, log) => {
  if (value === null) return null;
  if (typeof value === "string") return text(value, path, log);
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (isRecord(value)) return (isWhen(value) ? claimWhen : claimWhere)(value, path, log);
  log.note(
    "field/type",
    path,
    value,
    `${path} is ${valueText(value)}, not a text, number, date or place; it was left out.`,
  );
  return undefined;
});

const CLAIM: Shape = {
  required: ["id", "field", "value"],
  fields: {
    id: text,
    field: text,
    value: claimValue,
    stance: oneOf(["asserts", "denies"]),
    by: text,
    source: text,
    grade: text,
    at: text,
  },
};

const RELATION: Shape = {
  required: ["type", "to"],
  fields: {
    type: oneOf(["duplicateOf", "partOf", "follows", "causes", "contradicts", "reportedIn"]),
    to: text,
  },
};

const LOCATOR: Shape = { required: ["document"], fields: { document: text, heading: text, starts: text } };

/** Fields of a source. */
export const SOURCE: Shape = {
  required: ["title"],
  fields: {
    title: text,
    publisher: text,
    published: nullable(text),
    url: nullable(text),
    archive: nullable(text),
    language: text,
    kind: text,
    reliability: text,
    via: shape(LOCATOR),
  },
};

const isExtra = (value: unknown): boolean => isRecord(value) && isShallow(value);

const extra: FieldReader = /* @__PURE__ */ fieldReader(isExtra, (value, path, log) => {
  if (isExtra(value)) return value;
  if (isRecord(value)) {
    log.note("field/type", path, null, `${path} has more than ${MOST_LEVELS} levels; it was left out.`);
    return undefined;
  }
  if (value !== null && value !== undefined)
    log.note("field/type", path, value, `${path} is not an object; it was left out.`);
  return undefined;
});

/** Fields of an incident. */
export const INCIDENT: Shape = {
  required: [],
  fields: {
    id: text,
    title: text,
    summary: text,
    category: text,
    kind: text,
    status: oneOf(STATUSES),
    when: shape(WHEN),
    where: shape(WHERE),
    from: shape(WHERE),
    actors: list(shape(ACTOR)),
    figures: list(shape(FIGURE)),
    claims: list(shape(CLAIM)),
    sources: list(text),
    relations: list(shape(RELATION)),
    tags: list(text),
    sensitivity: oneOf(["none", "graphic", "personal"]),
    locators: list(shape(LOCATOR)),
    note: text,
    extra,
  },
};

/** All shapes by the name of their type, for the test that holds types, schema and readers together. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  When: WHEN,
  Where: WHERE,
  Actor: ACTOR,
  Figure: FIGURE,
  Claim: CLAIM,
  Relation: RELATION,
  Locator: LOCATOR,
  Source: SOURCE,
  Incident: INCIDENT,
};
