import type { Camera } from "@whenwhere/store";
import type { SizePx } from "../../scene/plane.ts";

type KeptFor = readonly [camera: Camera, size: SizePx, form: string];

/**
 * The same viewport object as long as camera, size and form of the ground are the same, so that whatever was made of one can be kept by
 * it: names, and where they stand.
 */
export function keptViewport<V>(make: (...now: KeptFor) => V): (...now: KeptFor) => V {
  let last: { readonly for: KeptFor; readonly viewport: V } | null = null;
  return (...now) => {
    if (last === null || !isSame(last.for, now)) last = { for: now, viewport: make(...now) };
    return last.viewport;
  };
}

function isSame([camera, size, form]: KeptFor, [lastCamera, lastSize, lastForm]: KeptFor): boolean {
  return (
    form === lastForm &&
    camera.lon === lastCamera.lon &&
    camera.lat === lastCamera.lat &&
    camera.zoom === lastCamera.zoom &&
    size.widthPx === lastSize.widthPx &&
    size.heightPx === lastSize.heightPx
  );
}
