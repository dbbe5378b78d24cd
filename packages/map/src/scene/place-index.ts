import type { GeoJsonGeometry, PlacePrecision, Where } from "@whenwhere/model";
import { PLACE_PRECISIONS } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { ROW_BITS } from "@whenwhere/store";
import type { AreaRef } from "./area-ref.ts";
import { createPlaceCounts, type PlaceCounts } from "./place-counts.ts";
import { radiusOf } from "./place-defaults.ts";
import {
  COARSE_GRAIN,
  FINE_GRAIN,
  groupSpots,
  type SpotGroups,
  type SpotOrder,
  spotOrder,
  without,
} from "./spot-groups.ts";

/** What a map scene reads of a store. */
export type SceneStore = Pick<
  Store,
  "columns" | "state" | "incident" | "rowOf" | "passing" | "timeOrder" | "categories"
>;

/** Where each row of a store goes, whatever the window and the camera. Law: areas + spots + none = all rows. */
export interface PlaceIndex {
  readonly areas: readonly AreaRef[];
  /** Rows with a point, in row order. */
  readonly spots: Uint32Array;
  /** Rows without any place. */
  readonly none: Uint32Array;
  /** Rows with a second place. */
  readonly sources: Uint32Array;
  /** Kept where there are too many rows to ask each of them for each picture; null where they are few. */
  readonly counts: PlaceCounts | null;
  /** Fixed groups of the spots at an integer zoom; computed once a zoom. */
  groups(zoom: number): SpotGroups;
}

/** From so many rows on a picture is made of kept counts: asking every row would cost more than a frame. */
export const COUNTED_FROM = 20_000;
/** Outlines beyond this number cannot be drawn in a frame: further areas with a point of their own are drawn as rings. */
const MOST_AREAS = 600;

/** How an index is made; the defaults follow from the number of rows. */
export interface PlaceIndexOptions {
  /** Rows from which on counts are kept. */
  readonly countedFrom?: number;
  /** Size of the groups. */
  readonly grain?: "fine" | "coarse";
}

/**
 * Sorts the rows of a store by kind of place. Costs a pass over the rows; keep it while the data stays
 * (until the store says `data`), so that a frame does not pay for it.
 */
export function createPlaceIndex(
  store: SceneStore,
  { countedFrom = COUNTED_FROM, grain }: PlaceIndexOptions = {},
): PlaceIndex {
  const { columns } = store;
  const counted = columns.length >= countedFrom;
  const places = sortedByPlace(store, counted);
  const groups = new Map<number, SpotGroups>();
  const size = (grain ?? (counted ? "coarse" : "fine")) === "coarse" ? COARSE_GRAIN : FINE_GRAIN;
  const folds = (area: AreaRef, zoom: number) => counted && isFolded(area, zoom);
  let order: SpotOrder | null = null;
  const groupsAt = (zoom: number) => {
    const foldable = places.areas.filter((area) => folds(area, -Infinity));
    order ??= spotOrder(columns, [places.spots, ...foldable.map(({ rows }) => rows)]);
    const apart = foldable.filter((area) => !folds(area, zoom)).flatMap(({ rows }) => rows);
    const known = groups.get(zoom) ?? groupSpots(without(order, apart, columns.length), zoom, size);
    groups.set(zoom, known);
    return known;
  };
  return {
    ...places,
    counts: counted ? createPlaceCounts({ columns, ...places, groups: groupsAt, folds }) : null,
    groups: groupsAt,
  };
}

/** Among very many rows round areas smaller than this on screen would lie over each other until no hatch can be read. */
const FOLDED_PX = 120;
const METERS_PER_PX = 40_075_016.686 / 512;

/**
 * Among very many rows a small round area stands with the points around it, as their imprecise share, until it is looked at
 * from near enough to be an area. Alone it is a ring: never a dot.
 */
function isFolded({ precision, obscured, geometry, country, ...area }: AreaRef, zoom: number): boolean {
  const { lon, lat, radiusM, basis } = area;
  const named = country !== null && (precision === "country" || precision === "province");
  const round = !named && !obscured && !isOutline(geometry);
  if (!round || !Number.isFinite(lon)) return false;
  const metersPerPx = (METERS_PER_PX / 2 ** zoom) * Math.cos((lat * Math.PI) / 180);
  return radiusOf(precision, radiusM, basis).radiusM < FOLDED_PX * metersPerPx;
}

type Places = Pick<PlaceIndex, "areas" | "spots" | "none" | "sources">;

function sortedByPlace(store: SceneStore, counted: boolean): Places {
  const { columns } = store;
  const areas = new Map<string, AreaRef>();
  const same = counted ? new Map<string, AreaRef>() : null;
  const spots: number[] = [];
  const none: number[] = [];
  const sources: number[] = [];
  for (let row = 0; row < columns.length; row++) {
    const bits = columns.rowBits.at(row);
    if ((bits & ROW_BITS.from) !== 0) sources.push(row);
    const precision = PLACE_PRECISIONS[columns.placePrecision.at(row)] ?? "unknown";
    const pointed = Number.isFinite(columns.lon.at(row)) && Number.isFinite(columns.lat.at(row));
    const place = { row, precision, obscured: (bits & ROW_BITS.obscured) !== 0, same: pointed ? same : null };
    if (precision === "unknown" || (bits & ROW_BITS.unplaced) !== 0) none.push(row);
    else if ((pointed && isSpot(place)) || !addArea(areas, store, place)) (pointed ? spots : none).push(row);
  }
  const kept = counted ? mostOf(areas, spots) : [...areas.values()];
  const lists = { spots: Uint32Array.from(spots), none: Uint32Array.from(none), sources: Uint32Array.from(sources) };
  return { areas: kept, ...lists };
}

function isSpot({ precision, obscured }: Pick<RowPlace, "precision" | "obscured">): boolean {
  return !obscured && (precision === "exact" || precision === "settlement");
}

/** The areas that hold most rows, and all that have no point; the rows of the others go to `spots`. */
function mostOf(areas: ReadonlyMap<string, AreaRef>, spots: number[]): AreaRef[] {
  if (areas.size <= MOST_AREAS) return [...areas.values()];
  const pointed = (area: AreaRef) => Number.isFinite(area.lon) && !area.obscured && !isOutline(area.geometry);
  const ranked = [...areas.values()].sort((a, b) => b.rows.length - a.rows.length);
  const kept = ranked.filter((area, i) => i < MOST_AREAS || !pointed(area));
  const held = new Set(kept);
  for (const area of ranked) if (!held.has(area)) for (const row of area.rows) spots.push(row);
  spots.sort((a, b) => a - b);
  return kept;
}

interface RowPlace {
  readonly row: number;
  readonly precision: PlacePrecision;
  readonly obscured: boolean;
  /** Areas by place and radius, where records of one place are so many that only the first of them is read. */
  readonly same: Map<string, AreaRef> | null;
}

/** False when the record has nothing that an area could be drawn from. */
function addArea(
  areas: Map<string, AreaRef>,
  store: SceneStore,
  { row, precision, obscured, same }: RowPlace,
): boolean {
  const { columns } = store;
  const place = same === null ? "" : placeKey(columns, row, obscured);
  const twin = same?.get(place);
  if (twin !== undefined) {
    twin.rows.push(row);
    return true;
  }
  const where = store.incident(row).where ?? {};
  const lon = columns.lon.at(row);
  const lat = columns.lat.at(row);
  const pointed = Number.isFinite(lon) && Number.isFinite(lat);
  const named = where.country != null || (precision === "sea" && where.name != null);
  if (!pointed && !named && where.geometry == null) return false;
  const hasCell = columns.radiusM.at(row) > 0 || precision === "exact" || precision === "settlement";
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
  const radiusM = columns.radiusM.at(row);
  const key = keyOf(row, where, { ...ref, radiusM });
  const { name = null, basis, geometry = null } = where;
  const area: AreaRef = areas.get(key) ?? { ...ref, key, name, radiusM, basis, geometry, rows: [] };
  area.rows.push(row);
  areas.set(key, area);
  if (!isOutline(geometry)) same?.set(place, area);
  return true;
}

function placeKey(
  { placePrecision, lon, lat, radiusM }: SceneStore["columns"],
  row: number,
  obscured: boolean,
): string {
  return `${placePrecision.at(row)},${lon.at(row)},${lat.at(row)},${radiusM.at(row)},${obscured}`;
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
