import { badQuoteCells, isBlankRow } from "../../read/table/table.ts";
import type { ByteDictionary } from "../bytes/byte-dictionary.ts";
import { isUtf8 } from "../bytes/byte-text.ts";
import { CodeRows } from "../bytes/code-rows.ts";
import { GrowingLists } from "../bytes/growing-lists.ts";
import { IdIndex } from "../bytes/id-index.ts";
import { plainDecimal } from "../bytes/number-cell.ts";
import type { RowBlocks } from "../bytes/row-blocks.ts";
import { cellTexts, type TableLayout } from "../bytes/row-cells.ts";
import { extended, MARKS, type RowScanner } from "../bytes/row-scanner.ts";
import { AcledCells, type AcledColumns, acledColumns, dictionaryColumns, ODD_FIGURE } from "./acled-cells.ts";
import { isPlainId, saysWindow, sizeAt, sizeTag } from "./acled-notes.ts";

/** A row needs the long way: something in it is not plain. */
export const SLOW = 1;

/** Most distinct values of `year` and `time_precision` that a key of a date has room for. */
const MOST_YEARS = 4_096;
const MOST_CODES = 64;

const NONE = -1;
const NO_COLUMNS: ReadonlySet<number> = new Set();

/** Codes of the three cells that say a date. */
export interface AcledWhen {
  readonly date: number;
  readonly year: number;
  readonly precision: number;
}

/** Rows of one field, each with one value. */
type Single = "category" | "kind" | "country" | "admin1" | "place";

/**
 * The rows of one ACLED file as numbers and codes. Plain rows are read from bytes alone; the others are only marked, and
 * read by the preset itself when all is known.
 */
export class AcledRows {
  readonly cells = new AcledCells();
  ids: IdIndex;
  readonly layout: TableLayout;
  readonly columns: AcledColumns;
  length = 0;
  state: Uint8Array;
  /** Position of the first byte. */
  rowStart: Uint32Array;
  /** Index into `whens`. */
  when: CodeRows;
  lon: Float64Array;
  lat: Float64Array;
  /** Twice the code of the `geo_precision` cell, plus one where there is a province. */
  place: Uint8Array;
  deaths: CodeRows;
  single: Record<Single, CodeRows>;
  actor: GrowingLists;
  source: GrowingLists;
  tag: GrowingLists;
  /** Distinct dates: the codes of their three cells. */
  readonly whens: AcledWhen[] = [];
  /** How often each code of the date cell stands. */
  readonly dateCounts: number[] = [];
  /** Dates of rows whose cells could only be split as text. */
  readonly badDates: string[] = [];
  /** Ends of rows with broken quotation marks, by row. */
  readonly badEnds = new Map<number, number>();
  #capacity: number;
  /** The newest of a date cell's `whens`, and behind each the one before it. */
  readonly #firstWhen: number[] = [];
  readonly #nextWhen: number[] = [];
  readonly #coded: ReadonlySet<number>;
  readonly #sizes: (readonly number[])[] = [];
  readonly #hasSize: boolean[] = [];

  constructor(layout: TableLayout, blocks: RowBlocks, capacity: number) {
    this.layout = layout;
    this.columns = acledColumns(layout.index);
    this.#coded = dictionaryColumns(this.columns);
    this.ids = new IdIndex(blocks, capacity);
    this.#capacity = capacity;
    this.state = new Uint8Array(capacity);
    this.rowStart = new Uint32Array(capacity);
    this.when = new CodeRows(capacity);
    this.lon = new Float64Array(capacity);
    this.lat = new Float64Array(capacity);
    this.place = new Uint8Array(capacity);
    this.deaths = new CodeRows(capacity);
    const column = (): CodeRows => new CodeRows(capacity);
    this.single = { category: column(), kind: column(), country: column(), admin1: column(), place: column() };
    this.actor = new GrowingLists(capacity);
    this.source = new GrowingLists(capacity);
    this.tag = new GrowingLists(capacity);
  }

  /** Takes the row that the scanner has found; false when its bytes are not UTF-8, so that the whole file is not. */
  add(scanner: RowScanner): boolean {
    if ((scanner.marks & MARKS.high) !== 0 && !this.#isUtf8Beside(scanner, this.#coded)) return false;
    if (scanner.isBad) {
      this.#addBad(scanner);
      return true;
    }
    const id = this.columns.event_id_cnty;
    const isWhole = scanner.count === this.layout.columns.length && id >= 0 && isPlainIdAt(scanner, id);
    if (!isWhole && isBlankRow(cellTexts(scanner, this.cells.text))) return true;
    const row = this.#newRow(scanner.base + scanner.rowStart);
    const dateCode = this.#code(this.cells.date, this.columns.event_date, scanner);
    this.dateCounts[dateCode] = (this.dateCounts[dateCode] ?? 0) + 1;
    const isPlain = isWhole && (scanner.marks & MARKS.nul) === 0 && this.#addCells(row, dateCode, scanner);
    if (!isPlain) {
      this.state[row] = SLOW;
      if ((scanner.marks & MARKS.high) !== 0 && !this.#isUtf8Beside(scanner, NO_COLUMNS)) return false;
    }
    if (isWhole) {
      const before = this.ids.add(row, scanner, id);
      if (before >= 0) {
        this.state[before] = SLOW;
        this.state[row] = SLOW;
      }
    }
    this.#endLists();
    return true;
  }

  /** False when a cell that a dictionary has is not UTF-8, so that the whole file is not. */
  get isUtf8(): boolean {
    return this.cells.isUtf8;
  }

  /** Looks only at cells that hold more than ASCII, in columns that no dictionary looks at. */
  #isUtf8Beside(scanner: RowScanner, coded: ReadonlySet<number>): boolean {
    const { bytes } = scanner;
    if (scanner.isBad) return isUtf8(bytes, scanner.rowStart, scanner.rowEnd);
    for (let cell = 0; cell < scanner.count; cell++) {
      if (((scanner.cellMarks[cell] as number) & MARKS.high) === 0 || coded.has(cell)) continue;
      if (!isUtf8(bytes, scanner.start[cell] as number, scanner.end[cell] as number)) return false;
    }
    return true;
  }

  #endLists(): void {
    this.actor.endRow();
    this.source.endRow();
    this.tag.endRow();
  }

  /** Lets go of what tells rows apart and where they stand, when all are judged. */
  releaseIds(): void {
    this.ids = new IdIndex({ blocks: [], bases: [] }, 0);
    this.rowStart = new Uint32Array(0);
    this.state = new Uint8Array(0);
  }

  /** Lets go of what a field was gathered in, when its column is made and no more rows come. */
  release(field: string): void {
    if (field === "actor" || field === "source" || field === "tag") this[field] = new GrowingLists(0);
    else if (Object.hasOwn(this.single, field)) this.single[field as Single] = new CodeRows(0);
  }

  #addBad(scanner: RowScanner): void {
    const line = this.cells.text(scanner.bytes, scanner.rowStart, scanner.rowEnd);
    const cells = badQuoteCells(line, this.layout.delimiter);
    if (isBlankRow(cells)) return;
    const row = this.#newRow(scanner.base + scanner.rowStart);
    this.badEnds.set(row, scanner.base + scanner.rowEnd);
    this.badDates.push(cells[this.columns.event_date] ?? "");
    this.state[row] = SLOW;
    this.#endLists();
  }

  /** False when something in the row has to be read the long way. */
  #addCells(row: number, date: number, scanner: RowScanner): boolean {
    const { columns, cells } = this;
    const isDated = this.#addWhen(row, date, scanner);
    if (!isDated || !this.#addPlace(row, scanner)) return false;
    const category = cells.one.category.of(this.#code(cells.category, columns.event_type, scanner));
    const kind = cells.one.kind.of(this.#code(cells.kind, columns.sub_event_type, scanner));
    const country = cells.one.country.of(this.#code(cells.country, columns.country, scanner));
    const { single } = this;
    single.category.set(row, category);
    single.kind.set(row, kind);
    single.country.set(row, country);
    // A record without these three has no title of its own.
    if (category === 0 && kind === 0 && single.place.codes[row] === 0) return false;
    const deaths = this.#code(cells.fatalities, columns.fatalities, scanner);
    this.deaths.set(row, deaths);
    if (cells.deaths(deaths) === ODD_FIGURE) return false;
    return this.#addActors(scanner) && this.#addNotes(scanner);
  }

  #addWhen(row: number, date: number, scanner: RowScanner): boolean {
    const { columns, cells } = this;
    const year = this.#code(cells.year, columns.year, scanner);
    const precision = this.#code(cells.timePrecision, columns.time_precision, scanner);
    if (year >= MOST_YEARS || precision >= MOST_CODES) return false;
    this.when.set(row, this.#whenOf(date, year, precision));
    return true;
  }

  /** A date cell stands beside one year and a few codes, as a rule: they are looked through. */
  #whenOf(date: number, year: number, precision: number): number {
    const { whens } = this;
    let code = this.#firstWhen[date] ?? NONE;
    for (; code !== NONE; code = this.#nextWhen[code] as number) {
      const when = whens[code] as AcledWhen;
      if (when.precision === precision && when.year === year) return code;
    }
    code = whens.push({ date, year, precision }) - 1;
    while (this.#firstWhen.length <= date) this.#firstWhen.push(NONE);
    this.#nextWhen.push(this.#firstWhen[date] as number);
    this.#firstWhen[date] = code;
    return code;
  }

  #addPlace(row: number, scanner: RowScanner): boolean {
    const { columns, cells, single } = this;
    const geo = this.#code(cells.geoPrecision, columns.geo_precision, scanner);
    const adminCell = this.#code(cells.admin1, columns.admin1, scanner);
    const admin1 = cells.one.admin1.of(adminCell);
    const location = this.#code(cells.location, columns.location, scanner);
    if (geo >= MOST_CODES) return false;
    if (columns.longitude < 0 || columns.latitude < 0) return false;
    const { bytes, start, end } = scanner;
    this.lon[row] = plainDecimal(bytes, start[columns.longitude] as number, end[columns.longitude] as number);
    this.lat[row] = plainDecimal(bytes, start[columns.latitude] as number, end[columns.latitude] as number);
    this.place[row] = geo * 2 + (admin1 === 0 ? 0 : 1);
    single.admin1.set(row, admin1);
    const isRegion = admin1 !== 0 && this.#isRegion(geo);
    single.place.set(row, isRegion ? cells.one.adminPlace.of(adminCell) : cells.one.place.of(location));
    return isOnEarth(this.lon[row] as number, this.lat[row] as number);
  }

  readonly #regions: boolean[] = [];

  #isRegion(geo: number): boolean {
    while (this.#regions.length <= geo) {
      const text = this.cells.geoPrecision.text(this.#regions.length).replaceAll("\ufeff", "").trim();
      this.#regions.push(/^3(?:\.0+)?$/.test(text));
    }
    return this.#regions[geo] as boolean;
  }

  #addActors(scanner: RowScanner): boolean {
    const { columns, cells, actor } = this;
    const { lists } = cells;
    lists.actor.addTo(actor, this.#code(cells.actor, columns.actor1, scanner));
    lists.actor.addTo(actor, this.#code(cells.actor, columns.actor2, scanner));
    lists.allies.addTo(actor, this.#code(cells.allies, columns.assoc_actor_1, scanner));
    lists.allies.addTo(actor, this.#code(cells.allies, columns.assoc_actor_2, scanner));
    lists.source.addTo(this.source, this.#code(cells.source, columns.source, scanner));
    return !(
      cells.isInterOdd(this.#code(cells.inter, columns.inter1, scanner)) ||
      cells.isInterOdd(this.#code(cells.inter, columns.inter2, scanner)) ||
      cells.isInteractionOdd(this.#code(cells.interaction, columns.interaction, scanner))
    );
  }

  #addNotes(scanner: RowScanner): boolean {
    const { columns, cells } = this;
    const tags = this.#code(cells.tags, columns.tags, scanner);
    cells.lists.tags.addTo(this.tag, tags);
    if (columns.notes < 0) return true;
    const { bytes } = scanner;
    const start = scanner.start[columns.notes] as number;
    const end = scanner.end[columns.notes] as number;
    if (end === start) return true;
    const marks = scanner.cellMarks[columns.notes] as number;
    if ((marks & MARKS.bracket) !== 0 && saysWindow(bytes, { start, end }, cells.text)) return false;
    const open = sizeAt(bytes, start, end);
    if (open === -2) return false;
    if (open >= 0 && !this.#saysSize(tags)) {
      this.tag.push(this.#size(cells.sizes.code(scanner, columns.notes, open)));
    }
    return true;
  }

  #size(cell: number): readonly number[] {
    const { sizes, fields } = this.cells;
    while (this.#sizes.length <= cell) {
      const tag = sizeTag(sizes.text(this.#sizes.length));
      this.#sizes.push(tag === null ? [] : [fields.tag.code(tag)]);
    }
    return this.#sizes[cell] as readonly number[];
  }

  #saysSize(cell: number): boolean {
    const { lists, fields } = this.cells;
    while (this.#hasSize.length <= cell) {
      const names = lists.tags.of(this.#hasSize.length).map((code) => fields.tag.values[code] as string);
      this.#hasSize.push(names.some((name) => /^(?:crowd )?size\s*=/i.test(name)));
    }
    return this.#hasSize[cell] as boolean;
  }

  #code(dictionary: ByteDictionary, column: number, scanner: RowScanner): number {
    return column < 0 || column >= scanner.count ? 0 : dictionary.code(scanner, column);
  }

  #newRow(position: number): number {
    const row = this.length++;
    if (row >= this.#capacity) this.#grow();
    this.rowStart[row] = position;
    return row;
  }

  #grow(): void {
    const capacity = Math.ceil(this.#capacity * 1.5) + 64;
    this.#capacity = capacity;
    this.state = extended(this.state, new Uint8Array(capacity));
    this.rowStart = extended(this.rowStart, new Uint32Array(capacity));
    this.when.grow(capacity);
    this.lon = extended(this.lon, new Float64Array(capacity));
    this.lat = extended(this.lat, new Float64Array(capacity));
    this.place = extended(this.place, new Uint8Array(capacity));
    this.deaths.grow(capacity);
    for (const codes of Object.values(this.single)) codes.grow(capacity);
    this.ids.grow(capacity);
  }
}

function isPlainIdAt({ bytes, start, end }: RowScanner, column: number): boolean {
  return isPlainId(bytes, start[column] as number, end[column] as number);
}

/** Coordinates of which the preset has nothing to say; all others go the long way. */
function isOnEarth(lon: number, lat: number): boolean {
  return (
    lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90 && (lon !== lat || (lon !== 0 && lon !== -1 && lon !== -9))
  );
}
