import type { GeoJsonGeometry, PlacePrecision, RadiusBasis } from "@whenwhere/model";

/** An area, sea, line or blurred cell with all its rows, whatever the filters say. */
export interface AreaRef {
  readonly key: string;
  readonly precision: PlacePrecision;
  readonly obscured: boolean;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly name: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
  readonly basis: RadiusBasis | undefined;
  readonly geometry: GeoJsonGeometry | null;
  readonly rows: number[];
}
