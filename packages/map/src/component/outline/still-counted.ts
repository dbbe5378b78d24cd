import { HIDDEN, type Store } from "@whenwhere/store";
import { type Box, edgeBox, type MapScene, tagBox, widened } from "../../scene/index.ts";

/** Around a tag, so that its casing is clear too. */
const MARGIN_PX = 2;

/**
 * Boxes of the tags that an outline does not pale although they stand outside, or at the edge of the view: of areas with records
 * that the counts hold as possible, since what is known to an area only may have happened within. Their hatch is paled as the ground is.
 */
export function stillCounted(
  scene: Pick<MapScene, "areas" | "edges"> | null,
  store: Pick<Store, "standing">,
): readonly Box[] {
  if (scene === null || scene.areas.length + scene.edges.length === 0) return [];
  const { states } = store.standing();
  const counts = ({ rows }: { readonly rows: readonly number[] }) => rows.some((row) => states[row] !== HIDDEN);
  const boxes = [...scene.areas.filter(counts).map(tagBox), ...scene.edges.filter(counts).map(edgeBox)];
  return boxes.map((box) => widened(box, MARGIN_PX));
}
