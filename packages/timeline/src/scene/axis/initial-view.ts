import { DAY_MS } from "@whenwhere/model";
import type { SceneStore, TimeSpan } from "../types.ts";
import { floorTo, nextAfter } from "./calendar.ts";
import { fullSpan, leastViewMs, statedSpan, statedTimes } from "./stated-extent.ts";

/** The first view holds at least this share of the dated records whole. */
const HOLDS = 0.8;
/** Where that share fills less of all dates than this, the others would squeeze it into an edge. */
const READS_WELL = 0.4;
const AIR = 0.05;
const NEIGHBOURS = 0.25;
const DAY = { unit: "day", count: 1 } as const;
/** Records that are looked at; of more, evenly spread ones in time order stand for their neighbours. */
const SAMPLE = 10_000;

/**
 * The span that a timeline shows first, chosen from the data so that most records can be read:
 *
 * 1. What a record states counts: both bounds, or the only one of an open date. Undated records have no say.
 * 2. The core is the tightest span that holds at least 80 % of the dated records whole; of equally tight ones the latest. It takes
 *    in those that lie whole within a quarter of its length on either side, so that no group is cut for the sake of a few.
 * 3. Does the core fill two fifths of all dates or more, or are all dates as short as a view may be, the view is all dates
 *    ({@link fullSpan}).
 * 4. Else it is the core with a twentieth of air on either side, at least five times the shortest date, moved to where dates
 *    are, on whole days when longer than ten. The others are counted before and after it.
 *
 * The reader's filters have no say, so that the picture does not jump. Cost O(n + s log s), s = at most 10,000.
 */
export function initialView(store: Pick<SceneStore, "columns" | "timeOrder">, stated = statedTimes(store)): TimeSpan {
  const full = fullSpan(store, stated);
  const spans = statedSpans(store);
  const tight = tightest(spans, Math.ceil(spans.length * HOLDS));
  if (tight === null) return full;
  const core = withNeighbours(tight, spans);
  const fullMs = full.endMs - full.startMs;
  const leastMs = leastViewMs(stated);
  if (fullMs <= leastMs || core.endMs - core.startMs >= fullMs * READS_WELL) return full;
  return padded(core, leastMs, full);
}

function withNeighbours(core: TimeSpan, spans: readonly Pair[]): TimeSpan {
  const reachMs = (core.endMs - core.startMs) * NEIGHBOURS;
  const near = spans.filter(([a, b]) => a >= core.startMs - reachMs && b <= core.endMs + reachMs);
  return near.reduce<TimeSpan>(
    (all, [a, b]) => ({ startMs: Math.min(all.startMs, a), endMs: Math.max(all.endMs, b) }),
    core,
  );
}

/** The core with its air, moved so that it does not run on where there are no dates at all. */
function padded(core: TimeSpan, leastMs: number, full: TimeSpan): TimeSpan {
  const coreMs = core.endMs - core.startMs;
  const airMs = Math.max(coreMs * AIR, (leastMs - coreMs) / 2);
  const lengthMs = coreMs + 2 * airMs;
  const latestMs = Math.max(full.endMs - lengthMs, full.startMs);
  const startMs = Math.min(Math.max(core.startMs - airMs, full.startMs), latestMs);
  const endMs = startMs + lengthMs;
  if (lengthMs < 10 * DAY_MS || !Number.isSafeInteger(Math.round(lengthMs))) return { startMs, endMs };
  return { startMs: floorTo(startMs, DAY), endMs: nextAfter(floorTo(endMs, DAY), DAY) };
}

/** Stated spans of the dated records, or of evenly spread ones among them. */
function statedSpans(store: Pick<SceneStore, "columns" | "timeOrder">): (readonly [number, number])[] {
  const step = Math.max(1, Math.ceil(store.columns.length / SAMPLE));
  const out: (readonly [number, number])[] = [];
  for (let i = 0; i < store.timeOrder.length; i += step) {
    const stated = statedSpan(store, store.timeOrder[i] as number);
    if (stated !== null) out.push(stated);
  }
  return out;
}

/**
 * The shortest span that holds `wanted` of the spans whole. Starts are tried from the last to the first, while a Fenwick
 * tree over the ranks of the ends tells which end is the `wanted`th. Cost O(n log n).
 */
function tightest(spans: readonly (readonly [number, number])[], wanted: number): TimeSpan | null {
  if (spans.length === 0) return null;
  const byStart = spans.map((_, i) => i).sort((a, b) => (spans[a] as Pair)[0] - (spans[b] as Pair)[0]);
  const byEnd = spans.map((_, i) => i).sort((a, b) => (spans[a] as Pair)[1] - (spans[b] as Pair)[1]);
  const rankOf = new Uint32Array(spans.length);
  byEnd.forEach((span, rank) => {
    rankOf[span] = rank;
  });
  const tree = new Uint32Array(spans.length + 1);
  let best: TimeSpan | null = null;
  for (let i = spans.length - 1, held = 1; i >= 0; i--, held++) {
    const span = byStart[i] as number;
    add(tree, rankOf[span] as number);
    if (held < wanted) continue;
    const startMs = (spans[span] as Pair)[0];
    const endMs = (spans[byEnd[nth(tree, wanted)] as number] as Pair)[1];
    if (best === null || endMs - startMs < best.endMs - best.startMs) best = { startMs, endMs };
  }
  return best;
}

type Pair = readonly [startMs: number, endMs: number];

function add(tree: Uint32Array, rank: number): void {
  for (let i = rank + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] as number) + 1;
}

/** Rank of the `n`th (from 1) that was added. */
function nth(tree: Uint32Array, n: number): number {
  let at = 0;
  let left = n;
  for (let step = 2 ** Math.floor(Math.log2(tree.length)); step >= 1; step /= 2) {
    const next = at + step;
    if (next >= tree.length || (tree[next] as number) >= left) continue;
    at = next;
    left -= tree[next] as number;
  }
  return at;
}
