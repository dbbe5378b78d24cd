/**
 * MapLibre, which whoever makes the page installs beside the library; without it maps are drawn, only without WebGL. A bundler
 * that does not find it leaves the question to the page, since the refusal is taken here.
 */
export function loadMapLibre(): Promise<typeof import("maplibre-gl")> {
  return import("maplibre-gl").catch((cause: unknown) => {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`maplibre-gl was not loaded (${words}). Install it beside whenwhere: npm install maplibre-gl`, {
      cause,
    });
  });
}
