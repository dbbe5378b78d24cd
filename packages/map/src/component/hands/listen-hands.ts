import type { MapContext } from "../context.ts";
import type { MapParts } from "../map-parts.ts";
import { setDrawn } from "../outline/area-filter.ts";
import { boxClause, isMeant } from "../outline/box-brush.ts";
import { boxAround, lassoClause } from "../outline/lasso.ts";
import { listenToGestures } from "./gestures.ts";

/** What a pointer does on the map: move it, point at records, draw a box or an outline. */
export function listenHands(
  context: MapContext,
  { moves, pointing, popup, box }: Pick<MapParts, "moves" | "pointing" | "popup" | "box">,
): () => void {
  const { frame } = context;
  return listenToGestures(
    frame.hands,
    {
      onPan: (dxPx, dyPx) => {
        popup.close();
        moves.panBy(dxPx, dyPx);
      },
      onZoom: (levels, at) => {
        popup.close();
        moves.zoomBy(levels, at);
      },
      onTap: pointing.tap,
      onHover: pointing.hover,
      onBox: (drawn, done, line) => {
        const free = context.drag === "lasso";
        if (done && drawn !== null && isMeant(free ? boxAround(line) : drawn)) {
          setDrawn(context, (surface) => (free ? lassoClause(surface, line) : boxClause(surface, drawn)));
        }
        if (done) context.invalidate();
        else if (free) box.drawLine(line);
        else box.draw(drawn);
      },
    },
    { selecting: () => context.drag !== "pan", cooperative: () => context.options.cooperativeGestures },
  );
}
