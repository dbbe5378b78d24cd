import { copyColumn } from "../columns/plain-columns.ts";
import { isCored, type TimeCodes, timeCodesOf } from "../columns/time-codes.ts";
import { CLASS_BITS, WINDOW_CLASS } from "../columns/window-class.ts";
import type { Columns, NumberColumn, Store } from "../types.ts";
import { isFixedDegree, toFixed } from "./fixed-degrees.ts";
import { FLAGS, HEADER, MAGIC, NO_CODE, type PackedSections, packedBytes, sectionsOf, VERSION } from "./layout.ts";

/**
 * The columns of a store, its categories and ids in one buffer, to hand to a worker, a page or a cache without a copy:
 * `createStore({ packed: buffer })` answers the same counts. Texts, accounts and sources stay where they are. Exact: every
 * number comes back as it was. 26 to 38 bytes a row (46 for coordinates finer than 1e-7 degrees), the ids beside them.
 * Read on machines of the same byte order.
 */
export function packStore(store: Store): ArrayBuffer {
  const { columns, timeOrder } = store;
  const { lon, lat, count } = columns;
  const times = timeCodesOf(columns, timeOrder);
  const text = JSON.stringify({ categories: store.categories, ids: idsOf(store) });
  const isFixed = everyNumber(lon, isFixedDegree) && everyNumber(lat, isFixedDegree);
  const isCounted = !everyNumber(count, (happenings) => happenings === 1);
  const shape = {
    rows: columns.length,
    instants: times.instantsMs.length,
    textUnits: text.length,
    flags:
      (isFixed ? FLAGS.fixedDegrees : 0) | (times.core === null ? 0 : FLAGS.ownCores) | (isCounted ? FLAGS.counts : 0),
  };
  const sections = sectionsOf(shape);
  sections.header[HEADER.magic] = MAGIC;
  sections.header[HEADER.version] = VERSION;
  sections.header[HEADER.byteLength] = packedBytes(shape);
  sections.header[HEADER.rows] = shape.rows;
  sections.header[HEADER.instants] = shape.instants;
  sections.header[HEADER.textUnits] = shape.textUnits;
  sections.header[HEADER.flags] = shape.flags;
  for (let i = 0; i < text.length; i++) sections.text[i] = text.charCodeAt(i);
  writeTimes(sections, times, timeOrder);
  writeRows(sections, columns);
  return sections.header.buffer as ArrayBuffer;
}

function everyNumber(column: NumberColumn, isFit: (value: number) => boolean): boolean {
  for (let row = 0; row < column.length; row++) if (!isFit(column.at(row))) return false;
  return true;
}

/** Null where each row's id is its number. */
function idsOf(store: Store): readonly string[] | null {
  const ids = Array.from({ length: store.columns.length }, (_, row) => store.id(row));
  return ids.every((id, row) => id === String(row)) ? null : ids;
}

function writeTimes(sections: PackedSections, times: TimeCodes, timeOrder: Uint32Array): void {
  sections.instantsMs.set(times.instantsMs);
  for (let rank = 0; rank < timeOrder.length; rank++) {
    const row = timeOrder[rank] as number;
    const bits = times.classes[rank] as number;
    const isDated = rank < times.datedCount;
    for (const side of [0, 1]) {
      sections.outer[2 * row + side] = isDated ? (times.outer[2 * rank + side] as number) : NO_CODE;
      if (times.core !== null)
        sections.core[2 * row + side] = isCored(bits) ? (times.core[2 * rank + side] as number) : NO_CODE;
    }
    sections.classes[row] = (bits & CLASS_BITS) === WINDOW_CLASS.solid ? 1 << 9 : 0;
  }
}

function writeRows(sections: PackedSections, columns: Columns): void {
  const { lon, lat, placePrecision, status, span } = columns;
  const { degrees, fixedDegrees, classes } = sections;
  const isFixed = degrees.length < fixedDegrees.length;
  for (let row = 0; row < columns.length; row++) {
    const place = isFixed ? fixedDegrees : degrees;
    const written = isFixed ? toFixed : Number;
    place[2 * row] = written(lon.at(row));
    place[2 * row + 1] = written(lat.at(row));
    const bits = placePrecision.at(row) | (status.at(row) << 4) | (span.at(row) << 7);
    classes[row] = (classes[row] as number) | bits;
  }
  for (const name of ["radiusM", "category", "dateBits", "rowBits", "count"] as const) {
    if (sections[name].length > 0) copyColumn(columns[name], sections[name], { from: 0, to: columns.length, at: 0 });
  }
}
