import {
  type CodedField,
  type HeadlineRule,
  type Incident,
  type Issue,
  languageTag,
  PLACE_PRECISIONS,
  type PlacePrecision,
  type Source,
  SPAN_MEANINGS,
  type SpanMeaning,
  STATUSES,
  type Status,
  type Steps,
} from "@whenwhere/model";
import { cellsOf, checkCellQuery } from "./cells/cells-of.ts";
import { buildDataset, type CategoryField } from "./columns/build-columns.ts";
import { changedDataset, type DatasetChange } from "./columns/change-dataset.ts";
import type { Dataset } from "./columns/dataset.ts";
import { appendPlan, checkHasRecords, removePlan, upsertPlan } from "./columns/plan-change.ts";
import { checkRecords, recordFaults } from "./columns/record-faults.ts";
import { extentOf, timeOrderOf } from "./columns/time-order.ts";
import { countsOf } from "./counts/absences.ts";
import { facetCounts } from "./counts/facet-counts.ts";
import { checkRule, figureTotal } from "./counts/figure-total.ts";
import { checkedEdges } from "./counts/histogram-edges.ts";
import { histogramOf } from "./counts/histogram-of.ts";
import { checkAsked, checkClause, checkField, faultOf, fitsData } from "./filter/clause-check.ts";
import { CrossFilter } from "./filter/cross-filter.ts";
import { createFieldIndex, type FieldIndex } from "./filter/field-index.ts";
import { rowField } from "./filter/row-field.ts";
import { checkKeep, type KeepRule, rolled } from "./live/rolling.ts";
import { createEmitter } from "./state/emitter.ts";
import { type Action, INITIAL_STATE, reduce } from "./state/reduce.ts";
import { refuseStoreEvent } from "./state/store-events.ts";
import type {
  Camera,
  CellQuery,
  Cells,
  Clause,
  Columns,
  Counts,
  FacetCount,
  FigureTotal,
  Histogram,
  Standing,
  Store,
  StoreEvents,
  StoreState,
} from "./types.ts";

/** What a store is made with, beside its data. */
export interface StoreOptions {
  readonly sources?: Readonly<Record<string, Source>>;
  readonly title?: string;
  /** Whose records these are, as their publisher demands it: every view shows it. */
  readonly attribution?: string;
  /** Terms of the records: every view shows them. */
  readonly license?: string;
  /** Language of the records' own texts, BCP 47. What is no such tag is left out. */
  readonly language?: string;
  /** Field that gives the category (the hue), or a function run once per record. Default `category`. */
  readonly categoryField?: CategoryField;
  /** A rolling window: older rows are dropped as records come, and counted in `store.dropped`. */
  readonly keep?: KeepRule;
  /** Gets errors of listeners; without it they are thrown after all listeners have run. */
  readonly onError?: (error: unknown) => void;
}

/** All that follows from one reading of the data. */
interface Reading {
  readonly data: Dataset;
  readonly timeOrder: Uint32Array;
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  readonly fields: FieldIndex;
  readonly filter: CrossFilter;
}

function readingOf(data: Dataset): Reading {
  const timeOrder = data.timeOrder ?? timeOrderOf(data.columns);
  const extentMs = data.extentMs === undefined ? extentOf(data.columns) : data.extentMs;
  const fields = createFieldIndex(data, timeOrder, extentMs);
  return {
    data,
    timeOrder,
    extentMs,
    fields,
    filter: new CrossFilter(data.columns, fields),
  };
}

/** The store over typed arrays in this machine's memory. */
export class MemoryStore implements Store {
  title: string | null;
  attribution: string | null;
  license: string | null;
  language: string | null;
  dropped = 0;
  #reading: Reading;
  #sources: Readonly<Record<string, Source>>;
  #state: StoreState = INITIAL_STATE;
  readonly #categoryField: CategoryField | undefined;
  readonly #keep: KeepRule | undefined;
  readonly #emitter;
  /** Every view of a store prints the same counts: they are asked for once a filter. By the clause left out. */
  #counted: {
    readonly reading: Reading;
    readonly clauses: StoreState["clauses"];
    readonly counts: Map<string | null, Counts>;
  } | null = null;
  /** Fields whose values have been counted. */
  readonly #facets = new Set<string>();

  constructor(data: Dataset, options: StoreOptions) {
    if (options.keep !== undefined) checkKeep(options.keep);
    this.#keep = options.keep;
    this.#categoryField = options.categoryField;
    this.#reading = this.#rolledReading(data);
    this.#sources = options.sources ?? {};
    this.title = options.title ?? null;
    this.attribution = options.attribution ?? null;
    this.license = options.license ?? null;
    this.language = languageTag(options.language);
    this.#emitter = createEmitter<StoreEvents>(options.onError);
  }

  /** The rows as they are now, in their order, for another reader of the same rows. */
  get dataset(): Dataset {
    const { data, timeOrder } = this.#reading;
    return { ...data, timeOrder };
  }
  get issues(): readonly Issue[] {
    const { data } = this.#reading;
    return [...(data.issues?.() ?? []), ...recordFaults(data)];
  }
  get columns(): Columns {
    return this.#reading.data.columns;
  }
  get categories(): readonly string[] {
    return this.#reading.data.categories;
  }
  get sources(): Readonly<Record<string, Source>> {
    return this.#sources;
  }
  get state(): StoreState {
    return this.#state;
  }
  get timeOrder(): Uint32Array {
    return this.#reading.timeOrder;
  }
  get extentMs(): readonly [startMs: number, endMs: number] | null {
    return this.#reading.extentMs;
  }

  id(row: number): string {
    return this.#reading.data.id(row);
  }
  rowOf(id: string): number {
    return this.#reading.data.rowOf(id);
  }
  incident(row: number): Incident {
    return this.#reading.data.incident(row);
  }
  precisionOf(row: number): PlacePrecision {
    return PLACE_PRECISIONS[this.columns.placePrecision.at(row)] as PlacePrecision;
  }
  statusOf(row: number): Status {
    return STATUSES[this.columns.status.at(row)] as Status;
  }
  spanOf(row: number): SpanMeaning {
    return SPAN_MEANINGS[this.columns.span.at(row)] as SpanMeaning;
  }

  set(clause: Clause): void {
    checkClause(clause);
    checkAsked(clause, this.#reading.fields);
    this.#act({ type: "set", clause });
  }
  clear(source?: string): void {
    this.#act({ type: "clear", source });
  }
  select(id: string | null): void {
    this.#act({ type: "select", id });
  }
  hover(id: string | null): void {
    this.#act({ type: "hover", id });
  }
  setView(view: StoreState["view"]): void {
    this.#act({ type: "setView", view });
  }
  setCamera(camera: Camera | null): void {
    this.#act({ type: "setCamera", camera });
  }

  restore(state: Partial<StoreState>): readonly Clause[] {
    const { fit, unfit } = this.#sort(state.clauses ?? {});
    this.#act({ type: "restore", state: { ...state, clauses: fit } });
    return unfit;
  }

  passing(except?: string | readonly string[]): Uint8Array {
    return this.#reading.filter.rows(asked(except)).states;
  }
  standing(except?: string | readonly string[]): Standing {
    return this.#reading.filter.rows(asked(except));
  }
  rows(except?: string): { readonly certain: Uint32Array; readonly possible: Uint32Array } {
    return this.#reading.filter.rows(asked(except)).rows();
  }
  count(except?: string): Counts {
    const reading = this.#reading;
    const { clauses } = this.#state;
    if (this.#counted?.reading !== reading || this.#counted.clauses !== clauses) {
      this.#counted = { reading, clauses, counts: new Map() };
    }
    const { counts } = this.#counted;
    // A clause that is not there leaves nothing out.
    const key = except !== undefined && Object.hasOwn(clauses, except) ? except : null;
    const { fields, filter } = reading;
    const known = counts.get(key) ?? countsOf(filter.sums("count", fields.absences(), asked(except)), fields.length);
    counts.set(key, known);
    return known;
  }

  facet(field: string): readonly FacetCount[] {
    const { fields, filter } = this.#reading;
    checkField(field, fields);
    this.#facets.add(field);
    const own = Object.values(this.#state.clauses).filter(
      (clause) => clause.kind === "values" && clause.field === field,
    );
    const active = new Set(own.flatMap((clause) => (clause.kind === "values" ? clause.values : [])));
    const sums = filter.sums(`facet ${field}`, fields.keys(field), { except: own.map(({ source }) => source) });
    return facetCounts(fields.values(field).values, sums, active);
  }

  field(name: string): CodedField | null {
    const { fields, timeOrder } = this.#reading;
    return this.fieldColumn(name) ?? rowField(fields.values(name), timeOrder);
  }
  fieldColumn(name: string): CodedField | null {
    const { fields = {} } = this.#reading.data;
    return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
  }

  total(measure: string, options: { readonly rule?: HeadlineRule; readonly except?: string } = {}): FigureTotal {
    const { rule = "first-source", except } = options;
    checkRule(rule);
    const { fields, filter } = this.#reading;
    return figureTotal(fields.numbers(measure, rule), filter.rows(asked(except)).states);
  }

  histogram(
    edgesMs: ArrayLike<number>,
    options: { readonly except?: string; readonly category?: number } = {},
  ): Histogram {
    const { fields, filter } = this.#reading;
    const { category, except } = options;
    const rows = fields.histogram(checkedEdges(edgesMs), category);
    const { sums, units } = filter.histogramSums(`histogram ${rows.name}`, rows, asked(except));
    return histogramOf(rows, sums, units);
  }

  *prepare(): Steps<void> {
    const reading = this.#reading;
    const { fields, filter, extentMs } = reading;
    if (extentMs === null) return;
    yield* fields.prepareWindows();
    // Tables know every window: any one asks for them.
    const [startMs] = extentMs;
    const window = { startMs, endMs: startMs + 1 };
    const tables = [
      () => filter.prepare("count", fields.absences(), window),
      ...[...this.#facets].map((field) => () => filter.prepare(`facet ${field}`, fields.keys(field), window)),
    ];
    for (const make of tables) {
      // Where a window stands, its own questions have made them.
      const isWindowed = Object.values(this.#state.clauses).some(({ kind }) => kind === "window");
      if (this.#reading !== reading || isWindowed) return;
      yield* make();
      yield;
    }
  }

  cells(query: CellQuery): Cells {
    checkCellQuery(query);
    const { zoom, bounds, except, window } = query;
    const { fields, filter } = this.#reading;
    const grid = fields.cells(zoom);
    return cellsOf(grid, filter.sums(`cells ${zoom}`, grid.keys, { ...asked(except), window }), bounds);
  }

  replace(incidents: readonly Incident[], sources?: Readonly<Record<string, Source>>): void {
    checkRecords(incidents, "store.replace");
    this.#takeOver(buildDataset(incidents, this.#categoryField), sources ?? this.#sources);
  }
  append(incidents: readonly Incident[], sources?: Readonly<Record<string, Source>>): void {
    checkRecords(incidents, "store.append");
    this.#change(appendPlan(this.#reading.data, incidents), sources);
  }
  upsert(incidents: readonly Incident[], sources?: Readonly<Record<string, Source>>): void {
    checkRecords(incidents, "store.upsert");
    this.#change(upsertPlan(this.#reading.data, incidents), sources);
  }
  remove(ids: Iterable<string>): void {
    this.#change(removePlan(this.#reading.data, ids));
  }

  on<K extends keyof StoreEvents>(
    event: K,
    listener: (state: StoreEvents[K], previous: StoreEvents[K]) => void,
  ): () => void {
    refuseStoreEvent(event);
    return this.#emitter.on(event, listener);
  }

  destroy(): void {
    this.#emitter.clear();
  }

  #change(change: DatasetChange, sources: Readonly<Record<string, Source>> = {}): void {
    const { data } = this.#reading;
    checkHasRecords(data);
    this.#takeOver(changedDataset(data, change, this.#categoryField), { ...this.#sources, ...sources });
  }

  /** Other rows in place of these, which came from elsewhere: state and listeners stay, `data` is announced. */
  become(data: Dataset, options: StoreOptions): void {
    this.title = options.title ?? this.title;
    this.attribution = options.attribution ?? this.attribution;
    this.license = options.license ?? this.license;
    this.language = languageTag(options.language) ?? this.language;
    this.#takeOver(data, options.sources ?? this.#sources);
  }

  #rolledReading(given: Dataset): Reading {
    const { data, dropped } = rolled(given, this.#keep, this.#categoryField);
    this.dropped += dropped;
    return readingOf(data);
  }

  #takeOver(data: Dataset, sources: Readonly<Record<string, Source>>): void {
    const before = this.#state;
    this.#reading = this.#rolledReading(data);
    this.#facets.clear();
    this.#sources = sources;
    const present = (id: string | null): string | null => (id !== null && this.rowOf(id) >= 0 ? id : null);
    const { fit } = this.#sort(before.clauses);
    this.#state = reduce(before, {
      type: "restore",
      state: { ...before, clauses: fit, selectedId: present(before.selectedId), hoveredId: present(before.hoveredId) },
    });
    this.#reading.filter.apply(this.#state.clauses);
    this.#emitter.emit(["data", ...changedParts(before, this.#state)], this.#state, before);
  }

  #sort(clauses: Readonly<Record<string, Clause>>): { fit: Record<string, Clause>; unfit: Clause[] } {
    const unfit: Clause[] = [];
    const fit = Object.entries(clauses).filter(([source, clause]) => {
      const isFit = source === clause.source && faultOf(clause) === null && fitsData(clause, this.#reading.fields);
      if (!isFit) unfit.push(clause);
      return isFit;
    });
    return { fit: Object.fromEntries(fit), unfit };
  }

  #act(action: Action): void {
    const before = this.#state;
    const after = reduce(before, action);
    if (after === before) return;
    this.#state = after;
    if (after.clauses !== before.clauses) this.#reading.filter.apply(after.clauses);
    this.#emitter.emit(changedParts(before, after), after, before);
  }
}

function asked(except: string | readonly string[] | undefined): { readonly except: readonly string[] } {
  return { except: except === undefined ? [] : typeof except === "string" ? [except] : except };
}

const PARTS: readonly (readonly [keyof StoreState, keyof StoreEvents])[] = [
  ["clauses", "filter"],
  ["selectedId", "selection"],
  ["hoveredId", "hover"],
  ["view", "view"],
  ["camera", "camera"],
];

function changedParts(before: StoreState, after: StoreState): (keyof StoreEvents)[] {
  return PARTS.filter(([part]) => before[part] !== after[part]).map(([, event]) => event);
}
