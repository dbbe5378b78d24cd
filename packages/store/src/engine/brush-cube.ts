import type { Cube } from "./engine.ts";

/** What the bits of a sort of rows in a {@link Cube} say. */
export const CUBE_BITS = {
  /** Only possible under the clauses of the cube. */
  unsure: 1,
  /** The date is marked uncertain: lying inside the brush does not make it certain. */
  uncertain: 2,
  /** Without a date: possible under every brush. */
  undated: 4,
} as const;

/** Rows by group of a cube under one brush. */
export interface BrushedCube {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
}

/**
 * The counts under a brush from one edge of the cube to another (indexes into `edgesMs`; a brush that does not go forward
 * holds nothing but undated rows). Exactly the counts of a window clause between these two instants. `into` is written
 * over, so that a moving brush leaves no garbage. Cost: one step per sort of rows.
 */
export function brushCube(
  cube: Cube,
  brush: { readonly fromEdge: number; readonly toEdge: number },
  into: BrushedCube = { certain: new Uint32Array(cube.groupCount), possible: new Uint32Array(cube.groupCount) },
): BrushedCube {
  const { fromEdge, toEdge } = brush;
  const { group, start, end, coreStart, coreEnd, bits, rows } = cube;
  const { certain, possible } = into;
  certain.fill(0);
  possible.fill(0);
  const isEmpty = fromEdge >= toEdge;
  for (let i = 0; i < cube.length; i++) {
    const kind = bits[i] as number;
    const at = group[i] as number;
    const from = start[i] as number;
    const to = end[i] as number;
    const isUndated = (kind & CUBE_BITS.undated) !== 0;
    if (!isUndated && (isEmpty || from > toEdge || to <= fromEdge)) continue;
    const isHeld = from > fromEdge && to <= toEdge && (kind & CUBE_BITS.uncertain) === 0;
    const isSure = isHeld || ((coreStart[i] as number) <= toEdge && (coreEnd[i] as number) > fromEdge);
    const counts = isSure && !isUndated && (kind & CUBE_BITS.unsure) === 0 ? certain : possible;
    counts[at] = (counts[at] as number) + (rows[i] as number);
  }
  return into;
}
