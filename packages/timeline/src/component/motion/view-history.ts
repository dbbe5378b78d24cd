import type { Store } from "@whenwhere/store";
import type { TimeSpan } from "../../scene/types.ts";
import { brushOf, CLAUSE_SOURCE } from "../picture/own-window.ts";

/** What undo brings back: where the reader looked, and what was brushed. */
export interface ViewMoment {
  /** Null = the first view. */
  readonly view: TimeSpan | null;
  readonly window: TimeSpan | null;
}

/** Where the reader looks now, and what is brushed. */
export function momentOf(store: Store): ViewMoment {
  return { view: store.state.view, window: brushOf(store) };
}

/** Brings both back together. */
export function restoreMoment(store: Store, { view, window }: ViewMoment): void {
  const { [CLAUSE_SOURCE]: _, ...others } = store.state.clauses;
  const clauses =
    window === null
      ? others
      : { ...others, [CLAUSE_SOURCE]: { source: CLAUSE_SOURCE, kind: "window" as const, ...window } };
  store.restore({ ...store.state, view, clauses });
}

/** Steps of a reader, the last fifty of them. */
export interface ViewHistory {
  /** Takes what the view has become. Changes that follow at once belong to one step, until it is sealed. */
  note(now: ViewMoment, timeMs: number): void;
  /** The next change begins a step, however soon it comes. */
  seal(): void;
  /** The moment before (`-1`) or after (`1`); null when there is none. The caller brings it about; it makes no step. */
  go(by: -1 | 1): ViewMoment | null;
}

const MOST_STEPS = 50;
/** A hand that rests for so long has ended its step. */
const REST_MS = 600;

export function createViewHistory(first: ViewMoment): ViewHistory {
  let moments: ViewMoment[] = [first];
  let place = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    note(now, timeMs) {
      if (same(now, moments[place] as ViewMoment)) return;
      const goesOn = timeMs - lastMs < REST_MS && place > 0;
      lastMs = timeMs;
      moments = [...moments.slice(0, goesOn ? place : place + 1), now].slice(-MOST_STEPS);
      place = moments.length - 1;
    },
    seal() {
      lastMs = Number.NEGATIVE_INFINITY;
    },
    go(by) {
      const moment = moments[place + by];
      if (moment === undefined) return null;
      place += by;
      lastMs = Number.NEGATIVE_INFINITY;
      return moment;
    },
  };
}

function same(a: ViewMoment, b: ViewMoment): boolean {
  return sameSpan(a.view, b.view) && sameSpan(a.window, b.window);
}

function sameSpan(a: TimeSpan | null, b: TimeSpan | null): boolean {
  return a?.startMs === b?.startMs && a?.endMs === b?.endMs;
}
