import { ACLED_COLUMNS, interactionName, interName } from "../../formats/acled/acled-codes.ts";
import { createPresetCountry } from "../../formats/preset-country.ts";
import { cleanCell, listOf, plainNumber } from "../../formats/preset-table.ts";
import { ByteDictionary } from "../bytes/byte-dictionary.ts";
import { type ByteText, createByteText } from "../bytes/byte-text.ts";
import { CellLists, CellValues, FieldValuesTable } from "../bytes/value-lists.ts";

/** Index of each column; -1 when the file has none. */
export type AcledColumns = Readonly<Record<(typeof ACLED_COLUMNS)[number], number>>;

/** The first column of each name counts. */
export function acledColumns(index: ReadonlyMap<string, number>): AcledColumns {
  return Object.fromEntries(ACLED_COLUMNS.map((name) => [name, index.get(name) ?? -1])) as AcledColumns;
}

/** Columns of which a plain row's cells are read by dictionaries; the others are read from their bytes. */
export function dictionaryColumns(columns: AcledColumns): ReadonlySet<number> {
  const { event_id_cnty: _id, latitude: _lat, longitude: _lon, notes: _notes, ...coded } = columns;
  return new Set(Object.values(coded));
}

/** Deaths of a cell: a number, -1 for a blank cell, -2 for what has to be read the long way. */
export const NO_FIGURE = -1;
export const ODD_FIGURE = -2;

/** Dictionaries of one file's cells, and what each distinct cell says, read once by the functions of the preset. */
export class AcledCells {
  readonly text: ByteText = createByteText();
  readonly #dictionaries: ByteDictionary[] = [];
  readonly date = this.#cells();
  readonly year = this.#cells();
  readonly timePrecision = this.#cells();
  readonly geoPrecision = this.#cells();
  readonly fields = {
    category: new FieldValuesTable(),
    kind: new FieldValuesTable(),
    country: new FieldValuesTable(),
    admin1: new FieldValuesTable(),
    place: new FieldValuesTable(),
    actor: new FieldValuesTable(),
    source: new FieldValuesTable(),
    tag: new FieldValuesTable(),
  };
  readonly category = this.#cells();
  readonly kind = this.#cells();
  readonly country = this.#cells();
  readonly admin1 = this.#cells();
  readonly location = this.#cells();
  readonly actor = this.#cells();
  readonly allies = this.#cells();
  readonly inter = this.#cells();
  readonly interaction = this.#cells();
  readonly source = this.#cells();
  readonly fatalities = this.#cells();
  readonly tags = this.#cells();
  readonly sizes = this.#cells();
  readonly #country = createPresetCountry();

  readonly one = {
    category: new CellValues(this.category, this.fields.category, plain),
    kind: new CellValues(this.kind, this.fields.kind, plain),
    country: new CellValues(this.country, this.fields.country, (text) => this.#country(cleanCell(text)) ?? ""),
    /** First as the province, second as the name of the place, which it is for code 3. */
    admin1: new CellValues(this.admin1, this.fields.admin1, plain),
    adminPlace: new CellValues(this.admin1, this.fields.place, plain),
    place: new CellValues(this.location, this.fields.place, plain),
  };
  readonly lists = {
    actor: new CellLists(this.actor, this.fields.actor, (text) => [plain(text)].filter((name) => name !== "")),
    allies: new CellLists(this.allies, this.fields.actor, (text) => listOf(cleanCell(text))),
    source: new CellLists(this.source, this.fields.source, (text) => listOf(cleanCell(text))),
    tags: new CellLists(this.tags, this.fields.tag, (text) => listOf(cleanCell(text))),
  };
  readonly #deaths: number[] = [];
  readonly #interOdd: boolean[] = [];
  readonly #interactionOdd: boolean[] = [];

  deaths(cell: number): number {
    const known = this.#deaths[cell];
    if (known !== undefined) return known;
    while (this.#deaths.length <= cell) this.#deaths.push(deathsOf(this.fatalities.text(this.#deaths.length)));
    return this.#deaths[cell] as number;
  }

  isInterOdd(cell: number): boolean {
    while (this.#interOdd.length <= cell) this.#interOdd.push(isOdd(this.inter.text(this.#interOdd.length), interName));
    return this.#interOdd[cell] as boolean;
  }

  isInteractionOdd(cell: number): boolean {
    while (this.#interactionOdd.length <= cell) {
      this.#interactionOdd.push(isOdd(this.interaction.text(this.#interactionOdd.length), interactionName));
    }
    return this.#interactionOdd[cell] as boolean;
  }

  /** False when a cell of any dictionary is not UTF-8. */
  get isUtf8(): boolean {
    return this.#dictionaries.every((cells) => cells.isUtf8);
  }

  #cells(): ByteDictionary {
    const cells = new ByteDictionary(this.text);
    this.#dictionaries.push(cells);
    return cells;
  }
}

function plain(text: string): string {
  return cleanCell(text) ?? "";
}

function isOdd(text: string, nameOf: (value: string) => string | undefined): boolean {
  const value = cleanCell(text);
  return value !== undefined && nameOf(value) === undefined;
}

function deathsOf(text: string): number {
  const cell = cleanCell(text);
  if (cell === undefined) return NO_FIGURE;
  const value = plainNumber(cell);
  return value === undefined || !(value >= 0) || !Number.isFinite(value) ? ODD_FIGURE : value;
}
