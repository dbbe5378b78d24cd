import { WhenWhereError } from "@whenwhere/model";

/** The edges as numbers of our own. Throws {@link WhenWhereError} `store/edges`. */
export function checkedEdges(edgesMs: ArrayLike<number>): Float64Array {
  const edges = Float64Array.from(edgesMs);
  const isRising = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] as number)));
  if (edges.length >= 2 && isRising) return edges;
  throw new WhenWhereError(
    "store/edges",
    `${edges.length} histogram edges that are not finite and rising cannot hold a bin.`,
    "Give at least two finite edges in UTC milliseconds, each greater than the one before.",
  );
}
