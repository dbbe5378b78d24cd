import type { Figure } from "../incident.ts";

/** A closed interval; NaN on both sides where nobody gave a number, +Infinity where there is no upper end. */
export type FigureInterval = readonly [low: number, high: number];

const UNKNOWN: FigureInterval = [Number.NaN, Number.NaN];

/** The interval that holds every number of one measure that any speaker allows. */
export function figureInterval(figures: readonly Figure[] | undefined, measure: string): FigureInterval {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const figure of figures ?? []) {
    if (figure.measure !== measure) continue;
    const [from, to] = intervalOf(figure);
    if (Number.isNaN(from)) continue;
    low = Math.min(low, from);
    high = Math.max(high, to);
  }
  return low <= high ? [low, high] : UNKNOWN;
}

/** "At least" has no upper end; a codebook's stand-in says nothing beyond its stated range. */
function intervalOf(figure: Figure): FigureInterval {
  const kind = figure.kind ?? "exact";
  if (kind === "unknown") return UNKNOWN;
  const best = kind === "conventional" ? null : (figure.best ?? null);
  const low = figure.low ?? best;
  const high = figure.high ?? (kind === "lowest-reported" ? null : best);
  if (low === null && high === null) return UNKNOWN;
  return [Math.min(low ?? 0, high ?? Number.POSITIVE_INFINITY), Math.max(high ?? Number.POSITIVE_INFINITY, low ?? 0)];
}
