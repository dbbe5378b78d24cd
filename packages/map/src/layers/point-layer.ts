import type { CustomLayerInterface, Map as MapLibreMap } from "maplibre-gl";
import type { PointRows } from "../scene/points/point-rows.ts";
import { createPointDrawer, type PointPicture } from "./point-drawer.ts";

/** Draws points into the ground. Owned by the surface, which ends it. */
export interface PointPainter {
  /** True when the points are on the graphics processor; else they are brought there, a slice at a time, and `onReady` follows. */
  prepare(points: PointRows, onReady: () => void): boolean;
  /**
   * Draws a picture in this frame; null draws none. Costs some uniforms; bytes only where `under` or the look is another. As long as
   * the camera stands MapLibre draws its ground once for all of them.
   */
  show(picture: PointPicture | null): void;
  destroy(): void;
}

const LAYER = "ww-points";

/** Makes the painter of a map. Its layer is added when points are first asked for, and again when a lost context came back. */
export function createPointPainter(map: MapLibreMap, onFault: (reason: string) => void): PointPainter {
  const drawer = createPointDrawer(map);
  let picture: PointPicture | null = null;
  let waiting: { readonly points: PointRows; readonly onReady: () => void } | null = null;
  /** The style can take layers; not so before it is read, nor between the loss of a context and its return. */
  let open = false;
  /** MapLibre is drawing: another drawing inside of it has to wait for the next frame. */
  let rendering = false;
  let broken = false;

  const layer: CustomLayerInterface = {
    id: LAYER,
    type: "custom",
    onAdd: (_, gl) => drawer.begin(gl as WebGL2RenderingContext),
    onRemove: () => drawer.end(),
    render: (_, args) => {
      if (broken) return;
      try {
        drawer.draw(picture, args);
      } catch (error) {
        broken = true;
        onFault(error instanceof Error ? error.message : String(error));
      }
    },
  };
  const load = () => {
    const points = waiting?.points ?? picture?.points;
    if (!open || points === undefined) return;
    if (map.getLayer(LAYER) === undefined) map.addLayer(layer);
    drawer.load(points, () => {
      const done = waiting;
      waiting = null;
      map.triggerRepaint();
      done?.onReady();
    });
  };
  const onStyle = () => {
    open = true;
    load();
  };
  // MapLibre warns of layers that a lost context takes along; this one is added again, so it leaves before.
  const leave = () => {
    drawer.forget();
    if (open && map.getLayer(LAYER) !== undefined) map.removeLayer(LAYER);
    open = false;
  };
  const onRender = () => {
    rendering = true;
    queueMicrotask(() => {
      rendering = false;
    });
  };
  const container = map.getContainer();
  container.addEventListener("webglcontextlost", leave, true);
  map.on("style.load", onStyle);
  map.on("render", onRender);
  map.on("move", drawer.dropGround);
  return {
    prepare(points, onReady) {
      if (broken) return false;
      if (drawer.holds(points)) return true;
      if (waiting?.points === points) return false;
      waiting = { points, onReady };
      load();
      return false;
    },
    show(next) {
      const same = next === picture || (next !== null && picture !== null && isSame(next, picture));
      picture = next;
      if (same || !open) return;
      if (rendering) map.triggerRepaint();
      else if (next === null || !drawer.drawAgain(next)) {
        drawer.wantGround();
        map.redraw();
      }
    },
    destroy() {
      container.removeEventListener("webglcontextlost", leave, true);
      map.off("style.load", onStyle);
      map.off("render", onRender);
      map.off("move", drawer.dropGround);
      drawer.end();
      open = false;
      picture = null;
      waiting = null;
    },
  };
}

function isSame(a: PointPicture, b: PointPicture): boolean {
  const [one, other] = [a.question, b.question];
  return (
    a.points === b.points &&
    a.under === b.under &&
    a.theme === b.theme &&
    a.styles === b.styles &&
    one.statuses === other.statuses &&
    String(one.categories) === String(other.categories) &&
    one.window?.startMs === other.window?.startMs &&
    one.window?.endMs === other.window?.endMs &&
    one.window?.fade === other.window?.fade
  );
}
