import type { Words } from "@whenwhere/view";

/** The numbers that a slider stops at, each by its place on the slider. The last stop stands for itself and all above it. */
export interface FigureSteps {
  readonly last: number;
  /** The least number that a bound at a stop lets through. */
  from(stop: number): number;
  /** The greatest; infinite at the last. */
  upTo(stop: number): number;
  fromWords(stop: number): string;
  upToWords(stop: number): string;
  /** The last stop that is not above a number. */
  stopOf(value: number): number;
}

/** 0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100 ...: fine where most figures are, and it reaches the largest. */
const FIRST_STEPS: readonly number[] = [0, 1, 2, 3, 5, 7];
const DECADE: readonly number[] = [1, 1.5, 2, 3, 5, 7];

function stepsTo(most: number): readonly number[] {
  const steps = [...FIRST_STEPS];
  for (let power = 10; (steps.at(-1) as number) < most; power *= 10) steps.push(...DECADE.map((one) => one * power));
  const end = steps.findIndex((step) => step >= most);
  return end < 0 ? steps : steps.slice(0, Math.max(2, end + 1));
}

/** Stops from nothing to the largest number that anybody states. */
export function figureSteps(most: number, words: Words): FigureSteps {
  const steps = stepsTo(most);
  const last = steps.length - 1;
  const from = (stop: number): number => steps[stop] as number;
  const fromWords = (stop: number): string => words.number(from(stop));
  return {
    last,
    from,
    upTo: (stop) => (stop >= last ? Number.POSITIVE_INFINITY : from(stop)),
    fromWords,
    upToWords: (stop) => (stop >= last ? words.t("card.figure.at-least", { n: fromWords(last) }) : fromWords(stop)),
    stopOf: (value) => Math.max(0, steps.filter((step) => step <= value).length - 1),
  };
}
