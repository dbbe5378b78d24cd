import type { Clause, Store, StoreState } from "@whenwhere/store";

/** The filters as they were, step by step. */
export interface FilterHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False when there is no step that way. View, selection and camera stay as they are. */
  undo(): boolean;
  redo(): boolean;
  onChange(callback: () => void): void;
  destroy(): void;
}

type Clauses = StoreState["clauses"];

const MOST_STEPS = 200;
/** Moves of one gesture follow each other faster than this. */
const GESTURE_MS = 700;
const DRAGGED: readonly Clause["kind"][] = ["window", "bbox", "lasso", "range", "text"];

/** The source that alone has changed, when it is one that fingers and keys change many times a second; else null. */
function draggedSource(before: Clauses, after: Clauses): string | null {
  const sources = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = sources.filter((source) => before[source] !== after[source]);
  const [source] = changed;
  if (source === undefined || changed.length > 1) return null;
  const kind = (after[source] ?? before[source])?.kind;
  return kind !== undefined && DRAGGED.includes(kind) ? source : null;
}

/**
 * Remembers the filters of a store. A brush that is dragged, or a word that is typed, is one step; two presses are two.
 * Law: as many undos as steps lead to the filters at the start, as many redos back to the last ones.
 */
export function filterHistory(store: Store): FilterHistory {
  let past: Clauses[] = [];
  let future: Clauses[] = [];
  let changed: () => void = () => {};
  let isStepping = false;
  let gesture: { readonly source: string; readonly endMs: number } | null = null;

  const note = (before: Clauses, after: Clauses): void => {
    if (isStepping) return;
    const source = draggedSource(before, after);
    const goesOn = source !== null && gesture?.source === source && performance.now() - gesture.endMs < GESTURE_MS;
    gesture = source === null ? null : { source, endMs: performance.now() };
    future = [];
    if (!goesOn) past = [...past.slice(1 - MOST_STEPS), before];
    changed();
  };
  const step = (from: Clauses[], to: Clauses[]): boolean => {
    const clauses = from.pop();
    if (clauses === undefined) return false;
    to.push(store.state.clauses);
    gesture = null;
    isStepping = true;
    try {
      store.restore({ ...store.state, clauses });
    } finally {
      isStepping = false;
    }
    changed();
    return true;
  };
  const off = store.on("filter", (state, previous) => note(previous.clauses, state.clauses));
  const offData = store.on("data", () => {
    // Steps through filters of other records would lead nowhere.
    past = [];
    future = [];
    changed();
  });
  return {
    get canUndo() {
      return past.length > 0;
    },
    get canRedo() {
      return future.length > 0;
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    onChange(callback) {
      changed = callback;
    },
    destroy() {
      off();
      offData();
      changed = () => {};
    },
  };
}
