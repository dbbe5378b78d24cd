import type { Camera, Clause, StoreState } from "../types.ts";

/** Everything that can happen to the state. */
export type Action =
  | { readonly type: "set"; readonly clause: Clause }
  | { readonly type: "clear"; readonly source?: string | undefined }
  | { readonly type: "select"; readonly id: string | null }
  | { readonly type: "hover"; readonly id: string | null }
  | { readonly type: "setView"; readonly view: StoreState["view"] }
  | { readonly type: "setCamera"; readonly camera: Camera | null }
  | { readonly type: "restore"; readonly state: Partial<StoreState> };

/** The state of a new store: no clause, nothing chosen, views where their makers put them. */
export const INITIAL_STATE: StoreState = Object.freeze({
  clauses: Object.freeze({}),
  view: null,
  selectedId: null,
  hoveredId: null,
  camera: null,
});

/**
 * The next state. Pure; the result is frozen through and through.
 * Law: when nothing changes, the same object comes back, so `!==` tells what to announce, part by part.
 */
export function reduce(state: StoreState, action: Action): StoreState {
  switch (action.type) {
    case "set":
      return withClauses(state, { ...state.clauses, [action.clause.source]: action.clause });
    case "clear":
      return withClauses(state, withoutSource(state.clauses, action.source));
    case "select":
      return withParts(state, { selectedId: action.id });
    case "hover":
      return withParts(state, { hoveredId: action.id });
    case "setView":
      return withParts(state, { view: keep(state.view, action.view) });
    case "setCamera":
      return withParts(state, { camera: keep(state.camera, action.camera) });
    case "restore": {
      const { clauses, ...rest } = { ...INITIAL_STATE, ...action.state };
      const view = keep(state.view, rest.view);
      const camera = keep(state.camera, rest.camera);
      const { selectedId, hoveredId } = rest;
      return withParts(withClauses(state, clauses), { view, camera, selectedId, hoveredId });
    }
  }
}

function withParts(state: StoreState, change: Partial<StoreState>): StoreState {
  const isSame = Object.entries(change).every(([key, value]) => state[key as keyof StoreState] === value);
  return isSame ? state : Object.freeze({ ...state, ...change });
}

/** Unchanged clauses keep their identity, which is what tells an index that it need not ask them again. */
function withClauses(state: StoreState, clauses: Readonly<Record<string, Clause>>): StoreState {
  const next: Record<string, Clause> = {};
  for (const [source, clause] of Object.entries(clauses)) {
    Object.defineProperty(next, source, { value: keep(state.clauses[source] ?? null, clause), enumerable: true });
  }
  const sources = Object.keys(next);
  const isSame =
    sources.length === Object.keys(state.clauses).length &&
    sources.every(
      (source) => next[source] === (Object.hasOwn(state.clauses, source) ? state.clauses[source] : undefined),
    );
  return isSame ? state : Object.freeze({ ...state, clauses: Object.freeze(next) });
}

function withoutSource(clauses: StoreState["clauses"], source: string | undefined): StoreState["clauses"] {
  if (source === undefined) return {};
  return Object.fromEntries(Object.entries(clauses).filter(([name]) => name !== source));
}

/** The old value when the new one is equal in content, else a frozen copy of the new one. */
function keep<T>(old: T, next: T): T {
  return isEqual(old, next) ? old : frozenCopy(next);
}

function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqual(at(a, key), at(b, key)))
  );
}

function at(value: object, key: string): unknown {
  return (value as Record<string, unknown>)[key];
}

function frozenCopy<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  const copy = Array.isArray(value)
    ? value.map(frozenCopy)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, frozenCopy(part)]));
  return Object.freeze(copy) as T;
}
