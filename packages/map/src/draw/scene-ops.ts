import type { MapScene } from "../scene/types.ts";
import { areaOps } from "./area-ops.ts";
import { densityOps } from "./density-ops.ts";
import { type MapLook, numbersOf } from "./map-look.ts";
import type { PaintOp } from "./paint-op.ts";
import { arcOps, clusterOps, joinOps, markOps, ringOps } from "./spot-ops.ts";
import { edgeOps, labelOps, leaderOps, tagOps } from "./tag-ops.ts";

/**
 * The scene as brush strokes, back to front: hatch, rings, names of the ground, joins, arcs, marks (possible, then certain), clusters,
 * tags, labels, the selected mark again, edge tags. Over a coloured ground its names come last: they would drown in it.
 */
export function sceneOps(scene: MapScene, given: MapLook, names: readonly PaintOp[] = []): PaintOp[] {
  const look = { ...given, numbers: given.numbers ?? numbersOf(given.locale) };
  const lifted = scene.marks.filter(({ selected }) => selected);
  return [
    ...densityOps(scene, look),
    ...areaOps(scene, look),
    ...ringOps(scene, look),
    ...(scene.density === undefined ? names : []),
    ...joinOps(scene, look),
    ...arcOps(scene, look),
    ...leaderOps(scene.areas, look),
    ...scene.marks.filter(({ selected }) => !selected).flatMap((mark) => markOps(mark, look)),
    ...scene.clusters.flatMap((cluster) => clusterOps(cluster, look)),
    ...scene.areas.flatMap((area) => tagOps(area, look)),
    ...scene.labels.flatMap((label) => labelOps(label, look)),
    ...lifted.flatMap((mark) => markOps(mark, look)),
    ...scene.edges.flatMap((edge) => edgeOps(edge, look)),
    ...(scene.density === undefined ? [] : names),
  ];
}
