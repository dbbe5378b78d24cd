import { h, replaceChildren, setHidden, setText } from "@whenwhere/view";
import { MARKED_POINTS } from "../../scene/index.ts";
import type { MapContext } from "../context.ts";
import { isDrawn } from "../ground/surface.ts";
import type { MapParts } from "../map-parts.ts";
import { groundCredit } from "../map-text.ts";
import { areaInForce } from "../outline/area-filter.ts";
import { stillCounted } from "../outline/still-counted.ts";

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

/** More points than a drawn ground shows: not while WebGL is still coming. */
function tellPoints({ records, options, notice, text }: MapContext): string | null {
  const isFinal = isDrawn(options.projection) || notice !== null;
  return isFinal && records.hasTooManyPoints ? text("tooManyPoints", { n: MARKED_POINTS }) : null;
}

/** A picture whose numbers do not add up has lost a record, or has one twice: nobody is to take it for whole. */
function tellLost({ records, text }: MapContext): string | null {
  const { shown, drawn, clustered, unplaced } = records.scene?.counts ?? {
    shown: 0,
    drawn: 0,
    clustered: 0,
    unplaced: 0,
  };
  const found = drawn + clustered + unplaced;
  return found === shown ? null : text("lostRecords", { found, shown });
}

/** Says on the map why its ground is not the one asked for. */
export function writeNotice(context: MapContext): void {
  const { frame, notice } = context;
  const said = [notice, tellPoints(context), tellLost(context)].filter((part) => part !== null).join(" ");
  setHidden(frame.notice, said === "");
  setText(frame.notice, said);
  if (said !== "") setHidden(frame.waiting, true);
}

/** The attribution of the ground on its own line, and of the records in the slot that nothing hides. */
export function writeCredit(context: MapContext, { credit, slot }: MapParts): void {
  writeGroundCredit(context, credit);
  slot.show(context.options.store, context.options);
}

/** A chosen ground tells what it wants to be named as when it is there. */
function writeGroundCredit({ ground, options, text }: MapContext, credit: HTMLElement): void {
  const said = groundCredit(text, options.worldview, ground.surface?.credit);
  if (credit.textContent !== said) replaceChildren(credit, h("bdi", null, said));
}
