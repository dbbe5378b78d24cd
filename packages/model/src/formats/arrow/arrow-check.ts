import type { Column, DataType } from "@uwdata/flechette";
import { Type } from "@uwdata/flechette";

/**
 * Checks the metadata of Arrow IPC bytes before flechette follows them: it makes lists as long as damaged bytes say, until
 * memory ends. Cost: a few steps a message and a field.
 *
 * @throws RangeError when a vector or message lies outside of the bytes.
 */
export function checkArrowBytes(bytes: Uint8Array): void {
  const isFile = bytes[0] === 0x41;
  if (!isFile) {
    for (let at = 0; at < bytes.length; ) at = checkMessage(bytes, at);
    return;
  }
  const view = viewOf(bytes);
  const length = view.getInt32(bytes.length - 10, true);
  const footer = bytes.subarray(bytes.length - 10 - length, bytes.length - 10);
  if (length <= 0 || footer.length !== length) throw new RangeError("the footer lies outside of the file");
  const root = rootOf(viewOf(footer));
  const schema = root.table(6);
  if (schema !== null) checkSchema(schema);
  for (const slot of [8, 10]) {
    for (const block of root.vector(slot, 24)) checkMessage(bytes, Number(root.view.getBigInt64(block, true)));
  }
  root.vector(12, 4);
}

/** Checks one message; where the next one begins. */
function checkMessage(bytes: Uint8Array, at: number): number {
  const view = viewOf(bytes);
  if (at < 0 || at + 4 > bytes.length) throw new RangeError("a message lies outside of the file");
  let start = at + 4;
  let length = view.getInt32(at, true);
  if (length === -1) {
    length = view.getInt32(start, true);
    start += 4;
  }
  // Zero ends a stream.
  if (length === 0) return bytes.length;
  if (length < 0 || start + length > bytes.length) throw new RangeError("a message is cut off");
  const message = rootOf(viewOf(bytes.subarray(start, start + length)));
  const header = message.table(8);
  const kind = message.byte(6);
  if (header !== null && kind === 1) checkSchema(header);
  if (header !== null && kind === 2) checkBatch(header.table(6));
  if (header !== null && kind === 3) checkBatch(header);
  message.vector(12, 4);
  const body = message.long(10);
  if (body < 0 || start + length + body > bytes.length) throw new RangeError("the body of a message is cut off");
  return start + length + body;
}

function checkSchema(schema: FlatTable): void {
  let left = 10_000;
  const walk = (table: FlatTable, slot: number, depth: number): void => {
    for (const at of table.vector(slot, 4)) {
      left--;
      if (left < 0 || depth > 50) throw new RangeError("the schema has too many or too deep fields");
      const field = table.follow(at);
      field.vector(16, 4);
      field.table(10)?.vector(6, 4, field.byte(8) === Type.Union);
      walk(field, 14, depth + 1);
    }
  };
  schema.vector(8, 4);
  walk(schema, 6, 0);
}

function checkBatch(batch: FlatTable | null): void {
  if (batch === null) return;
  batch.vector(6, 16);
  batch.vector(8, 16);
  batch.vector(12, 8);
}

/** A table of a flatbuffer. Slots are named by their offset in the table's index, as in the format's own tools. */
interface FlatTable {
  readonly view: DataView;
  byte(slot: number): number;
  long(slot: number): number;
  table(slot: number): FlatTable | null;
  /** Positions of the entries of a vector that lies inside of the bytes. */
  vector(slot: number, stride: number, isThere?: boolean): readonly number[];
  /** The table that an entry points to. */
  follow(at: number): FlatTable;
}

function rootOf(view: DataView): FlatTable {
  return flatTable(view, view.getInt32(0, true));
}

function flatTable(view: DataView, position: number): FlatTable {
  const index = position - view.getInt32(position, true);
  const size = view.getInt16(index, true);
  const slotAt = (slot: number): number => {
    const offset = slot < size ? view.getInt16(index + slot, true) : 0;
    return offset === 0 ? 0 : position + offset;
  };
  const pointed = (at: number): number => at + view.getInt32(at, true);
  return {
    view,
    byte: (slot) => (slotAt(slot) === 0 ? 0 : view.getUint8(slotAt(slot))),
    long: (slot) => (slotAt(slot) === 0 ? 0 : Number(view.getBigInt64(slotAt(slot), true))),
    table: (slot) => (slotAt(slot) === 0 ? null : flatTable(view, pointed(slotAt(slot)))),
    follow: (at) => flatTable(view, pointed(at)),
    vector(slot, stride, isThere = true) {
      const at = slotAt(slot);
      if (at === 0 || !isThere) return [];
      const base = pointed(at);
      const count = view.getInt32(base, true);
      if (count < 0 || base + 4 + count * stride > view.byteLength) throw new RangeError("a vector is too long");
      return Array.from({ length: count }, (_, i) => base + 4 + i * stride);
    },
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** More rows than any page can hold. */
const MAX_ROWS = 2 ** 26;

/**
 * Checks lengths and the offsets of lists before their values are made.
 *
 * @throws RangeError when a list points outside of its values.
 */
export function checkArrowColumn(column: Column<unknown>): void {
  for (const batch of column.data) checkValues(batch as AnyBatch, column.type);
}

/** What flechette's batches have, as far as it is looked at. */
interface AnyBatch {
  readonly length: number;
  readonly offsets?: ArrayLike<number | bigint>;
  readonly sizes?: ArrayLike<number | bigint>;
  readonly values?: ArrayLike<unknown>;
  readonly children?: readonly AnyBatch[];
}

function checkValues(batch: AnyBatch, type: DataType): void {
  const { length, children = [] } = batch;
  if (!(length >= 0 && length <= MAX_ROWS)) throw new RangeError(`a column says that it has ${length} values`);
  checkLists(batch, type);
  if (isDirect(type) && (batch.values?.length ?? 0) < length) throw new RangeError("a column ends too early");
  const types = "children" in type ? (type.children ?? []) : [];
  children.forEach((child, i) => {
    const childType = types[i]?.type;
    if (childType !== undefined) checkValues(child, childType);
  });
}

function checkLists(batch: AnyBatch, type: DataType): void {
  const { length, children = [] } = batch;
  const inner = children[0]?.length ?? 0;
  const isList = type.typeId === Type.List || type.typeId === Type.LargeList || type.typeId === Type.Map;
  const isView = type.typeId === Type.ListView || type.typeId === Type.LargeListView;
  for (let i = 0; (isList || isView) && i < length; i++) {
    const start = Number(batch.offsets?.[i] ?? Number.NaN);
    const end = isView ? start + Number(batch.sizes?.[i] ?? Number.NaN) : Number(batch.offsets?.[i + 1] ?? Number.NaN);
    if (!(start >= 0 && start <= end && end <= inner)) throw new RangeError("a list points outside of its values");
  }
  if (type.typeId === Type.FixedSizeList && length * type.stride > inner) {
    throw new RangeError("a list points outside of its values");
  }
}

/** Types whose values stand one after the other in an array of numbers. */
function isDirect({ typeId }: DataType): boolean {
  return [Type.Int, Type.Float, Type.Date, Type.Time, Type.Timestamp, Type.Dictionary].includes(typeId as never);
}
