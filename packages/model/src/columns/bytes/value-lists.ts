import type { ByteDictionary } from "./byte-dictionary.ts";

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

/** What the distinct cells of a column say of a field: worked out once for each, from its text. */
export class CellLists {
  readonly #cells: ByteDictionary;
  readonly #field: FieldValuesTable;
  readonly #read: (text: string) => readonly string[];
  readonly #lists: (readonly number[])[] = [];

  constructor(cells: ByteDictionary, field: FieldValuesTable, read: (text: string) => readonly string[]) {
    this.#cells = cells;
    this.#field = field;
    this.#read = read;
  }

  of(cell: number): readonly number[] {
    const known = this.#lists[cell];
    if (known !== undefined) return known;
    while (this.#lists.length <= cell) {
      const texts = this.#read(this.#cells.text(this.#lists.length));
      this.#lists.push(texts.map((text) => this.#field.code(text)));
    }
    return this.#lists[cell] as readonly number[];
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
