/** The text of MapLibre's stylesheet, to be adopted by the root that holds the map (a document or a shadow root). */
export async function mapLibreStyles(): Promise<string> {
  const { default: text } = await import("maplibre-gl/dist/maplibre-gl.css?raw");
  return text;
}
