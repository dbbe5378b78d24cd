import { civilDateOf, DAY_MS, dayNumberOf } from "@whenwhere/model";

/** How far one step of a player goes, on the calendar of UTC days. */
export type PlayerStep = "hour" | "day" | "week" | "month" | "quarter" | "year" | "decade" | "century";

/** All steps, the shortest first. */
export const PLAYER_STEPS: readonly PlayerStep[] = [
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
];

const HOUR_MS = 3_600_000;
/** Monday, 5 January 1970. */
const MONDAY_MS = 4 * DAY_MS;
const FIXED_MS = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const;
const MONTHS = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 } as const;
const MEAN_MONTH_MS = 30.436875 * DAY_MS;
/** A run of more steps than this is given a longer step: nobody watches it, and its edges have to be held. */
const MOST_STEPS = 20_000;
/** A run that chooses its step by itself has about so many at most. */
const WATCHED_STEPS = 120;

/** Mean length of a step. */
export function meanStepMs(step: PlayerStep): number {
  return isFixed(step) ? FIXED_MS[step] : MONTHS[step] * MEAN_MONTH_MS;
}

function isFixed(step: PlayerStep): step is keyof typeof FIXED_MS {
  return step in FIXED_MS;
}

/** By our own calendar: that of the platform ends 273,000 years from now. */
function monthMs(month: number): number {
  const year = Math.floor(month / 12);
  return dayNumberOf(year, month - 12 * year + 1, 1) * DAY_MS;
}

/** The step at which a span is seen in some dozens of frames. */
export function fittingStep(startMs: number, endMs: number): PlayerStep {
  return PLAYER_STEPS.find((step) => (endMs - startMs) / meanStepMs(step) <= WATCHED_STEPS) ?? "century";
}

/** The step asked for, or the next longer one that needs no more than {@link MOST_STEPS}. */
export function boundedStep(startMs: number, endMs: number, step: PlayerStep): PlayerStep {
  const longer = PLAYER_STEPS.slice(PLAYER_STEPS.indexOf(step));
  return longer.find((one) => (endMs - startMs) / meanStepMs(one) <= MOST_STEPS) ?? "century";
}

/**
 * Edges of whole steps of the calendar that cover `[startMs, endMs)`: rising, the first at or before the start, the last at
 * or after the end. At least two. Of more than {@link MOST_STEPS} centuries ten, a hundred or more are one step.
 */
export function stepEdges(startMs: number, endMs: number, step: PlayerStep): readonly number[] {
  const edgeAt = isFixed(step) ? fixedEdges(startMs, step) : monthEdges(startMs, monthsOf(step, endMs - startMs));
  const edges = [edgeAt(0)];
  while (edges.length < 2 || (edges.at(-1) as number) < endMs) edges.push(edgeAt(edges.length));
  return edges;
}

type EdgeAt = (index: number) => number;

function fixedEdges(startMs: number, step: keyof typeof FIXED_MS): EdgeAt {
  const size = FIXED_MS[step];
  const origin = step === "week" ? MONDAY_MS : 0;
  const first = origin + Math.floor((startMs - origin) / size) * size;
  return (index) => first + index * size;
}

function monthsOf(step: keyof typeof MONTHS, lengthMs: number): number {
  const tooMany = lengthMs / meanStepMs(step) / MOST_STEPS;
  return MONTHS[step] * 10 ** Math.max(0, Math.ceil(Math.log10(tooMany)));
}

function monthEdges(startMs: number, months: number): EdgeAt {
  const { year, month } = civilDateOf(Math.floor(startMs / DAY_MS));
  const first = Math.floor((year * 12 + month - 1) / months) * months;
  return (index) => monthMs(first + index * months);
}
