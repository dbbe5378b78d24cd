import type { Steps } from "@whenwhere/model";
import type { CalendarStep } from "../axis/calendar.ts";
import type { LaneTally } from "../lanes/lane-tally.ts";
import type { TimeSpan } from "../types.ts";
import { bandStep } from "./band-step.ts";
import type { HighestColumn } from "./band-types.ts";

/** What stands on the page, and what stood there before. */
export interface Ahead {
  readonly tally: LaneTally;
  /** Lanes that are drawn as bands. */
  readonly codes: readonly number[];
  readonly view: TimeSpan;
  readonly pxPerMs: number;
  /** Null where nothing has moved yet. */
  readonly before: TimeSpan | null;
  /** Finds the words of a column that will be named. */
  readonly name?: (column: HighestColumn) => void;
  /** Finds the words of an axis. */
  readonly tick?: (span: TimeSpan) => void;
}

/** Lengths of the view, one wheel notch after the other, as parts of what it is now. */
const NEARER = [0.8, 0.64, 0.51, 0.41];
const FARTHER = [1.25, 1.56, 1.95, 2.44];
/** How exactly it is found at which length columns become others. */
const HALVINGS = 8;
/** A pan shows so much of the view anew before the next look. */
const PAN_SHARE = 0.5;

/**
 * Counts what the next steps of a hand will show, as far as it is not counted: the columns beside the view where it is panned, then
 * those around it and those of the next steps of the calendar, about the instant that a zoom keeps in place. What goes on comes
 * first. Changes no number: what is counted ahead is what would be counted then.
 */
export function* countAhead(ahead: Ahead): Steps<void> {
  const { view, before, codes, tally, pxPerMs } = ahead;
  const { zoom, anchor, pan } = moveOf(view, before);
  for (const byShare of pan) {
    const byMs = byShare * PAN_SHARE * (view.endMs - view.startMs);
    const span = { startMs: view.startMs + byMs, endMs: view.endMs + byMs };
    for (const code of codes) yield* tally.ahead(code, bandStep(tally, code, pxPerMs), span);
  }
  for (const factors of zoom) {
    for (const code of codes) {
      for (const { step, span } of stepsOf(ahead, code, { factors, anchor })) {
        yield* tally.ahead(code, step, span);
        const { highest } = tally.folded(code, step, span);
        if (highest !== null) ahead.name?.(highest);
        yield;
      }
    }
    for (const factor of factors) {
      ahead.tick?.(zoomed(view, factor, anchor));
      yield;
    }
  }
}

/** Until the columns are others, and those then. */
function stepsOf(
  { tally, view, pxPerMs }: Ahead,
  code: number,
  { factors, anchor }: { readonly factors: readonly number[]; readonly anchor: number },
): { readonly step: CalendarStep; readonly span: TimeSpan }[] {
  const stepAt = (factor: number): CalendarStep => bandStep(tally, code, pxPerMs / factor);
  const now = stepAt(1);
  const isOther = (step: CalendarStep): boolean => step.unit !== now.unit || step.count !== now.count;
  const out: { step: CalendarStep; span: TimeSpan }[] = [];
  let last = 1;
  for (const factor of factors) {
    const step = stepAt(factor);
    const widest = factor > 1 ? factor : turningPoint(factor, last, (one) => isOther(stepAt(one)));
    if (factor > 1 || isOther(step)) out.push({ step: stepAt(widest), span: zoomed(view, widest, anchor) });
    if (isOther(step)) break;
    last = factor;
  }
  return out;
}

/** Nearly the greatest number between two that still holds, where the lesser does. */
function turningPoint(lesser: number, greater: number, holds: (one: number) => boolean): number {
  let [low, high] = [lesser, greater];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

interface Move {
  /** Which way the view may be zoomed, the likelier first. */
  readonly zoom: readonly (readonly number[])[];
  /** Share of the view that stays in place. */
  readonly anchor: number;
  /** Which ways it may be panned. */
  readonly pan: readonly (1 | -1)[];
}

function moveOf(view: TimeSpan, before: TimeSpan | null): Move {
  if (before === null) return { zoom: [NEARER, FARTHER], anchor: 0.5, pan: [1, -1] };
  const [lengthMs, beforeMs] = [view.endMs - view.startMs, before.endMs - before.startMs];
  const grownMs = lengthMs - beforeMs;
  if (Math.abs(grownMs) <= 1e-6 * beforeMs)
    return { zoom: [NEARER, FARTHER], anchor: 0.5, pan: [view.startMs < before.startMs ? -1 : 1] };
  const anchor = (before.startMs - view.startMs) / grownMs;
  return {
    zoom: grownMs < 0 ? [NEARER, FARTHER] : [FARTHER, NEARER],
    anchor: Math.min(Math.max(anchor, 0), 1),
    pan: [],
  };
}

function zoomed({ startMs, endMs }: TimeSpan, factor: number, anchor: number): TimeSpan {
  const lengthMs = endMs - startMs;
  const fromMs = startMs + anchor * (1 - factor) * lengthMs;
  return { startMs: fromMs, endMs: fromMs + factor * lengthMs };
}
