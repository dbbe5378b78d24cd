/** The text of MapLibre's worker, of the very version that is installed. Half a megabyte: loaded with the first GL map only. */
export async function workerSource(): Promise<string> {
  const { default: text } = await import("maplibre-gl/dist/maplibre-gl-worker.mjs?raw");
  return text;
}
