import type { Map as MapLibreMap } from "maplibre-gl";
import type { SurfaceListener } from "../component/ground/surface.ts";

/** Where a ground comes from. */
interface Coming {
  /** Out of the library: nothing but its worker can be at fault, and no tile will come. */
  readonly isInside: boolean;
}

/** What MapLibre's own words do not say: what the author of the page can do. */
const REMEDY = "Name the file of MapLibre's worker: map-worker-url, or the option workerUrl.";

/**
 * Tells when a ground is complete. One of which no tile came is none, whether its address or its worker is at fault, and the other one
 * stays; one with gaps is shown, and they are told.
 */
export function watchComing(map: MapLibreMap, listener: SurfaceListener, { isInside }: Coming): void {
  let phase: "coming" | "here" | "refused" = "coming";
  let hasStyle = false;
  let tiles = 0;
  let fault: string | null = null;
  const refuse = (reason: string) => {
    phase = "refused";
    listener.onRefused(isInside ? `${reason} ${REMEDY}` : reason);
  };
  map.on("style.load", () => {
    hasStyle = true;
  });
  map.on("sourcedata", ({ tile }) => {
    if (tile !== undefined) tiles++;
  });
  map.on("error", ({ error }) => {
    fault ??= error.message;
    if (phase === "refused") return;
    if (phase === "coming" && (!hasStyle || (isInside && tiles === 0))) refuse(error.message);
    else listener.onError(error.message);
  });
  map.once("idle", () => {
    if (phase !== "coming") return;
    if (fault !== null && tiles === 0) return refuse(fault);
    phase = "here";
    listener.onReady();
    if (fault !== null) listener.onError(fault);
  });
}
