import { WhenWhereError } from "@whenwhere/model";
import { instantEndMs } from "../columns/time-order.ts";
import { CERTAIN, type Columns, DATE_BITS, HIDDEN, type Histogram } from "../types.ts";
import { type BinFinder, binFinder } from "./bin-finder.ts";

/** What a histogram is made of. */
export interface HistogramInput {
  readonly columns: Columns;
  readonly standing: Uint8Array;
  readonly extentMs: readonly [startMs: number, endMs: number] | null;
  /** Only rows of this category. */
  readonly category?: number | undefined;
}

interface Sums {
  readonly certain: Float64Array;
  readonly spread: Float64Array;
  before: number;
  after: number;
  undated: number;
}

/**
 * Rows by bins of time. A row that surely passes and whose outer span, not marked uncertain, lies in one bin counts there as
 * certain; every other row is spread uniformly over its outer span, and what falls outside the edges counts as before or
 * after. An open or unknown side ends, for the spreading only, at the finite extent of the data; a row that lies wholly
 * beyond it is taken as an instant at its finite side; with no finite bound in the data, it fills the edges.
 *
 * Law: the sums over bins + before + after + undated = shown rows (of the category), to 1e-9 of a row.
 * Throws {@link WhenWhereError} `store/edges`. Cost: one pass over the rows, and one step per bin that a span covers.
 */
export function timeHistogram(input: HistogramInput, edgesMs: ArrayLike<number>): Histogram {
  const edges = checkedEdges(edgesMs);
  const bins = edges.length - 1;
  const sums: Sums = {
    certain: new Float64Array(bins),
    spread: new Float64Array(bins),
    before: 0,
    after: 0,
    undated: 0,
  };
  const { columns, standing, category } = input;
  const find = binFinder(edges);
  for (let row = 0; row < standing.length; row++) {
    const state = standing[row] as number;
    if (state === HIDDEN || (category !== undefined && columns.category[row] !== category)) continue;
    if (Number.isNaN(columns.outerStartMs[row])) {
      sums.undated++;
      continue;
    }
    addRow(sums, { input, edges, find }, row);
  }
  return { edgesMs: edges, ...sums };
}

function checkedEdges(edgesMs: ArrayLike<number>): Float64Array {
  const edges = Float64Array.from(edgesMs);
  const isRising = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] as number)));
  if (edges.length >= 2 && isRising) return edges;
  throw new WhenWhereError(
    "store/edges",
    `${edges.length} histogram edges that are not finite and rising cannot hold a bin.`,
    "Give at least two finite edges in UTC milliseconds, each greater than the one before.",
  );
}

interface Grid {
  readonly input: HistogramInput;
  readonly edges: Float64Array;
  readonly find: BinFinder;
}

function addRow(sums: Sums, grid: Grid, row: number): void {
  const { columns, standing } = grid.input;
  const { edges, find } = grid;
  const startMs = columns.outerStartMs[row] as number;
  const endMs = columns.outerEndMs[row] as number;
  const firstMs = edges[0] as number;
  const lastMs = edges[edges.length - 1] as number;
  if (endMs <= firstMs) sums.before++;
  else if (startMs >= lastMs) sums.after++;
  else if (startMs >= firstMs && endMs <= (edges[find(startMs) + 1] as number)) {
    const isUncertain = ((columns.dateBits[row] as number) & DATE_BITS.uncertain) !== 0;
    add(standing[row] === CERTAIN && !isUncertain ? sums.certain : sums.spread, find(startMs), 1);
  } else spreadRow(sums, grid, finiteSpan(grid, startMs, endMs));
}

function finiteSpan(grid: Grid, startMs: number, endMs: number): readonly [number, number] {
  if (Number.isFinite(startMs) && Number.isFinite(endMs)) return [startMs, endMs];
  const { edges } = grid;
  const [lowMs, highMs] = grid.input.extentMs ?? [edges[0] as number, edges[edges.length - 1] as number];
  const fromMs = Number.isFinite(startMs) ? startMs : lowMs;
  const toMs = Number.isFinite(endMs) ? endMs : highMs;
  if (fromMs < toMs) return [fromMs, toMs];
  if (Number.isFinite(startMs)) return [startMs, instantEndMs(startMs)];
  return [endMs - (instantEndMs(endMs) - endMs), endMs];
}

function spreadRow(sums: Sums, grid: Grid, span: readonly [startMs: number, endMs: number]): void {
  const { edges, find } = grid;
  const [startMs, endMs] = span;
  const lengthMs = endMs - startMs;
  const firstMs = edges[0] as number;
  const lastMs = edges[edges.length - 1] as number;
  if (startMs < firstMs) sums.before += (Math.min(endMs, firstMs) - startMs) / lengthMs;
  if (endMs > lastMs) sums.after += (endMs - Math.max(startMs, lastMs)) / lengthMs;
  if (endMs <= firstMs || startMs >= lastMs) return;
  for (let bin = startMs <= firstMs ? 0 : find(startMs); bin < edges.length - 1; bin++) {
    const fromMs = Math.max(startMs, edges[bin] as number);
    const toMs = Math.min(endMs, edges[bin + 1] as number);
    if (toMs > fromMs) add(sums.spread, bin, (toMs - fromMs) / lengthMs);
    if (endMs <= (edges[bin + 1] as number)) return;
  }
}

function add(bins: Float64Array, bin: number, share: number): void {
  bins[bin] = (bins[bin] as number) + share;
}
