/**
 * A file of a package as text. Vite resolves `?raw` by itself; the build of this package turns the same specifier
 * into string modules. In use: `maplibre-gl/dist/maplibre-gl-worker.mjs?raw`.
 */
declare module "*?raw" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the specifier's meaning is fixed by the bundlers
  export default text;
}
