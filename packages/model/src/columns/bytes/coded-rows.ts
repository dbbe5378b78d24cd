import { codesFor } from "../coded-field.ts";
import type { CodedField } from "../incident-columns.ts";
import type { GrowingLists } from "./growing-lists.ts";

/** The codes of one field as they were gathered, before rows are left out and codes are put in order. */
export interface GatheredField {
  readonly values: readonly string[];
  /** One code a row, or a list of them. */
  readonly codes: Uint32Array | GrowingLists;
  /** 1 for rows that were read the long way. */
  readonly isSlow: Uint8Array;
  /** Codes of rows that were read the long way; they stand in place of those gathered. */
  readonly instead: ReadonlyMap<number, readonly number[]>;
}

/** The field of the kept rows, its values coded in the order in which they first stand, as `columnsOf` codes them. */
export function codedRows(field: GatheredField, kept: Uint32Array): CodedField {
  return field.codes instanceof Uint32Array ? singles(field, field.codes, kept) : lists(field, field.codes, kept);
}

function singles({ values, instead, isSlow }: GatheredField, codes: Uint32Array, kept: Uint32Array): CodedField {
  const order = createOrder(values);
  const renamed = order.codes;
  const ordered = new Uint32Array(kept.length);
  for (let row = 0; row < kept.length; row++) {
    const from = kept[row] as number;
    const other = isSlow[from] === 0 ? undefined : instead.get(from);
    const old = other === undefined ? (codes[from] as number) : (other[0] as number);
    const known = renamed[old] as number;
    ordered[row] = known >= 0 ? known : order.code(old);
  }
  return { values: order.values, offsets: null, codes: codesFor(order.values.length, ordered) };
}

function lists({ values, instead, isSlow }: GatheredField, lists: GrowingLists, kept: Uint32Array): CodedField {
  const order = createOrder(values);
  const renamed = order.codes;
  const { offsets: from, codes } = lists;
  const offsets = new Uint32Array(kept.length + 1);
  let total = 0;
  for (let row = 0; row < kept.length; row++) {
    const slot = kept[row] as number;
    const other = isSlow[slot] === 0 ? undefined : instead.get(slot);
    const length = other === undefined ? (from[slot + 1] as number) - (from[slot] as number) : other.length;
    total += Math.max(1, length);
    offsets[row + 1] = total;
  }
  const ordered = new Uint32Array(total);
  let end = 0;
  for (let row = 0; row < kept.length; row++) {
    const slot = kept[row] as number;
    const other = isSlow[slot] === 0 ? undefined : instead.get(slot);
    const start = end;
    if (other !== undefined) {
      for (const code of other) ordered[end++] = order.code(code);
    } else {
      const to = from[slot + 1] as number;
      for (let i = from[slot] as number; i < to; i++) {
        const known = renamed[codes[i] as number] as number;
        ordered[end++] = known >= 0 ? known : order.code(codes[i] as number);
      }
    }
    if (end === start) ordered[end++] = order.code(0);
  }
  const isSingle = total === kept.length;
  return { values: order.values, offsets: isSingle ? null : offsets, codes: codesFor(order.values.length, ordered) };
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
