import { CERTAIN, type Columns, type StoreState } from "@whenwhere/store";

/** The palest that a record becomes before it leaves the window: it can still be found. */
const PALEST = 0.25;

/** A window whose records pale with age. */
export interface Fading {
  readonly startMs: number;
  readonly endMs: number;
}

/** The fading window of a state; null where there is none. Of several the last one rules. */
export function fadingOf({ clauses }: Pick<StoreState, "clauses">): Fading | null {
  let fading: Fading | null = null;
  for (const clause of Object.values(clauses)) {
    if (clause.kind === "window" && clause.fade === true && Number.isFinite(clause.endMs - clause.startMs))
      fading = clause;
  }
  return fading;
}

/** What of a frame tells how old its rows are. */
interface AgingRows {
  readonly fading: Fading | null;
  /** Standing of each row. */
  readonly passing: Uint8Array;
  readonly store: { readonly columns: Pick<Columns, "outerEndMs"> };
}

/**
 * How much ink age leaves to a record, 1 = all.
 *
 * The rule: only what lies certainly in the window pales, in step with the time since it was surely over (the end of its
 * outer span), down to a quarter at the far end. What is only possibly in it keeps its look, since thin ink already says
 * doubt there; so does what is going on when the window ends, and every number of a bubble or a tag.
 */
export function fadeOf({ fading, passing, store }: AgingRows, row: number): number {
  return passing[row] === CERTAIN ? agedInk(fading, store.columns.outerEndMs.at(row)) : 1;
}

/** The ink of what lies certainly in the window and was over at `overMs`. */
export function agedInk(fading: Fading | null, overMs: number): number {
  if (fading === null || !(overMs < fading.endMs)) return 1;
  const age = (fading.endMs - overMs) / (fading.endMs - fading.startMs);
  return Math.round((1 - (1 - PALEST) * Math.min(1, age)) * 100) / 100;
}
