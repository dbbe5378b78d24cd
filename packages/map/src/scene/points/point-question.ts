import { STATUSES } from "@whenwhere/model";
import type { Clause } from "@whenwhere/store";
import type { PointClock } from "./point-clock.ts";
import type { PointQuestion, PointWindow } from "./point-words.ts";

/** The clauses of a state, sorted into those that are uniforms and the others. */
export interface SortedClauses {
  readonly window: Extract<Clause, { kind: "window" }> | null;
  readonly categories: Uint32Array | null;
  readonly statuses: number;
  /** Clauses that every row has to be asked about; the object of one changes when it does. */
  readonly others: readonly Clause[];
  /** Sources of all that is left out of the standing under the others. */
  readonly held: readonly string[];
}

/** More categories than that have no bit, and a clause on them is one of the others. */
const MOST_BITS = 128;
/** Bits of a question that leaves no status out. */
export const ALL_STATUSES = 2 ** STATUSES.length - 1;

/**
 * Sorts clauses. Of several windows the one that moved is a uniform: the one that was not among the clauses before. `except` is the source of
 * the clause that the map does not apply to itself.
 */
export function sortClauses(
  clauses: Readonly<Record<string, Clause>>,
  before: SortedClauses | null,
  { except, categories }: { readonly except: string; readonly categories: readonly string[] },
): SortedClauses {
  const asked = Object.values(clauses).filter(({ source }) => source !== except);
  const windows = asked.filter((clause) => clause.kind === "window");
  const known = (clause: Clause) => clause === before?.window || before?.others.includes(clause) === true;
  const window = windows.find((clause) => !known(clause)) ?? windows.find((clause) => clause === before?.window);
  const chosen = window ?? windows[0] ?? null;
  const masks = asked.filter((clause) => isMask(clause, categories));
  let bits: Uint32Array | null = null;
  let statuses = ALL_STATUSES;
  for (const clause of masks) {
    if (clause.kind !== "values") continue;
    if (clause.field === "status") statuses &= statusBits(clause.values);
    else bits = categoryBits(clause.values, categories, bits);
  }
  const held = [except, ...(chosen === null ? [] : [chosen.source]), ...masks.map(({ source }) => source)];
  const others = asked.filter((clause) => clause !== chosen && !masks.includes(clause));
  return { window: chosen, categories: bits, statuses, others, held };
}

function isMask(clause: Clause, categories: readonly string[]): boolean {
  if (clause.kind !== "values") return false;
  return clause.field === "status" || (clause.field === "category" && categories.length <= MOST_BITS);
}

function statusBits(values: readonly string[]): number {
  return STATUSES.reduce((bits, status, code) => (values.includes(status) ? bits | (1 << code) : bits), 0);
}

function categoryBits(wanted: readonly string[], categories: readonly string[], before: Uint32Array | null) {
  const bits = new Uint32Array(MOST_BITS / 32);
  for (const [code, name] of categories.entries()) {
    const word = code >>> 5;
    if (wanted.includes(name)) bits[word] = (bits[word] as number) | (1 << (code & 31));
  }
  return before === null ? bits : bits.map((word, i) => word & (before[i] as number));
}

/** Sorted clauses as uniforms. */
export function pointQuestion(sorted: SortedClauses, clock: PointClock, level: number): PointQuestion {
  const { window, categories, statuses } = sorted;
  return { window: window === null ? null : windowOf(window, clock), categories, statuses, level };
}

function windowOf({ startMs, endMs, fade }: NonNullable<SortedClauses["window"]>, clock: PointClock): PointWindow {
  return {
    ...{ startMs, endMs, isEmpty: !(startMs < endMs) },
    atStart: clock.from(startMs),
    afterStart: clock.after(startMs),
    atEnd: clock.from(endMs),
    afterEnd: clock.after(endMs),
    fade: fade === true && Number.isFinite(endMs - startMs),
  };
}
