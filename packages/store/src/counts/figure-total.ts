import { type FigureColumn, HEADLINE_RULES, type HeadlineRule, headlines, WhenWhereError } from "@whenwhere/model";
import type { Dataset } from "../columns/dataset.ts";
import type { Measure } from "../filter/figure-measure.ts";
import { CERTAIN, type FigureSum, type FigureTotal, HIDDEN } from "../types.ts";

/** The numbers of one measure by row, ready to be summed. NaN = nobody gave one. */
export interface MeasureNumbers extends Measure {
  readonly name: string;
  readonly rule: HeadlineRule;
  /** The number that the rule chooses. */
  readonly chosen: Float64Array;
}

/** Throws {@link WhenWhereError} `store/rule` for a rule that there is not. */
export function checkRule(rule: HeadlineRule): void {
  if (HEADLINE_RULES.includes(rule)) return;
  throw new WhenWhereError(
    "store/rule",
    `There is no rule "${String(rule)}" for the headline figure.`,
    `Use one of ${HEADLINE_RULES.join(", ")}.`,
  );
}

/** The headline numbers of all rows by a rule. Cost: one pass over the rows; with `median`, over the records. */
export function headlineNumbers(data: Dataset, name: string, rule: HeadlineRule): Float64Array {
  const column = data.figures !== undefined && Object.hasOwn(data.figures, name) ? data.figures[name] : undefined;
  const chosen = new Float64Array(data.columns.length).fill(Number.NaN);
  if (column === undefined && data.records === null) return chosen;
  const choose = column !== undefined && rule !== "median" ? columnRule(column, rule) : recordRule(data, name, rule);
  for (let row = 0; row < chosen.length; row++) chosen[row] = choose(row);
  return chosen;
}

function recordRule(data: Dataset, name: string, rule: HeadlineRule): (row: number) => number {
  return (row) =>
    headlines(data.incident(row).figures, rule).find(({ measure }) => measure === name)?.value ?? Number.NaN;
}

function columnRule({ low, best, high }: FigureColumn, rule: HeadlineRule): (row: number) => number {
  return (row) => {
    const numbers = [low[row] as number, best[row] as number, high[row] as number].filter(Number.isFinite);
    if (numbers.length === 0) return Number.NaN;
    if (rule === "lowest") return Math.min(...numbers);
    if (rule === "highest") return Math.max(...numbers);
    return Number.isNaN(best[row]) ? (numbers[0] as number) : (best[row] as number);
  };
}

/** Sums over the rows that are shown. Cost: one pass over the rows. */
export function figureTotal(numbers: MeasureNumbers, standing: Uint8Array): FigureTotal {
  const certain = emptySum();
  const possible = emptySum();
  for (let row = 0; row < standing.length; row++) {
    if (standing[row] === HIDDEN) continue;
    addRow(standing[row] === CERTAIN ? certain : possible, numbers, row);
  }
  return { measure: numbers.name, rule: numbers.rule, certain, possible };
}

type Running = { -readonly [K in keyof FigureSum]: FigureSum[K] };

function emptySum(): Running {
  return { rows: 0, unknown: 0, openEnded: 0, value: 0, low: 0, high: 0 };
}

function addRow(sum: Running, { low, high, chosen }: MeasureNumbers, row: number): void {
  const from = low[row] as number;
  if (Number.isNaN(from)) {
    sum.unknown++;
    return;
  }
  const to = high[row] as number;
  const value = chosen[row] as number;
  sum.rows++;
  sum.low += from;
  sum.value += Number.isNaN(value) ? from : value;
  if (to === Number.POSITIVE_INFINITY) sum.openEnded++;
  sum.high += to === Number.POSITIVE_INFINITY ? Math.max(from, Number.isNaN(value) ? from : value) : to;
}
