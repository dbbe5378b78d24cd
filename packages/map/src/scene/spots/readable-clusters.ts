import type { Frame } from "../frame.ts";
import { type Holding, joined } from "../holding.ts";
import type { Point } from "../plane.ts";
import type { ClusterGlyph } from "../types.ts";

/** The rings of two bubbles may lie over each other by so much: the number of each is free. */
const OVERLAP_PX = 3;

/** Draws rows as a bubble. */
export type MakeCluster = (
  frame: Frame,
  of: { readonly key: string; readonly held: Holding; readonly at: Point },
) => ClusterGlyph;

/**
 * Bubbles of which one would cover the number of the other, counted as one where the first of them stands. Groups keep apart in
 * the Mercator square, which the edge of a globe squeezes together.
 *
 * Groups come with most rows first, shown or not: so a bubble's place does not depend on filters.
 */
export function readableClusters(frame: Frame, clusters: readonly ClusterGlyph[], make: MakeCluster): ClusterGlyph[] {
  const apart: ClusterGlyph[][] = [];
  for (const glyph of clusters) {
    const near = apart.find(([first]) => covers(first as ClusterGlyph, glyph));
    if (near === undefined) apart.push([glyph]);
    else near.push(glyph);
  }
  if (apart.length === clusters.length) return [...clusters];
  // A bubble that took in others is larger: it may cover a further one.
  return readableClusters(
    frame,
    apart.map((parts) => together(frame, parts, make)),
    make,
  );
}

function covers(a: ClusterGlyph, b: ClusterGlyph): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) < a.radiusPx + b.radiusPx - OVERLAP_PX;
}

function together(frame: Frame, parts: readonly ClusterGlyph[], make: MakeCluster): ClusterGlyph {
  const [first] = parts as readonly [ClusterGlyph];
  if (parts.length === 1) return first;
  return make(frame, { key: first.key, held: joined(parts.map(heldBy)), at: [first.x, first.y] });
}

/** The rows of a bubble. They are not gathered for it. */
export function heldBy(glyph: ClusterGlyph): Holding {
  const { count, certain, possible, selected, hovered } = glyph;
  const shares = glyph.shares.map(({ category, precise, imprecise }) => ({
    category,
    count: precise + imprecise,
    imprecise,
  }));
  return { ...{ count, certain, possible, selected, hovered }, shares, rows: () => glyph.rows };
}
