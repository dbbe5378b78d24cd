import type { Camera } from "@whenwhere/store";
import type { SizePx } from "./mercator.ts";

/**
 * The same viewport object as long as camera, size and form of the ground are the same, so that whatever was made of one can be kept by
 * it: names, and where they stand.
 */
export function keptViewport<V>(
  make: (camera: Camera, size: SizePx, form: string) => V,
): (camera: Camera, size: SizePx, form: string) => V {
  let last: { readonly key: string; readonly viewport: V } | null = null;
  return (camera, size, form) => {
    const key = [form, camera.lon, camera.lat, camera.zoom, size.widthPx, size.heightPx].join("/");
    if (last?.key !== key) last = { key, viewport: make(camera, size, form) };
    return last.viewport;
  };
}
