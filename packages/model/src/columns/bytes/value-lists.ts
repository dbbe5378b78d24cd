import type { ByteDictionary } from "./byte-dictionary.ts";
import { CodeRows } from "./code-rows.ts";
import type { GrowingLists } from "./growing-lists.ts";

/** Distinct values of one field; code 0 is "", not stated. */
export class FieldValuesTable {
  readonly values: string[] = [""];
  readonly #codes = new Map<string, number>([["", 0]]);

  code(value: string): number {
    const known = this.#codes.get(value);
    if (known !== undefined) return known;
    const code = this.values.push(value) - 1;
    this.#codes.set(value, code);
    return code;
  }
}

/**
 * What the distinct cells of a column say of a field: worked out once for each, from its text. All in two arrays: a
 * file has hundreds of thousands of distinct lists, and an array for each would cost more than its column.
 */
export class CellLists {
  readonly #cells: ByteDictionary;
  readonly #field: FieldValuesTable;
  readonly #read: (text: string) => readonly string[];
  #starts = new Uint32Array(256);
  readonly #codes = new CodeRows(256);
  #known = 0;

  constructor(cells: ByteDictionary, field: FieldValuesTable, read: (text: string) => readonly string[]) {
    this.#cells = cells;
    this.#field = field;
    this.#read = read;
  }

  of(cell: number): readonly number[] {
    if (cell >= this.#known) this.#learn(cell);
    return [...this.#codes.codes.subarray(this.#starts[cell], this.#starts[cell + 1])];
  }

  /** Adds what a cell says to the row under way. */
  addTo(rows: GrowingLists, cell: number): void {
    if (cell >= this.#known) this.#learn(cell);
    const { codes } = this.#codes;
    const end = this.#starts[cell + 1] as number;
    for (let i = this.#starts[cell] as number; i < end; i++) rows.add(codes[i] as number);
  }

  #learn(cell: number): void {
    if (cell + 2 > this.#starts.length) {
      const wide = new Uint32Array(cell * 2 + 2);
      wide.set(this.#starts);
      this.#starts = wide;
    }
    for (; this.#known <= cell; this.#known++) {
      let end = this.#starts[this.#known] as number;
      for (const text of this.#read(this.#cells.text(this.#known))) {
        if (end === this.#codes.codes.length) this.#codes.grow(end * 2);
        this.#codes.set(end++, this.#field.code(text));
      }
      this.#starts[this.#known + 1] = end;
    }
  }
}

/** As {@link CellLists} where a cell says one value: its code. */
export class CellValues {
  readonly #cells: ByteDictionary;
  readonly #field: FieldValuesTable;
  readonly #read: (text: string) => string;
  #codes = new Uint32Array(256);
  #known = 0;

  constructor(cells: ByteDictionary, field: FieldValuesTable, read: (text: string) => string) {
    this.#cells = cells;
    this.#field = field;
    this.#read = read;
  }

  of(cell: number): number {
    if (cell >= this.#known) this.#learn(cell);
    return this.#codes[cell] as number;
  }

  #learn(cell: number): void {
    if (cell >= this.#codes.length) {
      const wide = new Uint32Array(cell * 2);
      wide.set(this.#codes);
      this.#codes = wide;
    }
    for (; this.#known <= cell; this.#known++) {
      this.#codes[this.#known] = this.#field.code(this.#read(this.#cells.text(this.#known)));
    }
  }
}
