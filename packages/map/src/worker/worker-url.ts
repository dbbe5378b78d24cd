import { loadMapLibre } from "../layers/load-maplibre.ts";
import { workerSource } from "./worker-source.ts";

/** The part of MapLibre that knows where its worker is. */
export interface WorkerUrlHolder {
  getWorkerUrl(): string;
  setWorkerUrl(url: string): void;
}

/**
 * Gives MapLibre a worker unless the page has named one already. Bundlers lose MapLibre's own worker file without a word
 * and leave a blank map, so the worker travels as text and starts from a Blob URL. The URL lives as long as the document:
 * MapLibre starts workers again after its last map is gone. Under a policy without `worker-src blob:` name a file of your
 * own with {@link setMapWorkerUrl} or the option `workerUrl`.
 */
export async function ensureWorkerUrl(maplibre: WorkerUrlHolder, workerUrl?: string): Promise<void> {
  if (workerUrl !== undefined && workerUrl !== "") maplibre.setWorkerUrl(addressOf(workerUrl));
  if (maplibre.getWorkerUrl() !== "") return;
  const text = await workerSource();
  // Another map may have been faster while the text was loading.
  if (maplibre.getWorkerUrl() !== "") return;
  maplibre.setWorkerUrl(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

/**
 * Names the file of MapLibre's worker for all maps of the page, for a strict Content-Security-Policy. Copy
 * `maplibre-gl/dist/maplibre-gl-worker.mjs` of the installed version to your own origin and call this before the first map.
 */
export async function setMapWorkerUrl(url: string): Promise<void> {
  const maplibre = await loadMapLibre();
  maplibre.setWorkerUrl(addressOf(url));
}

/** As the page names it. */
function addressOf(url: string): string {
  return new URL(url, document.baseURI).href;
}
