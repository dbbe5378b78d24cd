import type { Camera } from "@whenwhere/store";
import type { CameraMoves, MapContext } from "../context.ts";
import { fittedCamera } from "./fitted-camera.ts";

/** Pan and zoom settle within this time. */
export const SETTLE_MS = 180;
const MARGIN_PX = 24;
/** Closer than this a cluster does not come apart. */
const CLOSEST_ZOOM = 11.5;

function sizeOf({ frame }: MapContext) {
  return { widthPx: frame.stage.clientWidth, heightPx: frame.stage.clientHeight };
}

/** The camera that a map begins with: the one that was asked for last, or that of all shown records. */
export function startingCamera(context: MapContext): Camera {
  return context.asked ?? fittedCamera(context, sizeOf(context));
}

/** Makes the moves of a map. */
export function createCameraMoves(context: MapContext): CameraMoves {
  const { ground, records } = context;
  const moved = () => {
    context.placed = true;
  };
  const moveTo = (camera: Camera, durationMs = 0) => {
    moved();
    context.asked = camera;
    ground.surface?.moveTo(camera, durationMs);
  };
  const flyTo = ([lon, lat]: readonly [number, number]) => {
    const zoom = ground.surface?.camera.zoom ?? 2;
    moveTo({ lon, lat, zoom }, SETTLE_MS * 2);
  };
  return {
    moveTo,
    flyTo,
    panBy: (dxPx, dyPx, durationMs = 0) => {
      moved();
      ground.surface?.panBy(dxPx, dyPx, durationMs);
    },
    zoomBy: (levels, at, durationMs = 0) => {
      moved();
      const { widthPx, heightPx } = sizeOf(context);
      ground.surface?.zoomBy(levels, at ?? [widthPx / 2, heightPx / 2], durationMs);
    },
    fit: (durationMs = 0) => {
      context.placed = false;
      context.asked = null;
      if (context.options.store.state.camera !== null) context.options.store.setCamera(null);
      ground.surface?.moveTo(fittedCamera(context, sizeOf(context)), durationMs);
    },
    zoomTo: (bounds) => {
      const [west, south, east, north] = bounds;
      const now = ground.surface?.camera;
      if (now === undefined || (west === east && south === north)) return false;
      const camera = fittedCamera(context, sizeOf(context), bounds);
      const zoom = Math.min(CLOSEST_ZOOM, camera.zoom);
      if (zoom <= now.zoom + 0.2) return false;
      moveTo({ ...camera, zoom }, SETTLE_MS * 2);
      return true;
    },
    reveal: (row) => {
      const anchor = records.placed.get(row);
      if (anchor === undefined) return;
      if (anchor.beyond !== null) return flyTo(anchor.beyond);
      const { widthPx, heightPx } = sizeOf(context);
      const inside =
        anchor.x >= MARGIN_PX &&
        anchor.y >= MARGIN_PX &&
        anchor.x <= widthPx - MARGIN_PX &&
        anchor.y <= heightPx - MARGIN_PX;
      if (inside) return;
      const place = ground.surface?.unproject(anchor.x, anchor.y);
      if (place != null) flyTo(place);
    },
  };
}
