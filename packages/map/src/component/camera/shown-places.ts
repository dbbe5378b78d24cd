import { finishSteps, type Steps, stepsOver } from "@whenwhere/model";
import { HIDDEN, type Store } from "@whenwhere/store";
import { METERS_PER_DEGREE, wrapLongitude } from "../../scene/earth.ts";
import type { AreaShape, AreaShapes } from "../../scene/index.ts";
import { MAP_SOURCE } from "../map-source.ts";
import { endsOf, toldPlaces } from "../outline/told-places.ts";

/** A place on the earth, degrees. */
export type Place = readonly [lon: number, lat: number];

/** The places that a view of all shown records has to hold; kept while rows and clauses stay. */
export interface ShownPlaces {
  list(): readonly Place[];
  /** Makes the list of very many rows with pauses, so that {@link list} is at hand. */
  gather(): Steps<void>;
}

/** A wider doubt does not widen the view: a country known by its name only would shrink all others to dots. */
const WIDEST_M = 400_000;
/** Of more rows than this one, the outermost of each tenth of a degree of longitude stand for all, and the first areas too. */
const MANY_ROWS = 20_000;
const MOST_READ = 2_000;
const PER_DEGREE = 10;

interface Found {
  readonly columns: Store["columns"];
  readonly clauses: Store["state"]["clauses"];
  readonly points: readonly Place[];
  /** Shown rows without a point; where they are is read of their records, since outlines come later than rows. */
  readonly pointless: readonly number[];
}

/** Makes the list of a store. */
export function createShownPlaces(store: Store, shapes: AreaShapes): ShownPlaces {
  let found: Found | null = null;
  const gather = function* (): Steps<Found> {
    const { columns } = store;
    const { clauses } = store.state;
    if (found?.columns === columns && found.clauses === clauses) return found;
    const gathered = columns.length > MANY_ROWS ? yield* outermost(store) : all(store);
    found = { columns, clauses, ...gathered };
    return found;
  };
  return {
    list() {
      const { points, pointless } = finishSteps(gather());
      const areas = pointless.map((row) => areaOf(store, shapes, row)).filter((area) => area !== null);
      // Beside points an area is where its name stands. Where there is nothing else it is seen whole.
      return points.length > 0 ? [...points, ...areas.map(({ label }) => label)] : areas.flatMap(endsOfArea);
    },
    *gather() {
      if (store.columns.length > MANY_ROWS) yield* gather();
    },
  };
}

/** The place and the four ends of its doubt, so that one record is not looked at from nearer than it is known. */
function placeAndDoubt(lon: number, lat: number, radiusM: number): readonly Place[] {
  const { dLon, dLat } = doubtOf(lat, radiusM);
  return [
    [lon - dLon, lat],
    [lon + dLon, lat],
    [lon, Math.max(-85, lat - dLat)],
    [lon, Math.min(85, lat + dLat)],
  ];
}

function doubtOf(lat: number, radiusM: number): { readonly dLon: number; readonly dLat: number } {
  if (!(radiusM > 0)) return { dLon: 0, dLat: 0 };
  const dLat = Math.min(radiusM, WIDEST_M) / METERS_PER_DEGREE;
  return { dLon: dLat / Math.max(0.1, Math.cos((lat * Math.PI) / 180)), dLat };
}

type Gathered = Pick<Found, "points" | "pointless">;

function all(store: Store): Gathered {
  const { lon, lat, radiusM, length } = store.columns;
  const passing = store.passing(MAP_SOURCE);
  const points: Place[] = [];
  const pointless: number[] = [];
  for (let row = 0; row < length; row++) {
    if (passing[row] === HIDDEN) continue;
    const [x, y] = [lon.at(row), lat.at(row)];
    const told = length > MOST_READ ? [] : toldPlaces(store.incident(row));
    for (const place of told) points.push(...placeAndDoubt(place.lon, place.lat, place.radiusM));
    if (Number.isFinite(x) && Number.isFinite(y)) points.push(...placeAndDoubt(x, y, radiusM.at(row)));
    else pointless.push(row);
  }
  return { points, pointless };
}

/** One pass over the rows, without a list of them. Law: the smallest box around the result holds every shown place. */
function* outermost(store: Store): Steps<Gathered> {
  const { lon, lat, radiusM, length } = store.columns;
  // Without a filter every row is shown, and nobody is asked.
  const isFiltered = Object.keys(store.state.clauses).some((source) => source !== MAP_SOURCE);
  const passing = isFiltered ? store.passing(MAP_SOURCE) : null;
  const bins = new LongitudeBins();
  const pointless: number[] = [];
  let [south, north] = [Infinity, -Infinity];
  yield* stepsOver(length, (row) => {
    if (passing?.[row] === HIDDEN) return;
    const x = lon.at(row);
    const y = lat.at(row);
    if (!(Number.isFinite(x) && Number.isFinite(y))) {
      if (pointless.length < MOST_READ && store.precisionOf(row) !== "unknown") pointless.push(row);
      return;
    }
    const { dLon, dLat } = doubtOf(y, radiusM.at(row));
    bins.add(x - dLon);
    if (dLon > 0) bins.add(x + dLon);
    if (y - dLat < south) south = y - dLat;
    if (y + dLat > north) north = y + dLat;
  });
  const level: readonly [number, number] = [Math.max(-85, south), Math.min(85, north)];
  return { points: bins.longitudes().map((x, i): Place => [x, level[i % 2] as number]), pointless };
}

/** The westernmost and easternmost of each tenth of a degree. */
class LongitudeBins {
  readonly #west = new Float64Array(361 * PER_DEGREE).fill(Infinity);
  readonly #east = new Float64Array(361 * PER_DEGREE).fill(-Infinity);

  add(lon: number): void {
    const x = lon >= -180 && lon < 180 ? lon : wrapLongitude(lon);
    const bin = Math.floor((x + 180) * PER_DEGREE);
    if (x < (this.#west[bin] as number)) this.#west[bin] = x;
    if (x > (this.#east[bin] as number)) this.#east[bin] = x;
  }
  /** West and east in turn: as many of the one as of the other. */
  longitudes(): number[] {
    return [...this.#west].flatMap((west, bin) => (west === Infinity ? [] : [west, this.#east[bin] as number]));
  }
}

type Area = Pick<AreaShape, "label"> & Partial<Pick<AreaShape, "polygons">>;

/** The area that a row without a point is drawn at. */
function areaOf(store: Store, shapes: AreaShapes, row: number): Area | null {
  if (store.precisionOf(row) === "unknown") return null;
  const { country, admin1, name } = store.incident(row).where ?? {};
  if (country != null) return shapes.shape(country, admin1 ?? null) ?? shapes.shape(country, null);
  const label = name == null ? null : (shapes.sea?.(name) ?? null);
  return label === null ? null : { label };
}

/** The four ends of its greatest part: islands far off would widen the view for themselves alone. */
function endsOfArea({ label, polygons = [] }: Area): readonly Place[] {
  const parts = polygons.map(([ring = []]) => endsOf(ring));
  const greatest = parts.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best), []);
  return [label, ...greatest.map(([lon, lat]): Place => [lon, Math.max(-85, Math.min(85, lat))])];
}

function sizeOf([west, east, south, north]: readonly Place[]): number {
  return west && east && south && north ? (east[0] - west[0]) * (north[1] - south[1]) : 0;
}
