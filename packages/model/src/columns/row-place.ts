import { PLACE_PRECISIONS, type Where } from "../incident.ts";
import { placeKind } from "../place/place-kind.ts";
import { hasOutline, hasPosition, placePrecision } from "../place/place-precision.ts";
import { ROW_BITS } from "./row-bits.ts";

/** The place of one row as numbers; NaN = not stated. */
export interface RowPlace {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
  /** Index into `PLACE_PRECISIONS`. */
  readonly precision: number;
  readonly bits: number;
}

const unknown = PLACE_PRECISIONS.indexOf("unknown");

/**
 * The place as the model reads it. A point without usable coordinates becomes unknown; an area keeps its class even where
 * there is nothing to draw it by. Both are marked `unplaced`.
 */
export function rowPlace(where: Where | null | undefined): RowPlace {
  const kind = placeKind(where);
  const stated = placePrecision(where);
  const isPoint = stated === "exact" || stated === "settlement";
  const isLocated = kind !== "none" && where != null && hasPosition(where);
  const precision = isPoint && kind === "none" ? unknown : PLACE_PRECISIONS.indexOf(stated);
  let bits = 0;
  if (where?.obscured === true) bits |= ROW_BITS.obscured;
  if (where != null && hasOutline(where)) bits |= ROW_BITS.outline;
  if (kind === "none") bits |= ROW_BITS.unplaced;
  return {
    lon: isLocated ? where.lon : Number.NaN,
    lat: isLocated ? where.lat : Number.NaN,
    radiusM: kind === "none" || typeof where?.radiusM !== "number" ? Number.NaN : where.radiusM,
    precision: precision < 0 ? unknown : precision,
    bits,
  };
}
