import type { Map as MapLibreMap } from "maplibre-gl";

/** A lost context that does not come back within this time is given up. */
const LOST_GRACE_MS = 4000;

/** What happens to the WebGL context of a map. */
export interface ContextListener {
  /** It is lost, for a while or for good. */
  readonly onGone: () => void;
  readonly onBack: () => void;
  /** It did not come back in time. */
  readonly onLost: () => void;
}

/** Tells what happens to the context of a map. What is returned ends the wait for one that is lost. */
export function watchContext(map: MapLibreMap, { onGone, onBack, onLost }: ContextListener): () => void {
  let wait: ReturnType<typeof setTimeout> | undefined;
  const stopWaiting = () => clearTimeout(wait);
  map.on("webglcontextlost", () => {
    onGone();
    stopWaiting();
    wait = setTimeout(onLost, LOST_GRACE_MS);
  });
  map.on("webglcontextrestored", () => {
    stopWaiting();
    onBack();
  });
  return stopWaiting;
}
