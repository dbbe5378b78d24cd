import type { CodedField } from "./incident-columns.ts";

/** A field under way: the values of one row after the other. */
export interface FieldBuilder {
  /** The values of the next row: at least one, no repeats. */
  add(values: Iterable<string>): void;
  finish(): CodedField;
}

/** An empty field. Values get their codes in the order in which they first stand. */
export function createFieldBuilder(): FieldBuilder {
  const known = new Map<string, number>();
  const values: string[] = [];
  const codes: number[] = [];
  const ends: number[] = [];
  return {
    add(stated) {
      for (const value of stated) {
        let code = known.get(value);
        if (code === undefined) {
          code = values.push(value) - 1;
          known.set(value, code);
        }
        codes.push(code);
      }
      ends.push(codes.length);
    },
    finish() {
      const isSingle = codes.length === ends.length;
      const offsets = isSingle ? null : new Uint32Array(ends.length + 1);
      offsets?.set(ends, 1);
      return { values, offsets, codes: codesFor(values.length, codes) };
    },
  };
}

/** Codes in the narrowest array that holds so many values. */
export function codesFor(valueCount: number, codes: ArrayLike<number>): CodedField["codes"] {
  if (valueCount <= 0x100) return new Uint8Array(codes);
  if (valueCount <= 0x10000) return codes instanceof Uint16Array ? codes : new Uint16Array(codes);
  return codes instanceof Uint32Array ? codes : new Uint32Array(codes);
}
