import type {
  CodedField,
  FigureColumn,
  HeadlineRule,
  Incident,
  Issue,
  PlacePrecision,
  RecordSource,
  Source,
  SpanMeaning,
  Status,
  Steps,
} from "@whenwhere/model";
import type { CellQuery, Cells, Counts, FacetCount, FigureTotal, Histogram, Standing } from "./answers.ts";
import type { PackedRowTexts } from "./search/packed-texts.ts";

export { DATE_BITS, ROW_BITS } from "@whenwhere/model";
export * from "./answers.ts";

/**
 * A number for each row. Law: a row has one number as long as the column is there; 0 <= row < length, which is not checked.
 * How it is kept is the column's own affair: read it row by row, and take no column for an array.
 */
export interface NumberColumn {
  readonly length: number;
  at(row: number): number;
}

/**
 * All hot data in parallel columns of one length, indexed by row. Unknown = NaN.
 * Undated rows have NaN in all four time columns. Unplaced rows have NaN lon and lat and no area.
 *
 * Memory: each column is kept in as few bytes as hold its numbers exactly. Days, places of up to seven decimals, the radii of a
 * codebook and up to 256 categories: at most 20 bytes a row, or with the order of time 24. Orders, filters, counts, two
 * facets, two histograms and the cells of a map come to less than 37 bytes a row beside them, and that is all that a brushed
 * window reads: at most 60 bytes together. More take: cores with bounds of their own (4 bytes), finer coordinates (8), more
 * than 256 radii (3), more than 65,535 distinct instants (4 and more; 12 and more where every second bound is one of its own,
 * and as much again once a window is brushed) and more than eight clauses (2); a view that asks how each row stands takes
 * one byte. Rows that change live stay 63 bytes wide, beside records that are far larger. `packStore` writes all of the columns in
 * 26 to 38 bytes a row.
 */
export interface Columns {
  readonly length: number;
  /** Bytes of all columns together; what two of them share is counted once. */
  readonly byteLength: number;
  readonly outerStartMs: NumberColumn;
  readonly outerEndMs: NumberColumn;
  readonly coreStartMs: NumberColumn;
  readonly coreEndMs: NumberColumn;
  readonly lon: NumberColumn;
  readonly lat: NumberColumn;
  readonly radiusM: NumberColumn;
  /** Index into `PLACE_PRECISIONS` of the model. */
  readonly placePrecision: NumberColumn;
  /** Index into `STATUSES`. */
  readonly status: NumberColumn;
  /** Index into `SPAN_MEANINGS`. */
  readonly span: NumberColumn;
  readonly dateBits: NumberColumn;
  readonly rowBits: NumberColumn;
  /** Happenings in the row: 1 unless a series; 0 = several, number not given. */
  readonly count: NumberColumn;
  /** Codes into {@link Store.categories}. */
  readonly category: NumberColumn;
}

/**
 * The fast door of `createStore`: typed arrays of one length, NaN = unknown.
 *
 * With `dateBits` and `rowBits` (as the `IncidentColumns` of `loadColumns` have them) all columns are taken as they are,
 * without a copy and without repair: the store owns them from then on.
 */
export interface ColumnInput {
  readonly startMs: Float64Array;
  readonly endMs?: Float64Array;
  readonly coreStartMs?: Float64Array;
  readonly coreEndMs?: Float64Array;
  readonly lon?: Float64Array;
  readonly lat?: Float64Array;
  readonly radiusM?: Float32Array;
  /** Indexes into `PLACE_PRECISIONS`; default `exact`, or `settlement` beside a `radiusM` column. */
  readonly placePrecision?: Uint8Array;
  /** Indexes into `STATUSES`; default `happened`. */
  readonly status?: Uint8Array;
  readonly category?: { readonly codes: Uint16Array | Uint8Array; readonly values: readonly string[] };
  readonly ids?: readonly string[];
  /** Indexes into `SPAN_MEANINGS`; default `within`. */
  readonly span?: Uint8Array;
  /** Bits of `DATE_BITS` and of `ROW_BITS`. */
  readonly dateBits?: Uint8Array;
  readonly rowBits?: Uint8Array;
  /** Happenings in the row: 1 unless a series; 0 = several, number not given. */
  readonly count?: Uint32Array;
  /** Fields by name, asked for by facets and values-clauses in place of the records; `category` stands for the column of that name. */
  readonly fields?: Readonly<Record<string, CodedField>>;
  /** Measures by name, such as `killed`. */
  readonly figures?: Readonly<Record<string, FigureColumn>>;
  /** The records, made when they are asked for; without them a record is built from the columns. */
  readonly records?: RecordSource;
  readonly sources?: Readonly<Record<string, Source>>;
  readonly title?: string;
  /** What the text clause searches, by row and folded; without it the fields and ids are searched. */
  readonly texts?: PackedRowTexts;
  /** Rows in rising order of `startMs`, ties in row order, undated ones last: taken in place of a sort when it is right. */
  readonly timeOrder?: Uint32Array;
}

/** One filter. A clause replaces the clause of the same `source`; clauses of different sources are joined by AND. */
export type Clause =
  | {
      readonly source: string;
      readonly kind: "window";
      readonly startMs: number;
      readonly endMs: number;
      /** A look, no filter: maps draw what lies certainly in the window the paler, the longer before its end it was over. */
      readonly fade?: boolean;
    }
  | { readonly source: string; readonly kind: "values"; readonly field: string; readonly values: readonly string[] }
  | {
      readonly source: string;
      readonly kind: "bbox";
      readonly west: number;
      readonly south: number;
      /** East < west = across the antimeridian. */
      readonly east: number;
      readonly north: number;
    }
  | { readonly source: string; readonly kind: "lasso"; readonly ring: readonly (readonly [lon: number, lat: number])[] }
  | {
      readonly source: string;
      readonly kind: "range";
      readonly field: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly source: string; readonly kind: "text"; readonly text: string };

/** Where the map looks. */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** The whole state: plain, frozen, serialisable. `view` is the visible span of the timeline (a look, not a filter). */
export interface StoreState {
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly view: { readonly startMs: number; readonly endMs: number } | null;
  readonly selectedId: string | null;
  readonly hoveredId: string | null;
  readonly camera: Camera | null;
}

/** What changed; listeners get the new state and the old one. */
export interface StoreEvents {
  /** Clauses changed: counts, facets and visible rows are new. */
  filter: StoreState;
  selection: StoreState;
  hover: StoreState;
  view: StoreState;
  camera: StoreState;
  /** Rows were added, replaced or removed. */
  data: StoreState;
}

/** The one shared store of linked views: columns, clauses, counts, selection. Holds no DOM. */
export interface Store {
  readonly columns: Columns;
  /** Title of the collection; null when it has none. */
  readonly title: string | null;
  /** Whose records these are; every view shows it, and every export holds it. */
  readonly attribution: string | null;
  /** On what terms; shown beside it. */
  readonly license: string | null;
  /**
   * What was wrong with the records as the store was given them, in the words of the readers: ids that two bear, of which the
   * later has got a suffix, dates that are no EDTF, places off the Earth. Of what a reader has read its report tells that.
   */
  readonly issues: readonly Issue[];
  /** Language of the records' own texts (BCP 47), which may be another than that of the views; null when nobody says it. */
  readonly language: string | null;
  /** Rows that the rolling window (option `keep`) has dropped so far; 0 without one. */
  readonly dropped: number;
  /** Category names by code. Rows without a category have the name "". */
  readonly categories: readonly string[];
  /** Sources of the collection, by key. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly state: StoreState;
  /** Rows in rising order of outer start; undated rows last. */
  readonly timeOrder: Uint32Array;
  /** Earliest finite outer start and latest finite outer end of all rows; null when every row is undated. */
  readonly extentMs: readonly [startMs: number, endMs: number] | null;

  id(row: number): string;
  /** -1 when there is none. */
  rowOf(id: string): number;
  /** The record of a row; for columns without records, a record built from the columns. */
  incident(row: number): Incident;
  precisionOf(row: number): PlacePrecision;
  statusOf(row: number): Status;
  spanOf(row: number): SpanMeaning;
  /** @throws WhenWhereError `store/clause`, `store/unknown-field`. */
  set(clause: Clause): void;
  clear(source?: string): void;
  select(id: string | null): void;
  hover(id: string | null): void;
  setView(view: StoreState["view"]): void;
  setCamera(camera: Camera | null): void;
  /** Replaces the whole state, as from a URL; clauses that do not fit the data are left out and returned. */
  restore(state: Partial<StoreState>): readonly Clause[];

  /**
   * HIDDEN, POSSIBLE or CERTAIN for each row, under all clauses but those of `except`, which is a source or several. Shared
   * buffer: read, do not keep; it is brought up to date when it is asked for. Cost: after a moved window, one step per row that its edges crossed.
   */
  passing(except?: string | readonly string[]): Uint8Array;
  /** The same, and what has changed in it: for those who keep counts of it. */
  standing(except?: string | readonly string[]): Standing;
  /**
   * As `facet` and `histogram`: the first question after a change of other clauses makes tables (some ten milliseconds at a
   * million rows); a window that moves is then answered from them, exactly, in a fraction of a millisecond.
   */
  count(except?: string): Counts;
  facet(field: string): readonly FacetCount[];
  /**
   * The values of a field by row, whatever the clauses are: of a field that came as a column as it stands, of any other read once
   * from the records. A row may state several values, and then has them in its own order. Null when no row states one.
   * Cost: O(n) beside the first reading; keep it until the data change.
   */
  field(name: string): CodedField | null;
  /** The same of a field that came as a column; null for any other, of which {@link field} would read the records. */
  fieldColumn(name: string): CodedField | null;
  /**
   * Sums of a measure of `figures`, such as `killed`, over the shown rows; the number of each row is chosen by the rule.
   * `count` sums happenings. Throws `store/rule`. Cost: one pass over the rows; the first time also over the figures.
   */
  total(measure: string, options?: { readonly rule?: HeadlineRule; readonly except?: string }): FigureTotal;
  histogram(edgesMs: ArrayLike<number>, options?: { readonly except?: string; readonly category?: number }): Histogram;
  /**
   * Makes what the first window would else make in one go: the tables behind {@link count}, and behind {@link facet} of the fields
   * that have been asked for. In steps, for a page that is at rest (`inTurns`); answers are the same without it. Ends early
   * when the data change. Cost: a second or so for a million rows, the first step about half of it.
   */
  prepare(): Steps<void>;
  /**
   * Rows by cell of the map under all clauses but `except`. Throws `store/cells`. Cost: the first question at a zoom, and
   * under other clauses, makes tables in two passes over the rows; from then on four steps per occupied cell of the zoom
   * for any window, however far it has moved. Windows asked for by `window` share the tables of a moving window clause.
   */
  cells(query: CellQuery): Cells;
  /** Rows that pass, in time order; certain ones and possible ones apart. Shared buffers: read, do not keep. */
  rows(except?: string): { readonly certain: Uint32Array; readonly possible: Uint32Array };

  /** Replaces all records. Selection and clauses that still fit are kept. */
  replace(incidents: readonly Incident[], sources?: Readonly<Record<string, Source>>): void;

  /**
   * Adds records behind the others; one of an id that is there comes under an id of its own, as `issues` says. As with `upsert` and `remove`: every answer is then that of a new store of the same
   * records; selection and clauses that still fit are kept; `data` is announced once. Only the new records are read; the
   * columns are copied and the time order is made anew (tens of milliseconds at 100,000 rows).
   * Throws `store/no-records` where the store was made of columns.
   */
  append(incidents: readonly Incident[], sources?: Readonly<Record<string, Source>>): void;
  /** Records of a known id take its row, the others come behind. Of equal ids among the new ones the last one stands. */
  upsert(incidents: readonly Incident[], sources?: Readonly<Record<string, Source>>): void;
  /** Takes out the records of these ids; rows behind them move up. Ids that are not there change nothing. */
  remove(ids: Iterable<string>): void;

  /** Returns its own undo. The listener gets the new state and the one before; an error in one does not stop the others. */
  on<K extends keyof StoreEvents>(
    event: K,
    listener: (state: StoreEvents[K], previous: StoreEvents[K]) => void,
  ): () => void;
  destroy(): void;
}
