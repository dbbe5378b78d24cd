import { h, replaceChildren, setHidden } from "@whenwhere/view";
import type { MapContext } from "../context.ts";
import type { MapParts } from "../map-parts.ts";
import { groundCredit } from "../map-text.ts";
import { areaInForce } from "../outline/area-filter.ts";
import { stillCounted } from "../outline/still-counted.ts";
import { writeNotice } from "./notice.ts";

/** Draws the records over the ground as it stands now, and everything that depends on where they stand. */
export function drawPicture(context: MapContext, parts: MapParts): void {
  const { ground, records, emitter } = context;
  const { surface } = ground;
  if (surface === null) return;
  const viewport = surface.viewport();
  if (viewport.widthPx === 0 || viewport.heightPx === 0) return;
  // MapLibre renders several times for one camera, while its tiles come in; the records need that once.
  if (viewport === context.drawnFor) return;
  context.drawnFor = viewport;
  setHidden(context.frame.waiting, true);
  const scene = records.draw(viewport);
  // A glide may go on as the ground draws its points, and the records were drawn there: they are not left where it was before.
  if (context.drawnFor !== null && context.drawnFor !== viewport) {
    context.drawnFor = null;
    drawPicture(context, parts);
    return;
  }
  writeNotice(context);
  writeGroundCredit(context, parts.credit);
  // Nothing is counted for a picture that shows no record yet: the first one is waited for.
  if (scene === null) return;
  parts.around.ask();
  parts.scale.update(viewport, surface.camera);
  parts.legend.update(scene);
  const area = areaInForce(context);
  parts.box.update(area, surface, area === null ? [] : stillCounted(context.records.scene, context.options.store));
  parts.tools.update();
  parts.cursor.update();
  emitter.emit("draw", scene.counts);
}

/** The attribution of the ground on its own line, and of the records in the slot that nothing hides. */
export function writeCredit(context: MapContext, { credit, slot }: MapParts): void {
  writeGroundCredit(context, credit);
  slot.show(context.options.store, context.options);
}

/** A chosen ground tells what it wants to be named as when it is there. */
function writeGroundCredit({ ground, options, text, said }: MapContext, credit: HTMLElement): void {
  const now = groundCredit(text, options.worldview, ground.surface?.credit);
  if (now === said.credit) return;
  said.credit = now;
  replaceChildren(credit, h("bdi", null, now));
}
