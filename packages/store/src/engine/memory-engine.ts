import { PLACE_PRECISIONS } from "@whenwhere/model";
import { refuseOptions } from "@whenwhere/model/refuse-options";
import type { Dataset } from "../columns/dataset.ts";
import { createStore, type StoreInput } from "../create-store.ts";
import { FIELD_NAMES, readField } from "../filter/field-values.ts";
import { MemoryStore } from "../memory-store.ts";
import { createEmitter } from "../state/emitter.ts";
import type { Clause, Columns, Store } from "../types.ts";
import type {
  AnswerQuality,
  AskOptions,
  CountAnswer,
  CountQuery,
  Engine,
  EngineDescription,
  EngineQuery,
  HistogramAnswer,
  HistogramQuery,
} from "./engine.ts";
import { cubeOf } from "./memory-cube.ts";
import { pageOf } from "./memory-page.ts";
import { Questions, queryError } from "./questions.ts";

/** Options of {@link memoryEngine}. */
export interface MemoryEngineOptions {
  /** The clock of `asOf`, in UTC milliseconds. */
  readonly now?: () => number;
}

/**
 * The engine over typed arrays in this thread's memory: of a store, whose later changes it follows, or of anything that
 * `createStore` takes. It has clauses of its own: no question changes what the views of the store show.
 *
 * Throws what `createStore` throws. Wrong clauses, edges and cells reject with the `store/...` codes of the store.
 * Cost: the columns are shared with the store; the first question of a kind makes tables, as in the store.
 */
export function memoryEngine(input: Store | StoreInput, options: MemoryEngineOptions = {}): Engine {
  refuseOptions(options, { now: "any" }, { code: "engine", name: "memoryEngine" });
  return new MemoryEngine(storeOf(input), options.now ?? Date.now);
}

function storeOf(input: Store | StoreInput): MemoryStore {
  if (input instanceof MemoryStore) return input;
  return createStore(input as StoreInput) as MemoryStore;
}

class MemoryEngine implements Engine {
  readonly #source: MemoryStore;
  readonly #now: () => number;
  readonly #questions = new Questions();
  readonly #emitter = createEmitter<{ data: null }>();
  readonly #stop: () => void;
  #store: MemoryStore | null = null;
  #asOf: string;

  constructor(source: MemoryStore, now: () => number) {
    this.#source = source;
    this.#now = now;
    this.#asOf = new Date(now()).toISOString();
    this.#stop = source.on("data", () => {
      this.#store = null;
      this.#asOf = new Date(this.#now()).toISOString();
      this.#emitter.emit(["data"], null, null);
    });
  }

  describe(options: AskOptions = {}): Promise<EngineDescription & AnswerQuality> {
    return this.#ask("describe", options, () => descriptionOf(this.#source.dataset, this.#source.extentMs));
  }

  count(query: CountQuery, options: AskOptions = {}): Promise<CountAnswer & AnswerQuality> {
    return this.#ask("count", options, () => {
      const store = this.#under(query);
      return { ...store.count(), groups: query.by === undefined ? [] : groupsOf(store, query.by) };
    });
  }

  histogram(query: HistogramQuery, options: AskOptions = {}): Promise<HistogramAnswer & AnswerQuality> {
    return this.#ask("histogram", options, () => lanesOf(this.#under(query), query));
  }

  bins(query: Parameters<Engine["bins"]>[0], options: AskOptions = {}): ReturnType<Engine["bins"]> {
    return this.#ask("bins", options, () => {
      const { clauses: _, ...cells } = query;
      return this.#under(query).cells(cells);
    });
  }

  cube(query: Parameters<Engine["cube"]>[0], options: AskOptions = {}): ReturnType<Engine["cube"]> {
    return this.#ask("cube", options, () => {
      const store = this.#under(query);
      // Asked for its own sake: a field that there is not is refused as everywhere else.
      if (query.groups.kind === "field") store.facet(query.groups.field);
      return cubeOf({ data: store.dataset, timeOrder: store.timeOrder, standings: store.passing() }, query);
    });
  }

  page(query: Parameters<Engine["page"]>[0], options: AskOptions = {}): ReturnType<Engine["page"]> {
    return this.#ask("page", options, () => {
      const store = this.#under(query);
      const { columns, timeOrder } = store;
      const id = (row: number): string => store.id(row);
      const incident = (row: number) => store.incident(row);
      return pageOf({ columns, timeOrder, standings: store.passing(), id, incident }, query);
    });
  }

  record(id: string, options: AskOptions = {}): ReturnType<Engine["record"]> {
    return this.#ask("record", options, () => {
      const row = this.#source.rowOf(id);
      return { incident: row < 0 ? null : this.#source.incident(row) };
    });
  }

  subscribe(listener: () => void): () => void {
    return this.#emitter.on("data", () => listener());
  }

  destroy(): void {
    this.#stop();
    this.#questions.destroy();
    this.#emitter.clear();
    this.#store = null;
  }

  #ask<T extends object>(method: string, options: AskOptions, answer: () => T): Promise<T & AnswerQuality> {
    const quality = (): AnswerQuality => ({ exact: true, partial: false, asOf: this.#asOf });
    return this.#questions.ask(method, options, { answer: () => ({ ...answer(), ...quality() }) });
  }

  /** The store of the engine, with the clauses of a question in place of those of the one before. */
  #under({ clauses }: EngineQuery): MemoryStore {
    const wanted = bySource(clauses);
    this.#store ??= new MemoryStore(this.#source.dataset, {});
    const store = this.#store;
    for (const source of Object.keys(store.state.clauses)) if (!wanted.has(source)) store.clear(source);
    for (const clause of wanted.values()) store.set(clause);
    return store;
  }
}

function bySource(clauses: readonly Clause[]): Map<string, Clause> {
  if (!Array.isArray(clauses)) {
    throw queryError("The question has no list of clauses.", "Give `clauses: []` to ask about all rows.");
  }
  const wanted = new Map<string, Clause>();
  for (const clause of clauses as readonly Clause[]) {
    if (wanted.has(clause.source)) {
      throw queryError(`Two clauses have the source "${clause.source}".`, "Give each clause a source of its own.");
    }
    wanted.set(clause.source, clause);
  }
  return wanted;
}

/** `Store.facet` leaves out the clauses of its own field; a question of an engine leaves out nothing. */
function groupsOf(store: MemoryStore, field: string): CountAnswer["groups"] {
  const own = Object.values(store.state.clauses).filter((clause) => clause.kind === "values" && clause.field === field);
  if (own.length === 0) return store.facet(field).map(({ active: _, ...group }) => group);
  const { values, codes, offsets } = readField(store.dataset, field, store.timeOrder);
  const counts = values.map((value) => ({ value, certain: 0, possible: 0 }));
  const standings = store.passing();
  for (const [rank, row] of store.timeOrder.entries()) {
    const standing = standings[row] as number;
    const to = offsets === null ? rank + 1 : (offsets[rank + 1] as number);
    for (let i = offsets === null ? rank : (offsets[rank] as number); i < to; i++) {
      const group = counts[codes[i] as number];
      if (group === undefined || standing === 0) continue;
      if (standing === 2) group.certain++;
      else group.possible++;
    }
  }
  return counts.sort((a, b) => b.certain + b.possible - a.certain - a.possible || (a.value < b.value ? -1 : 1));
}

const LANE = "engine/lane";

function lanesOf(store: MemoryStore, { edgesMs, lanes }: HistogramQuery): HistogramAnswer {
  const values = lanes?.values ?? [""];
  const edges = Float64Array.from(edgesMs);
  const bins = Math.max(0, edges.length - 1);
  const answer = {
    edgesMs: edges,
    lanes: lanes === undefined ? [] : [...values],
    certain: new Float64Array(values.length * bins),
    spread: new Float64Array(values.length * bins),
    before: new Float64Array(values.length),
    after: new Float64Array(values.length),
    undated: new Float64Array(values.length),
  };
  for (const [lane, value] of values.entries()) {
    const one = laneOf(store, edges, lanes === undefined ? null : { field: lanes.field, value });
    answer.certain.set(one.certain, lane * bins);
    answer.spread.set(one.spread, lane * bins);
    for (const name of ["before", "after", "undated"] as const) answer[name][lane] = one[name];
  }
  return answer;
}

function laneOf(
  store: MemoryStore,
  edgesMs: Float64Array,
  lane: { readonly field: string; readonly value: string } | null,
): ReturnType<Store["histogram"]> {
  if (lane === null) return store.histogram(edgesMs);
  if (lane.field === "category") {
    // A category that no row has: its code is beyond all codes.
    const code = store.categories.indexOf(lane.value);
    return store.histogram(edgesMs, { category: code < 0 ? store.categories.length : code });
  }
  store.set({ source: LANE, kind: "values", field: lane.field, values: [lane.value] });
  try {
    return store.histogram(edgesMs);
  } finally {
    store.clear(LANE);
  }
}

function descriptionOf(data: Dataset, extentMs: Store["extentMs"]): EngineDescription {
  const { columns } = data;
  const timeOrder = data.timeOrder ?? Uint32Array.from({ length: columns.length }, (_, row) => row);
  const precisions: Record<string, number> = {};
  for (let row = 0; row < columns.length; row++) {
    const name = PLACE_PRECISIONS[columns.placePrecision.at(row)] as string;
    precisions[name] = (precisions[name] ?? 0) + 1;
  }
  const fields = FIELD_NAMES.map((name) => ({ name, field: readField(data, name, timeOrder) }));
  return {
    name: "memory",
    rows: columns.length,
    extentMs,
    bounds: boundsOf(columns),
    fields: fields
      .filter(({ field }) => field.isStated)
      .map(({ name, field }) => ({ name, values: field.values.length })),
    precisions,
    features: { tile: false, subscribe: true },
    runsOn: "main",
    note: null,
  };
}

function boundsOf({ lon, lat, length }: Columns): EngineDescription["bounds"] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < length; row++) {
    const [x, y] = [lon.at(row), lat.at(row)];
    if (Number.isNaN(x)) continue;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return west > east ? null : { west, south, east, north };
}
