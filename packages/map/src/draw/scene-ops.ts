import type { MapScene } from "../scene/types.ts";
import { areaOps } from "./area-ops.ts";
import { densityOps } from "./density-ops.ts";
import { type MapLook, numbersOf } from "./map-look.ts";
import type { PaintOp } from "./paint-op.ts";
import { arcOps, clusterOps, joinOps, markOps, ringOps } from "./spot-ops.ts";
import { edgeOps, labelOps, leaderOps, tagOps } from "./tag-ops.ts";

/**
 * The scene as brush strokes, back to front: hatch, rings, joins, arcs, marks (possible, then certain), clusters, tags,
 * labels, the selected mark again, edge tags.
 */
export function sceneOps(scene: MapScene, given: MapLook): PaintOp[] {
  const look = { ...given, numbers: given.numbers ?? numbersOf(given.locale) };
  const lifted = scene.marks.filter(({ selected }) => selected);
  return [
    ...densityOps(scene, look),
    ...areaOps(scene, look),
    ...ringOps(scene, look),
    ...joinOps(scene, look),
    ...arcOps(scene, look),
    ...leaderOps(scene.areas, look),
    ...scene.marks.filter(({ selected }) => !selected).flatMap((mark) => markOps(mark, look)),
    ...scene.clusters.flatMap((cluster) => clusterOps(cluster, look)),
    ...scene.areas.flatMap((area) => tagOps(area, look)),
    ...scene.labels.flatMap((label) => labelOps(label, look)),
    ...lifted.flatMap((mark) => markOps(mark, look)),
    ...scene.edges.flatMap((edge) => edgeOps(edge, look)),
  ];
}
