import { PLACE_PRECISIONS, SPAN_MEANINGS, STATUSES, WhenWhereError } from "@whenwhere/model";
import { datasetOfRows } from "../columns/column-door.ts";
import type { Dataset } from "../columns/dataset.ts";
import { narrowColumns } from "../columns/narrow-columns.ts";
import { emptyColumns, type WideColumns } from "../columns/wide-columns.ts";
import { fromFixed } from "./fixed-degrees.ts";
import {
  HEADER,
  MAGIC,
  NO_CODE,
  type PackedSections,
  type PackedShape,
  packedBytes,
  sectionsOf,
  VERSION,
} from "./layout.ts";

/** A data set from the buffer of `packStore`. Throws {@link WhenWhereError} `store/packed` for any other buffer. */
export function unpackDataset(buffer: ArrayBuffer): Dataset {
  const sections = sectionsOf(checkedShape(buffer), buffer);
  const { categories, ids } = readText(sections.text);
  const rows = sections.rowBits.length;
  if (ids !== null && ids.length !== rows) throw wrong(`${ids.length} ids for ${rows} rows`);
  const columns = emptyColumns(rows);
  for (let row = 0; row < rows; row++) {
    writeTimes(columns, sections, row);
    writePlace(columns, sections, row);
    writeClasses(columns, sections, { row, categories: categories.length });
  }
  columns.radiusM.set(sections.radiusM);
  if (sections.count.length > 0) columns.count.set(sections.count);
  columns.category.set(sections.category);
  columns.dateBits.set(sections.dateBits);
  columns.rowBits.set(sections.rowBits);
  return datasetOfRows(narrowColumns(columns), categories, ids ?? undefined);
}

function wrong(what: string): WhenWhereError {
  return new WhenWhereError(
    "store/packed",
    `The buffer cannot be read as a packed store: ${what}.`,
    "Give the whole ArrayBuffer that packStore of this version made, on a machine of the same byte order.",
  );
}

function checkedShape(buffer: ArrayBuffer): PackedShape {
  if (!(buffer instanceof ArrayBuffer)) throw wrong("it is no ArrayBuffer");
  if (buffer.byteLength < 32) throw wrong(`its ${buffer.byteLength} bytes are less than a header`);
  const header = new Uint32Array(buffer, 0, 8);
  const at = (name: keyof typeof HEADER): number => header[HEADER[name]] as number;
  if (at("magic") !== MAGIC) throw wrong("it does not begin as one");
  if (at("version") !== VERSION) throw wrong(`its version is ${at("version")}, not ${VERSION}`);
  const shape = { rows: at("rows"), instants: at("instants"), textUnits: at("textUnits"), flags: at("flags") };
  const expected = packedBytes(shape);
  if (at("byteLength") === expected && buffer.byteLength === expected) return shape;
  throw wrong(`it has ${buffer.byteLength} bytes, its counts ask for ${expected}`);
}

function readText(units: Uint16Array): {
  readonly categories: readonly string[];
  readonly ids: readonly string[] | null;
} {
  const chunks: string[] = [];
  for (let i = 0; i < units.length; i += 8_192) chunks.push(String.fromCharCode(...units.subarray(i, i + 8_192)));
  let parsed: unknown;
  try {
    parsed = JSON.parse(chunks.join(""));
  } catch {
    throw wrong("its texts are damaged");
  }
  const { categories, ids } = (parsed ?? {}) as { readonly categories?: unknown; readonly ids?: unknown };
  if (isTexts(categories) && (ids === null || isTexts(ids))) return { categories, ids };
  throw wrong("its texts are damaged");
}

function isTexts(list: unknown): list is readonly string[] {
  return Array.isArray(list) && list.every((text) => typeof text === "string");
}

function writeTimes(columns: WideColumns, { instantsMs, outer, core, classes }: PackedSections, row: number): void {
  const instant = (codes: Uint32Array, at: number): number => {
    const code = codes[at] ?? NO_CODE;
    if (code === NO_CODE) return Number.NaN;
    if (code >= instantsMs.length) throw wrong(`row ${row} names instant ${code} of ${instantsMs.length}`);
    return instantsMs[code] as number;
  };
  const isOuter = ((classes[row] as number) & (1 << 9)) !== 0;
  columns.outerStartMs[row] = instant(outer, 2 * row);
  columns.outerEndMs[row] = instant(outer, 2 * row + 1);
  columns.coreStartMs[row] = instant(isOuter ? outer : core, 2 * row);
  columns.coreEndMs[row] = instant(isOuter ? outer : core, 2 * row + 1);
}

function writePlace(columns: WideColumns, { degrees, fixedDegrees }: PackedSections, row: number): void {
  const isFixed = fixedDegrees.length > 0;
  const read = (at: number): number => (isFixed ? fromFixed(fixedDegrees[at] as number) : (degrees[at] as number));
  columns.lon[row] = read(2 * row);
  columns.lat[row] = read(2 * row + 1);
}

function writeClasses(
  columns: WideColumns,
  { classes, category }: PackedSections,
  { row, categories }: { readonly row: number; readonly categories: number },
): void {
  const bits = classes[row] as number;
  const [precision, status, span] = [bits & 15, (bits >> 4) & 7, (bits >> 7) & 3];
  if (precision >= PLACE_PRECISIONS.length || status >= STATUSES.length || span >= SPAN_MEANINGS.length) {
    throw wrong(`row ${row} has a class that there is not`);
  }
  if ((category[row] as number) >= categories) throw wrong(`row ${row} has category ${category[row]} of ${categories}`);
  columns.placePrecision[row] = precision;
  columns.status[row] = status;
  columns.span[row] = span;
}
