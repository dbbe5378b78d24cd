import type { GeoJsonGeometry, PlacePrecision, Where } from "@whenwhere/model";
import { PLACE_PRECISIONS, type Steps, stepsOver } from "@whenwhere/model";
import { type Columns, ROW_BITS, type Store } from "@whenwhere/store";
import type { AreaRef } from "../glyphs/area-ref.ts";
import { PlaceNumbers } from "./place-numbers.ts";

/** Where each row goes, whatever the window and the camera. Law: areas + spots + none = all rows. */
export interface Places {
  readonly areas: readonly AreaRef[];
  /** Rows with a point. */
  readonly spots: Uint32Array;
  /** Rows without any place. */
  readonly none: Uint32Array;
  /** Rows with a second place. */
  readonly sources: Uint32Array;
}

type PlacedStore = Pick<Store, "columns" | "incident">;

const EXACT = PLACE_PRECISIONS.indexOf("exact");
const SETTLEMENT = PLACE_PRECISIONS.indexOf("settlement");
const UNKNOWN = PLACE_PRECISIONS.indexOf("unknown");
/** Outlines beyond this number cannot be drawn in a frame: further areas with a point of their own are drawn as rings. */
const MOST_AREAS = 600;

/** One pass over the rows; records are read of areas only, and of very many rows once a place. */
export function* sortedByPlace(store: PlacedStore, counted: boolean): Steps<Places> {
  const { columns } = store;
  const areas = new Map<string, AreaRef>();
  const same = counted ? { numbers: new PlaceNumbers(), areas: [] } : null;
  const spots = new RowList(columns.length);
  const none = new RowList(columns.length);
  const sources = new RowList(columns.length);
  yield* stepsOver(columns.length, (row) => {
    const bits = columns.rowBits.at(row);
    if ((bits & ROW_BITS.from) !== 0) sources.push(row);
    const code = columns.placePrecision.at(row);
    if (code === UNKNOWN || (bits & ROW_BITS.unplaced) !== 0) return none.push(row);
    const pointed = Number.isFinite(columns.lon.at(row)) && Number.isFinite(columns.lat.at(row));
    const obscured = (bits & ROW_BITS.obscured) !== 0;
    if (pointed && !obscured && (code === EXACT || code === SETTLEMENT)) return spots.push(row);
    const precision = PLACE_PRECISIONS[code] ?? "unknown";
    const place = { row, precision, obscured, same: pointed ? same : null };
    if (!addArea(areas, store, place)) (pointed ? spots : none).push(row);
  });
  const kept = counted ? mostOf(areas, spots) : [...areas.values()];
  return { areas: kept, spots: spots.rows(), none: none.rows(), sources: sources.rows() };
}

/** Rows as they come, without a list of boxed numbers. */
class RowList {
  #rows: Uint32Array = new Uint32Array(256);
  readonly #most: number;
  length = 0;

  constructor(most: number) {
    this.#most = most;
  }
  push(row: number): void {
    if (this.length === this.#rows.length) {
      const rows = new Uint32Array(Math.max(256, Math.min(this.#most, this.length * 4)));
      rows.set(this.#rows);
      this.#rows = rows;
    }
    this.#rows[this.length++] = row;
  }
  rows(): Uint32Array {
    return this.#rows.slice(0, this.length);
  }
}

/** The areas that hold most rows, and all that have no point; the rows of the others go to `spots`. */
function mostOf(areas: ReadonlyMap<string, AreaRef>, spots: RowList): AreaRef[] {
  if (areas.size <= MOST_AREAS) return [...areas.values()];
  const pointed = (area: AreaRef) => Number.isFinite(area.lon) && !area.obscured && !isOutline(area.geometry);
  const ranked = [...areas.values()].sort((a, b) => b.rows.length - a.rows.length);
  const kept = ranked.filter((area, i) => i < MOST_AREAS || !pointed(area));
  const held = new Set(kept);
  for (const area of ranked) if (!held.has(area)) for (const row of area.rows) spots.push(row);
  return kept;
}

interface RowPlace {
  readonly row: number;
  readonly precision: PlacePrecision;
  readonly obscured: boolean;
  /** Areas by place and radius, where records of one place are so many that only the first of them is read. */
  readonly same: { readonly numbers: PlaceNumbers; readonly areas: (AreaRef | undefined)[] } | null;
}

/** False when the record has nothing that an area could be drawn from. */
function addArea(
  areas: Map<string, AreaRef>,
  store: PlacedStore,
  { row, precision, obscured, same }: RowPlace,
): boolean {
  const { columns } = store;
  const place = same === null ? -1 : placeNumber(same.numbers, columns, { row, obscured });
  const twin = same?.areas[place];
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
  if (same !== null && !isOutline(geometry)) same.areas[place] = area;
  return true;
}

function placeNumber(
  numbers: PlaceNumbers,
  { placePrecision, lon, lat, radiusM }: Columns,
  { row, obscured }: Pick<RowPlace, "row" | "obscured">,
): number {
  const kind = placePrecision.at(row) * 2 + Number(obscured);
  return numbers.of(lon.at(row), lat.at(row), { radiusM: radiusM.at(row), kind });
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

/** An area that is a circle around a point, and has no outline of its own or of its country's. */
export function isRound({ precision, obscured, geometry, country, lon }: AreaRef): boolean {
  const named = country !== null && (precision === "country" || precision === "province");
  return !named && !obscured && !isOutline(geometry) && Number.isFinite(lon);
}
