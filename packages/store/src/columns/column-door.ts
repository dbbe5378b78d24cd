import {
  type CodedField,
  hasPosition,
  type Incident,
  incidentOfFacts,
  PLACE_PRECISIONS,
  type RowNames,
  STATUSES,
  WhenWhereError,
} from "@whenwhere/model";
import { type ColumnInput, type Columns, DATE_BITS, ROW_BITS } from "../types.ts";
import { type Dataset, idLookup } from "./dataset.ts";
import { narrowColumns } from "./narrow-columns.ts";
import { type OwnIds, ownIds } from "./own-ids.ts";
import { instantEndMs, isTimeOrder } from "./time-order.ts";
import { emptyColumns, type WideColumns } from "./wide-columns.ts";

const unknownPlace = PLACE_PRECISIONS.indexOf("unknown");
const exactPlace = PLACE_PRECISIONS.indexOf("exact");
const settlement = PLACE_PRECISIONS.indexOf("settlement");

/**
 * Columns from typed arrays of one length. A row without start and end is undated; with one of them only, the other side
 * is unknown (unbounded). Without `endMs` each start is an exact instant. An end before its start is kept as the span
 * over both, marked uncertain. Coordinates without a `radiusM` column are exact points.
 *
 * Throws {@link WhenWhereError} `store/columns-shape` or `store/columns-length`.
 */
export function datasetOfColumns(input: ColumnInput, categoryField: unknown = "category"): Dataset {
  checkShape(input);
  if (input.dateBits !== undefined && input.rowBits !== undefined) return datasetOfWhole(input, categoryField);
  const columns = emptyColumns(input.startMs.length);
  for (let row = 0; row < columns.length; row++) {
    writeOuter(input, columns, row);
    writeCore(input, columns, row);
    writePlace(input, columns, row);
  }
  if (input.status !== undefined) columns.status.set(input.status.map((code) => (code < STATUSES.length ? code : 0)));
  if (input.category !== undefined) columns.category.set(input.category.codes);
  return withRecords(datasetOfRows(narrowColumns(columns), input.category?.values ?? [""], input.ids), input);
}

/** The fields, figures, order and records that came with the columns. */
function withRecords(rows: Dataset, input: ColumnInput): Dataset {
  const { records, fields = {}, figures = {}, timeOrder, texts } = input;
  const isOrdered = timeOrder !== undefined && isTimeOrder(timeOrder, rows.columns.outerStartMs);
  const whole = { ...rows, fields, figures, ...(isOrdered ? { timeOrder } : {}), texts };
  if (records === undefined) return whole;
  return {
    ...whole,
    id: (row) => records.id(row),
    rowOf: (id) => records.rowOf(id),
    incident: (row) => records.incident(row),
  };
}

/** Columns that are complete already: they become the store's own. */
function datasetOfWhole(input: ColumnInput, categoryField: unknown): Dataset {
  const { length } = input.startMs;
  const named = typeof categoryField === "string" ? input.fields?.[categoryField] : undefined;
  const category = input.category ?? named ?? input.fields?.category;
  const [coreStartMs, coreEndMs] = pairOf(input.coreStartMs, input.coreEndMs, length);
  const [lon, lat] = pairOf(input.lon, input.lat, length);
  const columns: WideColumns = {
    length,
    outerStartMs: input.startMs,
    outerEndMs: input.endMs ?? input.startMs.map((ms) => instantEndMs(ms)),
    ...{ coreStartMs, coreEndMs, lon, lat },
    radiusM: input.radiusM ?? new Float32Array(length).fill(Number.NaN),
    placePrecision: input.placePrecision ?? new Uint8Array(length),
    status: input.status ?? new Uint8Array(length),
    span: input.span ?? new Uint8Array(length),
    dateBits: input.dateBits ?? new Uint8Array(length),
    rowBits: input.rowBits ?? new Uint8Array(length),
    count: input.count ?? new Uint32Array(length).fill(1),
    category: categoryCodes(category, length),
  };
  return withRecords(datasetOfRows(narrowColumns(columns), category?.values ?? [""], input.ids), input);
}

type Pair = readonly [one: Float64Array, other: Float64Array];

/** Columns that are there together or not at all: one array stands for two that are not. */
function pairOf(one: Float64Array | undefined, other: Float64Array | undefined, length: number): Pair {
  if (one !== undefined && other !== undefined) return [one, other];
  const unknown = new Float64Array(length).fill(Number.NaN);
  return [unknown, unknown];
}

/** Of several categories of a row the first counts. */
function categoryCodes(category: CategoryColumn | undefined, length: number): Uint16Array {
  if (category === undefined) return new Uint16Array(length);
  const { codes, values } = category;
  if (values.length > MOST_CATEGORIES) {
    throw new WhenWhereError(
      "store/too-many-categories",
      `The columns have ${values.length} categories; at most ${MOST_CATEGORIES} fit.`,
      "Give a coarser field as `category`.",
    );
  }
  const offsets = "offsets" in category ? category.offsets : null;
  if (offsets === null) return codes instanceof Uint16Array ? codes : new Uint16Array(codes);
  return Uint16Array.from({ length }, (_, row) => codes[offsets[row] as number] as number);
}

type CategoryColumn = NonNullable<ColumnInput["category"]> | CodedField;

const MOST_CATEGORIES = 65_536;

/** A data set without records; without ids, a row's id is its number. */
export function datasetOfRows(columns: Columns, categories: readonly string[], ids?: readonly string[]): Dataset {
  let made: OwnIds | null = null;
  // At the first question: who draws a million rows may never ask for an id.
  const own = (): OwnIds => {
    made ??= ownIds(ids?.length ?? 0, (row) => ids?.[row]);
    return made;
  };
  const id = (row: number): string =>
    ids === undefined ? String(row) : (own().renamed.get(row) ?? (ids[row] as string));
  const title = null;
  return {
    columns,
    categories,
    records: null,
    issues: () => own().issues,
    id,
    rowOf: ids === undefined ? (text) => plainRow(text, columns.length) : idLookup(columns.length, id),
    incident: (row) => incidentOfRow(columns, categories[columns.category.at(row)] ?? "", { id: id(row), title, row }),
  };
}

/** The same rows under names that came with them. */
export function namedRows(rows: Dataset, names: RowNames): Dataset {
  const { columns, categories } = rows;
  return {
    ...rows,
    id: (row) => names.id(row),
    rowOf: (id) => names.rowOf(id),
    incident: (row) => {
      const category = categories[columns.category.at(row)] ?? "";
      return incidentOfRow(columns, category, { id: names.id(row), title: names.title(row), row });
    },
  };
}

function plainRow(text: string, length: number): number {
  const row = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  return row < length && String(row) === text ? row : -1;
}

function checkShape(input: ColumnInput): void {
  if (!(input.startMs instanceof Float64Array)) {
    throw new WhenWhereError(
      "store/columns-shape",
      "`columns.startMs` is not a Float64Array.",
      "Give the start of each row in UTC milliseconds, NaN where it is unknown: new Float64Array([...]).",
    );
  }
  const length = input.startMs.length;
  const { startMs: _, category, fields, figures, sources: _sources, title: _title, texts, ...columns } = input;
  const others: Record<string, { readonly length: number } | undefined> = {
    ...columns,
    "category.codes": category && (category.codes ?? []),
    texts: texts?.ends,
    ...rowCounts(fields, figures),
  };
  const wrong = Object.entries(others).filter(
    // Columns of the model say their length beside them: a number, not a column.
    ([, column]) => typeof column === "object" && column.length !== length,
  );
  if (wrong.length > 0) {
    const named = wrong.map(([name, column]) => `${name} has ${column?.length}`).join(", ");
    throw new WhenWhereError(
      "store/columns-length",
      `The columns are not of one length: startMs has ${length} rows, ${named}.`,
      "Give every column one entry per row; write NaN where a number is unknown.",
    );
  }
  checkPairs(input);
}

/** Lengths by name of what the fields and figures hold a row. */
function rowCounts(
  fields: ColumnInput["fields"] = {},
  figures: ColumnInput["figures"] = {},
): Record<string, { readonly length: number }> {
  const counts: Record<string, { readonly length: number }> = {};
  for (const [name, { offsets, codes }] of Object.entries(fields)) {
    counts[`fields.${name}`] = offsets === null ? codes : { length: offsets.length - 1 };
  }
  for (const [name, { low }] of Object.entries(figures)) counts[`figures.${name}`] = low;
  return counts;
}

function checkPairs(input: ColumnInput): void {
  for (const [one, other] of [
    ["lon", "lat"],
    ["coreStartMs", "coreEndMs"],
  ] as const) {
    if ((input[one] === undefined) === (input[other] === undefined)) continue;
    const missing = input[one] === undefined ? one : other;
    throw new WhenWhereError(
      "store/columns-shape",
      `\`columns.${missing}\` is missing beside its partner.`,
      `Give \`${one}\` and \`${other}\` together, or neither.`,
    );
  }
  const { category } = input;
  if (category === undefined) return;
  let most = -1;
  const { codes } = category;
  for (let row = 0; row < codes.length; row++) if ((codes[row] as number) > most) most = codes[row] as number;
  if (most >= category.values.length) {
    throw new WhenWhereError(
      "store/columns-shape",
      `\`columns.category.codes\` holds ${most}, but \`category.values\` has ${category.values.length} entries.`,
      "Give a name in `values` for every code.",
    );
  }
}

function writeOuter(input: ColumnInput, columns: WideColumns, row: number): void {
  const given = input.startMs[row] as number;
  const startMs = given === Number.POSITIVE_INFINITY ? Number.NaN : given;
  const givenEndMs = input.endMs === undefined ? startMs : (input.endMs[row] as number);
  const endMs = givenEndMs === Number.NEGATIVE_INFINITY ? Number.NaN : givenEndMs;
  if (Number.isNaN(startMs) && Number.isNaN(endMs)) return;
  const isReversed = endMs < startMs;
  const lowMs = Number.isNaN(startMs) ? Number.NEGATIVE_INFINITY : isReversed ? endMs : startMs;
  const highMs = Number.isNaN(endMs) ? Number.POSITIVE_INFINITY : isReversed ? startMs : endMs;
  columns.outerStartMs[row] = lowMs;
  columns.outerEndMs[row] = isReversed || highMs === lowMs ? instantEndMs(highMs) : highMs;
  columns.dateBits[row] = sideBits(startMs, endMs) | (isReversed ? DATE_BITS.uncertain : 0);
}

function sideBits(startMs: number, endMs: number): number {
  let bits = 0;
  if (Number.isNaN(startMs)) bits |= DATE_BITS.unknownStart;
  if (startMs === Number.NEGATIVE_INFINITY) bits |= DATE_BITS.openStart;
  if (Number.isNaN(endMs)) bits |= DATE_BITS.unknownEnd;
  if (endMs === Number.POSITIVE_INFINITY) bits |= DATE_BITS.openEnd;
  return bits;
}

function writeCore(input: ColumnInput, columns: WideColumns, row: number): void {
  const outerStartMs = columns.outerStartMs[row] as number;
  const outerEndMs = columns.outerEndMs[row] as number;
  const isInstant = outerEndMs === instantEndMs(outerStartMs) && columns.dateBits[row] === 0;
  const givenStartMs = input.coreStartMs?.[row] ?? Number.NaN;
  const givenEndMs = input.coreEndMs?.[row] ?? Number.NaN;
  const startMs = isInstant ? outerStartMs : Math.max(givenStartMs, outerStartMs);
  const endMs = isInstant ? outerEndMs : Math.min(givenEndMs, outerEndMs);
  if (!(startMs < endMs)) return;
  columns.coreStartMs[row] = startMs;
  columns.coreEndMs[row] = endMs;
}

function writePlace(input: ColumnInput, columns: WideColumns, row: number): void {
  const lon = input.lon?.[row] ?? Number.NaN;
  const lat = input.lat?.[row] ?? Number.NaN;
  const stated = input.placePrecision?.[row] ?? (input.radiusM === undefined ? exactPlace : settlement);
  if (!hasPosition({ lon, lat }) || stated >= unknownPlace) {
    columns.placePrecision[row] = unknownPlace;
    columns.rowBits[row] = ROW_BITS.unplaced;
    return;
  }
  columns.lon[row] = lon;
  columns.lat[row] = lat;
  columns.placePrecision[row] = stated;
  const radiusM = input.radiusM?.[row] ?? Number.NaN;
  if (radiusM >= 0) columns.radiusM[row] = radiusM;
}

function incidentOfRow(
  columns: Columns,
  category: string,
  { row, ...names }: { readonly id: string; readonly title: string | null; readonly row: number },
): Incident {
  return incidentOfFacts({
    ...names,
    category,
    startMs: columns.outerStartMs.at(row),
    endMs: columns.outerEndMs.at(row),
    lon: columns.lon.at(row),
    lat: columns.lat.at(row),
    radiusM: columns.radiusM.at(row),
    placePrecision: columns.placePrecision.at(row),
    status: columns.status.at(row),
  });
}
