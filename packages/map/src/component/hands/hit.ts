import { type DensityCell, hitMap, type MapScene } from "../../scene/index.ts";

/** What stands under a pixel, in the terms of the map's hands. */
export interface Hit {
  /** Stable as long as the glyph is the same. */
  readonly key: string;
  readonly rows: readonly number[];
  /** Name of an area or of what lies beyond the view; null for marks and clusters. */
  readonly name: string | null;
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** Extent of a cluster in degrees; null for everything else. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number] | null;
  /** The hexagon of a coloured ground. */
  readonly cell?: DensityCell;
  /** Where to look for places beyond the view. */
  readonly beyond: readonly [lon: number, lat: number] | null;
}

/** A pixel that is meant, and how far from it what is meant may stand. */
export interface Aim {
  readonly at: readonly [x: number, y: number];
  readonly reachPx: number;
}

/** The glyph on top at a pixel; null over bare ground. */
function hitAt(scene: MapScene, { at, reachPx }: Aim): Hit | null {
  const found = hitMap(scene, at[0], at[1], reachPx);
  if (found === null) return null;
  const { rows } = found;
  const key = `${found.kind}/${rows[0]}/${rows.length}`;
  const plain = { key, rows, name: null, bounds: null, beyond: null };
  switch (found.kind) {
    case "mark":
      return { ...plain, x: found.glyph.x, y: found.glyph.y, radiusPx: 8 };
    case "ring":
      return { ...plain, x: found.glyph.x, y: found.glyph.y, radiusPx: found.glyph.radiusPx };
    case "arc":
      return { ...plain, x: at[0], y: at[1], radiusPx: 6 };
    case "cluster": {
      const { x, y, radiusPx, bounds } = found.glyph;
      return { ...plain, x, y, radiusPx, bounds };
    }
    case "cell": {
      const { x, y } = found.glyph;
      return { ...plain, key: `cell/${found.glyph.key}`, x, y, radiusPx: 12, cell: found.glyph };
    }
    case "tag":
    case "area":
      return { ...plain, name: found.glyph.name, x: found.glyph.tag.x, y: found.glyph.tag.y, radiusPx: 14 };
    case "edge": {
      const { x, y, name, heightPx, lon, lat } = found.glyph;
      return { ...plain, name, x, y, radiusPx: heightPx / 2, beyond: [lon, lat] };
    }
  }
}

/**
 * The glyph on top at a pixel, or the point that the ground has in it: points lie above rings, arcs and areas and below bubbles and tags.
 * A mark is a point as well when it is in a frame: then all that stand on its spot are meant. Null over bare ground.
 */
export function hitOver(scene: MapScene, aim: Aim, pick: () => Hit | null): Hit | null {
  const { at } = aim;
  const found = hitAt(scene, aim);
  if (found !== null && /^(cluster|tag|edge)\//.test(found.key)) return found;
  const picked = pick();
  if (found === null || picked === null) return picked ?? found;
  const away = ({ x, y }: Hit) => Math.hypot(x - at[0], y - at[1]);
  return found.key.startsWith("mark/") && away(found) < away(picked) - 0.5 ? found : picked;
}
