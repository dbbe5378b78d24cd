import type { Clause } from "@whenwhere/store";
import type { MapContext } from "../context.ts";
import type { MapSurface } from "../ground/surface.ts";
import { MAP_SOURCE } from "../map-source.ts";
import { boxClause } from "./box-brush.ts";

/** The map's own box or outline, when it filters. */
export function areaInForce(context: MapContext): Extract<Clause, { kind: "bbox" | "lasso" }> | null {
  const clause = context.options.store.state.clauses[MAP_SOURCE];
  return clause?.kind === "bbox" || clause?.kind === "lasso" ? clause : null;
}

/** Filters by what was drawn, where it means something. */
export function setDrawn(
  { ground: { surface }, options }: MapContext,
  clauseOn: (surface: MapSurface) => Clause | null,
): void {
  const clause = surface === null ? null : clauseOn(surface);
  if (clause !== null) options.store.set(clause);
}

/** Only what is in view: the same filter without a drag. */
export function boxView(context: MapContext): void {
  const { clientWidth, clientHeight } = context.frame.stage;
  setDrawn(context, (surface) => boxClause(surface, { x0: 0, y0: 0, x1: clientWidth, y1: clientHeight }));
}
