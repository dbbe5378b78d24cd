import { codesFor } from "../coded-field.ts";
import { inSlices } from "../in-slices.ts";
import type { CodedField } from "../incident-columns.ts";
import type { CodeArray } from "./code-rows.ts";
import { GrowingLists } from "./growing-lists.ts";

/** The codes of one field as they were gathered, before rows are left out and codes are put in order. */
export interface GatheredField {
  readonly values: readonly string[];
  /** One code a row, or a list of them. */
  readonly codes: CodeArray | GrowingLists;
  /** 1 for rows that were read the long way. */
  readonly isSlow: Uint8Array;
  /** Codes of rows that were read the long way; they stand in place of those gathered. */
  readonly instead: ReadonlyMap<number, readonly number[]>;
}

/** The kept rows of a file; `pause` is awaited between slices of them. */
export interface KeptSlices {
  readonly kept: Uint32Array;
  pause(): Promise<void>;
}

/** The field of the kept rows, its values coded in the order in which they first stand, as `columnsOf` codes them. */
export function codedRows(field: GatheredField, slices: KeptSlices): Promise<CodedField> {
  const { codes } = field;
  return codes instanceof GrowingLists ? lists(field, codes, slices) : singles(field, codes, slices);
}

async function singles(field: GatheredField, codes: CodeArray, { kept, pause }: KeptSlices): Promise<CodedField> {
  const { values, instead, isSlow } = field;
  const order = createOrder(values);
  const renamed = order.codes;
  const ordered = roomFor(values.length, kept.length);
  await inSlices(kept.length, pause, (begin, end) => {
    for (let row = begin; row < end; row++) {
      const from = kept[row] as number;
      const other = isSlow[from] === 0 ? undefined : instead.get(from);
      const old = other === undefined ? (codes[from] as number) : (other[0] as number);
      const known = renamed[old] as number;
      ordered[row] = known >= 0 ? known : order.code(old);
    }
  });
  return { values: order.values, offsets: null, codes: codesFor(order.values.length, ordered) };
}

async function lists(field: GatheredField, lists: GrowingLists, { kept, pause }: KeptSlices): Promise<CodedField> {
  const offsets = await listOffsets(field, lists, { kept, pause });
  const total = offsets[kept.length] as number;
  const order = createOrder(field.values);
  const ordered = roomFor(field.values.length, total);
  const write = listWriter(field, lists, { order, ordered });
  await inSlices(kept.length, pause, (begin, end) => {
    for (let row = begin; row < end; row++) write(kept[row] as number, offsets[row] as number);
  });
  const isSingle = total === kept.length;
  return { values: order.values, offsets: isSingle ? null : offsets, codes: codesFor(order.values.length, ordered) };
}

/** An array for codes of so many values. */
function roomFor(valueCount: number, length: number): CodeArray {
  return valueCount <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

async function listOffsets(
  { instead, isSlow }: GatheredField,
  { offsets: from }: GrowingLists,
  { kept, pause }: KeptSlices,
): Promise<Uint32Array> {
  const offsets = new Uint32Array(kept.length + 1);
  let total = 0;
  await inSlices(kept.length, pause, (begin, end) => {
    for (let row = begin; row < end; row++) {
      const slot = kept[row] as number;
      const other = isSlow[slot] === 0 ? undefined : instead.get(slot);
      const length = other === undefined ? (from[slot + 1] as number) - (from[slot] as number) : other.length;
      total += Math.max(1, length);
      offsets[row + 1] = total;
    }
  });
  return offsets;
}

interface ListOutput {
  readonly order: Order;
  readonly ordered: CodeArray;
}

/** Writes the list of one row to where it belongs. */
function listWriter(
  { instead, isSlow }: GatheredField,
  { offsets, codes }: GrowingLists,
  { order, ordered }: ListOutput,
): (slot: number, at: number) => void {
  const renamed = order.codes;
  return (slot, at) => {
    const other = isSlow[slot] === 0 ? undefined : instead.get(slot);
    let end = at;
    if (other !== undefined) {
      for (const code of other) ordered[end++] = order.code(code);
    } else {
      const to = offsets[slot + 1] as number;
      for (let i = offsets[slot] as number; i < to; i++) {
        const known = renamed[codes[i] as number] as number;
        ordered[end++] = known >= 0 ? known : order.code(codes[i] as number);
      }
    }
    if (end === at) ordered[at] = order.code(0);
  };
}

/** New codes by old ones, in the order in which they are asked for. */
interface Order {
  readonly values: string[];
  /** Minus one where an old code has none yet. */
  readonly codes: Int32Array;
  code(old: number): number;
}

function createOrder(old: readonly string[]): Order {
  const values: string[] = [];
  const codes = new Int32Array(old.length).fill(-1);
  return {
    values,
    codes,
    code(from) {
      const known = codes[from] as number;
      if (known >= 0) return known;
      const code = values.push(old[from] as string) - 1;
      codes[from] = code;
      return code;
    },
  };
}
