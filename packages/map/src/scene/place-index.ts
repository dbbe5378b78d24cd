import type { GeoJsonGeometry, PlacePrecision, RadiusBasis, Where } from "@whenwhere/model";
import { PLACE_PRECISIONS } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { ROW_BITS } from "@whenwhere/store";
import { groupSpots, type SpotGroups } from "./spot-groups.ts";

/** What a map scene reads of a store. */
export type SceneStore = Pick<
  Store,
  "columns" | "state" | "incident" | "rowOf" | "passing" | "timeOrder" | "categories"
>;

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

/** Where each row of a store goes, whatever the window and the camera. Law: areas + spots + none = all rows. */
export interface PlaceIndex {
  readonly areas: readonly AreaRef[];
  /** Rows with a point, in row order. */
  readonly spots: Uint32Array;
  /** Rows without any place. */
  readonly none: Uint32Array;
  /** Fixed groups of the spots at an integer zoom; computed once a zoom. */
  groups(zoom: number): SpotGroups;
}

/**
 * Sorts the rows of a store by kind of place. Costs a pass over the rows; keep it while the data stays
 * (until the store says `data`), so that a frame does not pay for it.
 */
export function createPlaceIndex(store: SceneStore): PlaceIndex {
  const { columns } = store;
  const areas = new Map<string, AreaRef>();
  const spots: number[] = [];
  const none: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    const precision = PLACE_PRECISIONS[columns.placePrecision[row] as number] ?? "unknown";
    const obscured = ((columns.rowBits[row] as number) & ROW_BITS.obscured) !== 0;
    const pointed = Number.isFinite(columns.lon[row]) && Number.isFinite(columns.lat[row]);
    const unplaced = ((columns.rowBits[row] as number) & ROW_BITS.unplaced) !== 0;
    if (precision === "unknown" || unplaced) none.push(row);
    else if (pointed && !obscured && (precision === "exact" || precision === "settlement")) spots.push(row);
    else if (!addArea(areas, store, { row, precision, obscured })) (pointed ? spots : none).push(row);
  }
  const groups = new Map<number, SpotGroups>();
  const spotRows = Uint32Array.from(spots);
  return {
    areas: [...areas.values()],
    spots: spotRows,
    none: Uint32Array.from(none),
    groups: (zoom) => {
      const known = groups.get(zoom) ?? groupSpots(columns, spotRows, zoom);
      groups.set(zoom, known);
      return known;
    },
  };
}

interface RowPlace {
  readonly row: number;
  readonly precision: PlacePrecision;
  readonly obscured: boolean;
}

/** False when the record has nothing that an area could be drawn from. */
function addArea(areas: Map<string, AreaRef>, store: SceneStore, { row, precision, obscured }: RowPlace): boolean {
  const { columns } = store;
  const where = store.incident(row).where ?? {};
  const lon = columns.lon[row] as number;
  const lat = columns.lat[row] as number;
  const pointed = Number.isFinite(lon) && Number.isFinite(lat);
  const named = where.country != null || (precision === "sea" && where.name != null);
  if (!pointed && !named && where.geometry == null) return false;
  const hasCell = (columns.radiusM[row] as number) > 0 || precision === "exact" || precision === "settlement";
  const coarse = coarsened(precision, { pointed, where });
  // A blurred place without a point or a shape has no cell to show: it is drawn by its area.
  const ref = {
    precision: coarse,
    obscured: obscured && ((pointed && hasCell) || isOutline(where.geometry)),
    country: where.country ?? null,
    admin1: admin1Of(coarse, where),
    lon,
    lat,
  };
  const radiusM = columns.radiusM[row] as number;
  const key = keyOf(row, where, { ...ref, radiusM });
  const known = areas.get(key);
  if (known !== undefined) known.rows.push(row);
  else
    areas.set(key, {
      ...ref,
      key,
      name: where.name ?? null,
      radiusM,
      basis: where.basis,
      geometry: where.geometry ?? null,
      rows: [row],
    });
  return true;
}

/** A town or district without a point is known to its province or country: coarser, and true. */
function coarsened(precision: PlacePrecision, { pointed, where }: { pointed: boolean; where: Where }): PlacePrecision {
  if (pointed || where.geometry != null) return precision;
  if (precision === "sea" || precision === "country") return precision;
  return where.admin1 == null ? (precision === "province" && where.name != null ? "province" : "country") : "province";
}

function admin1Of(precision: PlacePrecision, where: Where): string | null {
  if (where.admin1 != null) return where.admin1;
  return precision === "province" ? (where.name ?? null) : null;
}

type KeyParts = Pick<AreaRef, "precision" | "obscured" | "country" | "admin1" | "lon" | "lat" | "radiusM">;

function keyOf(
  row: number,
  where: Where,
  { precision, obscured, country, admin1, lon, lat, radiusM }: KeyParts,
): string {
  const point = `${lon.toFixed(4)},${lat.toFixed(4)},${Math.round(radiusM || 0)}`;
  if (isOutline(where.geometry)) return `shape:${row}`;
  if (obscured) return `cell:${point}`;
  if (precision === "country" && country !== null) return country;
  if (precision === "province" && country !== null && admin1 !== null) return `${country}/${admin1}`;
  if (where.geometry != null) return `shape:${row}`;
  return `${precision}:${where.name ?? ""}@${point}`;
}

/** Lines and polygons; points of a record are not the outline of its area. */
export function isOutline(geometry: GeoJsonGeometry | null | undefined): boolean {
  return geometry != null && geometry.type !== "Point" && geometry.type !== "MultiPoint";
}
