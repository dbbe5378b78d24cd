import type { CodedField, GeoJsonGeometry, PlacePrecision, Where } from "@whenwhere/model";
import { PLACE_PRECISIONS, type Steps, seaKey, stepsOver } from "@whenwhere/model";
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

type PlacedStore = Pick<Store, "columns" | "incident"> & Partial<Pick<Store, "fieldColumn">>;

const EXACT = PLACE_PRECISIONS.indexOf("exact");
const SETTLEMENT = PLACE_PRECISIONS.indexOf("settlement");
const UNKNOWN = PLACE_PRECISIONS.indexOf("unknown");
const COUNTRY = PLACE_PRECISIONS.indexOf("country");
const PROVINCE = PLACE_PRECISIONS.indexOf("province");
const DISTRICT = PLACE_PRECISIONS.indexOf("district");
/** Outlines beyond this number cannot be drawn in a frame: further areas with a point of their own are drawn as rings. */
const MOST_AREAS = 600;

/** One pass over the rows; records are read of areas only, and one of each area that the columns tell from the others. */
export function* sortedByPlace(store: PlacedStore, counted: boolean): Steps<Places> {
  const { columns } = store;
  const areas = new AreaRows(store, counted);
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
    if (!areas.take(row, { code, pointed, obscured })) (pointed ? spots : none).push(row);
  });
  const kept = counted ? mostOf(areas.byKey, spots) : [...areas.byKey.values()];
  return { areas: kept, spots: spots.rows(), none: none.rows(), sources: sources.rows() };
}

/** Areas as their rows come. */
class AreaRows {
  readonly byKey = new Map<string, AreaRef>();
  readonly #store: PlacedStore;
  /** Areas by number, of rows with a point and of those without one. */
  readonly #known: readonly [pointed: Map<number, AreaRef>, named: Map<number, AreaRef>] = [new Map(), new Map()];
  readonly #placeNumber: AreaNumber;
  readonly #nameNumber: AreaNumber;

  constructor(store: PlacedStore, counted: boolean) {
    this.#store = store;
    this.#placeNumber = counted ? placeNumbers(store.columns) : () => UNTOLD;
    this.#nameNumber = nameNumbers(store);
  }

  /** False when the row has nothing that an area could be drawn from. */
  take(row: number, place: RowPlace): boolean {
    const known = this.#known[place.pointed ? 0 : 1];
    const number = this.#numberOf(row, place);
    const twin = known.get(number);
    if (twin !== undefined) {
      twin.rows.push(row);
      return true;
    }
    const read = areaOf(this.#store, row, place);
    if (read === null) return false;
    const area = this.byKey.get(read.key) ?? read;
    area.rows.push(row);
    this.byKey.set(area.key, area);
    if (number !== UNTOLD) known.set(number, area);
    return true;
  }

  #numberOf(row: number, { code, pointed }: RowPlace): number {
    if ((this.#store.columns.rowBits.at(row) & ROW_BITS.outline) !== 0) return UNTOLD;
    return pointed ? this.#placeNumber(row, code) : this.#nameNumber(row, code);
  }
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

/** The number of the area that a row of this precision is known to; {@link UNTOLD} where its record has to tell. */
type AreaNumber = (row: number, code: number) => number;

const UNTOLD = -1;

/** By place and radius, of rows with a point. */
function placeNumbers({ rowBits, lon, lat, radiusM }: Columns): AreaNumber {
  const numbers = new PlaceNumbers();
  return (row, code) => {
    const kind = code * 2 + Number((rowBits.at(row) & ROW_BITS.obscured) !== 0);
    return numbers.of(lon.at(row), lat.at(row), { radiusM: radiusM.at(row), kind });
  };
}

/** By country and province, of rows without a point, where these came as columns. */
function nameNumbers(store: PlacedStore): AreaNumber {
  const country = store.fieldColumn?.("country");
  const admin1 = store.fieldColumn?.("admin1");
  const codeOf = (field: CodedField | null | undefined, row: number): number => {
    const code = field?.offsets === null ? (field.codes[row] as number) : UNTOLD;
    return field?.values[code] ? code : UNTOLD;
  };
  return (row, code) => {
    const land = codeOf(country, row);
    if (land === UNTOLD || code === COUNTRY) return land;
    const part = code === PROVINCE || code === DISTRICT ? codeOf(admin1, row) : UNTOLD;
    return part === UNTOLD ? UNTOLD : (part + 1) * (country as CodedField).values.length + land;
  };
}

interface RowPlace {
  /** Index into `PLACE_PRECISIONS`. */
  readonly code: number;
  readonly pointed: boolean;
  readonly obscured: boolean;
}

/** The area of a record, without its rows; null when there is nothing that it could be drawn from. */
function areaOf(store: PlacedStore, row: number, { code, pointed, obscured }: RowPlace): AreaRef | null {
  const { columns } = store;
  const precision = PLACE_PRECISIONS[code] ?? "unknown";
  const where = store.incident(row).where ?? {};
  const lon = columns.lon.at(row);
  const lat = columns.lat.at(row);
  const named = where.country != null || (precision === "sea" && where.name != null);
  if (!pointed && !named && !hasShape(where)) return null;
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
  return { ...ref, key, name, radiusM, basis, geometry, rows: [] };
}

/** A geometry that is not one point. */
function hasShape({ geometry }: Where): boolean {
  return geometry != null && geometry.type !== "Point";
}

/** A town or district without a point is known to its province or country: coarser, and true. */
function coarsened(precision: PlacePrecision, { pointed, where }: { pointed: boolean; where: Where }): PlacePrecision {
  if (pointed || hasShape(where)) return precision;
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
  if (hasShape(where)) return `shape:${row}`;
  if (precision === "sea" && Number.isNaN(lon)) return `sea:${seaKey(where.name ?? "")}`;
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
