import { PLACE_PRECISIONS } from "@whenwhere/model";
import {
  CERTAIN,
  CLASS_RADIUS_M,
  type Clause,
  DATE_BITS,
  HIDDEN,
  type NumberColumn,
  POSSIBLE,
  type Store,
} from "@whenwhere/store";

/** The slow twin: how one row stands under one clause, from the words of the documentation. */
export function standsUnder(store: Store, row: number, clause: Clause): number {
  if (clause.kind === "window") return standsInWindow(store, row, clause);
  if (clause.kind === "bbox") return standsInBox(store, row, clause);
  if (clause.kind === "values") {
    const value = store.categories[store.columns.category.at(row)] as string;
    return clause.values.includes(value) ? CERTAIN : HIDDEN;
  }
  throw new Error(`The twin knows no ${clause.kind}.`);
}

function standsInWindow(store: Store, row: number, { startMs, endMs }: { startMs: number; endMs: number }): number {
  const { columns } = store;
  const at = (column: NumberColumn) => column.at(row);
  if (Number.isNaN(at(columns.outerStartMs))) return POSSIBLE;
  if (startMs >= endMs) return HIDDEN;
  const overlaps = (from: number, to: number) => from < endMs && to > startMs;
  const isUncertain = (columns.dateBits.at(row) & DATE_BITS.uncertain) > 0;
  const isInside = at(columns.outerStartMs) >= startMs && at(columns.outerEndMs) <= endMs;
  if (!overlaps(at(columns.outerStartMs), at(columns.outerEndMs))) return HIDDEN;
  if (isInside && !isUncertain) return CERTAIN;
  return overlaps(at(columns.coreStartMs), at(columns.coreEndMs)) ? CERTAIN : POSSIBLE;
}

/** Longitude by trying whole turns, so that the antimeridian is nothing special. */
function standsInBox(store: Store, row: number, box: Extract<Clause, { kind: "bbox" }>): number {
  const { lon, lat, radiusM, placePrecision } = store.columns;
  const x = lon.at(row);
  const y = lat.at(row);
  if (Number.isNaN(x)) return POSSIBLE;
  const stated = radiusM.at(row);
  const precision = PLACE_PRECISIONS[placePrecision.at(row)] as keyof typeof CLASS_RADIUS_M;
  const degrees = (Number.isNaN(stated) ? CLASS_RADIUS_M[precision] : stated) / 111_194.93;
  const [south, north] = [Math.max(-90, y - degrees), Math.min(90, y + degrees)];
  if (north < box.south || south > box.north) return HIDDEN;
  const holdsPole = degrees > 0 && Math.abs(y) + degrees >= 90;
  const sine = Math.sin((degrees * Math.PI) / 180) / Math.cos((y * Math.PI) / 180);
  const half = degrees === 0 ? 0 : holdsPole || sine >= 1 ? 180 : (Math.asin(sine) * 180) / Math.PI;
  const east = box.east < box.west ? box.east + 360 : box.east;
  const turns = [-720, -360, 0, 360, 720].map((turn) => x + turn);
  const isRound = east - box.west >= 360;
  const touches = isRound || half === 180 || turns.some((turn) => turn + half >= box.west && turn - half <= east);
  const isInside = isRound || (half < 180 && turns.some((turn) => turn - half >= box.west && turn + half <= east));
  if (!touches) return HIDDEN;
  const isVague = Number.isNaN(stated) && !["exact", "settlement", "district"].includes(precision);
  if (isVague) return POSSIBLE;
  return isInside && south >= box.south && north <= box.north ? CERTAIN : POSSIBLE;
}

/** All rows under all clauses but those of some sources. */
export function standings(store: Store, except: readonly string[] = []): number[] {
  const clauses = Object.values(store.state.clauses).filter((clause) => !except.includes(clause.source));
  return Array.from({ length: store.columns.length }, (_, row) =>
    Math.min(CERTAIN, ...clauses.map((clause) => standsUnder(store, row, clause))),
  );
}

/** The shares of one row by bins, before and after, in the words of the documentation. */
export function rowShares(store: Store, row: number, edges: readonly number[]): number[] {
  const [low, high] = store.extentMs ?? [edges[0] as number, edges.at(-1) as number];
  const ulp = (ms: number) => Math.max(1, Math.abs(ms) * Number.EPSILON);
  const given = [store.columns.outerStartMs.at(row), store.columns.outerEndMs.at(row)] as const;
  let [start, end] = given;
  if (start >= (edges.at(-1) as number) || end <= (edges[0] as number)) {
    return [Number.NEGATIVE_INFINITY, ...edges].map((from) =>
      (end <= (edges[0] as number) ? from === Number.NEGATIVE_INFINITY : from === edges.at(-1)) ? 1 : 0,
    );
  }
  if (start === Number.NEGATIVE_INFINITY) start = low;
  if (end === Number.POSITIVE_INFINITY) end = high;
  if (start >= end)
    [start, end] = Number.isFinite(given[0])
      ? [given[0], given[0] + ulp(given[0])]
      : [given[1] - ulp(given[1]), given[1]];
  const bounds = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((to, i) => {
    const length = Math.min(to, end) - Math.max(bounds[i] as number, start);
    return length > 0 ? length / (end - start) : 0;
  });
}
