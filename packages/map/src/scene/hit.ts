import { tagBox } from "./glyphs/tag-placing.ts";
import { type Box, distanceToLine, insideRings, widened } from "./plane.ts";
import type {
  ArcGlyph,
  AreaGlyph,
  ClusterGlyph,
  DensityCell,
  EdgeGlyph,
  MapScene,
  PointGlyph,
  RingGlyph,
} from "./types.ts";

/** What lies under a point, and the rows it stands for. */
export type MapHit =
  | { readonly kind: "mark"; readonly glyph: PointGlyph; readonly rows: readonly number[] }
  | { readonly kind: "cluster"; readonly glyph: ClusterGlyph; readonly rows: readonly number[] }
  | { readonly kind: "tag" | "area"; readonly glyph: AreaGlyph; readonly rows: readonly number[] }
  | { readonly kind: "cell"; readonly glyph: DensityCell; readonly rows: readonly number[] }
  | { readonly kind: "edge"; readonly glyph: EdgeGlyph; readonly rows: readonly number[] }
  | { readonly kind: "ring"; readonly glyph: RingGlyph; readonly rows: readonly number[] }
  | { readonly kind: "arc"; readonly glyph: ArcGlyph; readonly rows: readonly number[] };

/** Half of the smallest target: 24 px across for a pointer, 44 px for a finger. */
export const POINTER_REACH_PX = 12;
export const FINGER_REACH_PX = 22;

/** The glyph on top at a point, in the order of drawing; null over bare map. Of several marks in reach, the nearest. */
export function hitMap(scene: MapScene, x: number, y: number, reachPx = POINTER_REACH_PX): MapHit | null {
  return (
    hitEdge(scene, x, y) ??
    hitPoints(scene, [x, y], reachPx) ??
    hitRing(scene, x, y) ??
    hitArc(scene, x, y) ??
    hitArea(scene, x, y) ??
    hitCell(scene, x, y)
  );
}

const holds = (box: Box, x: number, y: number): boolean => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

function hitEdge({ edges }: MapScene, x: number, y: number): MapHit | null {
  const glyph = edges.find(
    (edge) => Math.abs(edge.x - x) <= edge.widthPx / 2 && Math.abs(edge.y - y) <= Math.max(edge.heightPx, 24) / 2,
  );
  return glyph === undefined ? null : { kind: "edge", glyph, rows: glyph.rows };
}

function hitPoints(scene: MapScene, [x, y]: readonly [number, number], reachPx: number): MapHit | null {
  const hits: { distance: number; hit: MapHit }[] = [];
  for (const glyph of scene.marks) {
    const distance = Math.hypot(glyph.x - x, glyph.y - y);
    if (distance <= reachPx) hits.push({ distance, hit: { kind: "mark", glyph, rows: [glyph.row] } });
  }
  for (const glyph of scene.clusters) {
    const distance = Math.hypot(glyph.x - x, glyph.y - y);
    if (distance <= Math.max(reachPx, glyph.radiusPx + 3))
      hits.push({ distance, hit: { kind: "cluster", glyph, rows: glyph.rows } });
  }
  for (const glyph of scene.areas) {
    if (!holds(widened(tagBox(glyph), 3), x, y)) continue;
    hits.push({
      distance: Math.hypot(glyph.tag.x - x, glyph.tag.y - y),
      hit: { kind: "tag", glyph, rows: glyph.rows },
    });
  }
  hits.sort((a, b) => a.distance - b.distance);
  return hits[0]?.hit ?? null;
}

function hitRing({ rings }: MapScene, x: number, y: number): MapHit | null {
  const glyph = [...rings]
    .reverse()
    .find(({ outline, ...ring }) =>
      outline === undefined ? Math.hypot(ring.x - x, ring.y - y) <= ring.radiusPx : insideRings([outline], x, y),
    );
  return glyph === undefined ? null : { kind: "ring", glyph, rows: [glyph.row] };
}

function hitArc({ arcs }: MapScene, x: number, y: number): MapHit | null {
  const glyph = [...arcs].reverse().find((arc) => distanceToLine(arc.points, x, y) <= 6);
  return glyph === undefined ? null : { kind: "arc", glyph, rows: [glyph.row] };
}

/** Smaller areas lie on larger ones. */
function hitArea({ areas }: MapScene, x: number, y: number): MapHit | null {
  const glyph = [...areas]
    .reverse()
    .find(
      (area) =>
        insideRings(area.rings, x, y) ||
        area.lines.some((line) => distanceToLine(line, x, y) <= 6) ||
        (area.rings.length === 0 && area.radiusPx !== null && Math.hypot(area.x - x, area.y - y) <= area.radiusPx),
    );
  return glyph === undefined ? null : { kind: "area", glyph, rows: glyph.rows };
}

function hitCell({ density }: MapScene, x: number, y: number): MapHit | null {
  const glyph = density?.cells.find(({ ring }) => insideRings([ring], x, y));
  return glyph === undefined ? null : { kind: "cell", glyph, rows: glyph.rows };
}
