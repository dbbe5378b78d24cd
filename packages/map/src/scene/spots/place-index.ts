import { finishSteps, type Steps } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { metersPerPx } from "../earth.ts";
import type { AreaRef } from "../glyphs/area-ref.ts";
import { radiusOf } from "../glyphs/place-defaults.ts";
import { createPlaceCounts, type PlaceCounts } from "./place-counts.ts";
import { type Level, levelKey } from "./region.ts";
import { type GroupsOfRows, rowsOfGroups, withKeys } from "./rows-of-groups.ts";
import { isRound, type Places, sortedByPlace } from "./sort-places.ts";
import { COARSE_GRAIN, FINE_GRAIN, type GroupGrain, groupSteps, type Run, type SpotGroups } from "./spot-groups.ts";
import { type SpotOrder, type SpotPlaces, sortedSpots, spotOrder, spotPlaces, without } from "./spot-order.ts";
import { isFarZoom, worldGroups } from "./world-groups.ts";

/** What a map scene reads of a store. */
export type SceneStore = Pick<
  Store,
  "columns" | "state" | "incident" | "rowOf" | "passing" | "standing" | "timeOrder" | "categories"
> &
  Partial<Pick<Store, "fieldColumn">>;

/** Where each row of a store goes, whatever the window and the camera. Law: areas + spots + none = all rows. */
export interface PlaceIndex extends Places {
  /** Kept where there are too many rows to ask each of them for each picture; null where they are few. */
  readonly counts: PlaceCounts | null;
  /** Fixed groups of the spots at an integer zoom; computed once a zoom. */
  groups(zoom: number): SpotGroups;
  /** The same both ways, as long as the level is at hand; null for one that would have to be made anew of very many rows. */
  groupsOf(level: Level): GroupsOfRows | null;
  /** Rows that are known to a point and a radius around it, however wide, along the curve. Made once. */
  located(): Steps<SpotOrder>;
}

/** From so many rows on a picture is made of kept counts: asking every row would cost more than a frame. */
export const COUNTED_FROM = 20_000;
/** Groups of levels that were left are kept, so that going back costs nothing. */
const KEPT_LEVELS = 4;

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
export function createPlaceIndex(store: SceneStore, options: PlaceIndexOptions = {}): PlaceIndex {
  return finishSteps(placeIndexSteps(store, options));
}

/** The same with pauses, for a page that is used meanwhile. */
export function* placeIndexSteps(
  store: SceneStore,
  { countedFrom = COUNTED_FROM, grain }: PlaceIndexOptions = {},
): Steps<PlaceIndex> {
  const { columns, timeOrder } = store;
  const counted = columns.length >= countedFrom;
  const places = yield* sortedByPlace(store, counted);
  const size = (grain ?? (counted ? "coarse" : "fine")) === "coarse" ? COARSE_GRAIN : FINE_GRAIN;
  const folds = (area: AreaRef, zoom: number) => counted && isFolded(area, zoom);
  const foldable = places.areas.filter((area) => folds(area, -Infinity));
  const spots = yield* spotPlaces(columns, [places.spots, ...foldable.map(({ rows }) => rows)]);
  const order = sortedOnce(spots);
  const known = new Map<string, SpotGroups>();
  const orderAt = orders(order, columns.length);
  const madeAt = (level: Level, isApart: readonly boolean[]): Steps<SpotGroups> => {
    const { zoom, region } = level;
    // The first picture is of a far zoom, mostly: it does not wait for the order.
    if (counted && region === null && isFarZoom(zoom, size)) {
      return worldGroups(spots, { zoom, grain: size, runs: runsWithout(spots, isApart) });
    }
    const apart = foldable.filter((_, i) => isApart[i]).map(({ rows }) => rows);
    return orderedGroups(orderAt(apart), level, size);
  };
  const groupsAt = function* (level: Level): Steps<SpotGroups> {
    const key = levelKey(level);
    const isApart = foldable.map((area) => !folds(area, level.zoom));
    const groups = known.get(key) ?? (yield* madeAt(level, isApart));
    known.delete(key);
    known.set(key, groups);
    for (const old of [...known.keys()].slice(0, counted ? -KEPT_LEVELS : 0)) known.delete(old);
    return groups;
  };
  let located: SpotOrder | null = null;
  const counts = counted
    ? createPlaceCounts({ columns, timeOrder, categories: store.categories.length, ...places, groupsAt, folds })
    : null;
  return {
    ...places,
    *located() {
      if (counted) return yield* order();
      located ??= yield* spotOrder(columns, [places.spots, ...places.areas.filter(isRound).map(({ rows }) => rows)]);
      return located;
    },
    counts,
    groups: (zoom) => finishSteps(groupsAt({ zoom, region: null })),
    groupsOf: keptBothWays((level) => {
      if (counts !== null) return counts.groupsOf(level);
      return rowsOfGroups(finishSteps(groupsAt({ zoom: level.zoom, region: null })), columns.length);
    }),
  };
}

/** Keeps what was last made, as long as its groups are the same. */
function keptBothWays(
  make: (level: Level) => Pick<GroupsOfRows, "groups" | "groupOf"> | null,
): (level: Level) => GroupsOfRows | null {
  const known = new Map<string, GroupsOfRows>();
  return (level) => {
    const key = levelKey(level);
    const made = make(level);
    const held = known.get(key);
    if (made === null || held?.groups === made.groups) return made === null ? null : (held as GroupsOfRows);
    const whole = withKeys(made);
    known.set(key, whole);
    for (const old of [...known.keys()].slice(0, -KEPT_LEVELS)) known.delete(old);
    return whole;
  };
}

/** Sorts places when they are first asked for in order. */
function sortedOnce(spots: SpotPlaces): () => Steps<SpotOrder> {
  let sorted: SpotOrder | null = null;
  return function* () {
    sorted ??= yield* sortedSpots(spots);
    return sorted;
  };
}

function* orderedGroups(order: Steps<SpotOrder>, level: Level, grain: GroupGrain): Steps<SpotGroups> {
  return yield* groupSteps(yield* order, { level, grain });
}

/** Entries of the places but for the areas that stand apart: those are the lists from the second on. */
function runsWithout({ starts }: SpotPlaces, isApart: readonly boolean[]): Run[] {
  return [false, ...isApart].flatMap((isOut, list) =>
    isOut ? [] : [{ from: starts[list] as number, to: starts[list + 1] as number }],
  );
}

/** Orders without the areas that stand apart: near zooms in a row have the same. */
function orders(
  whole: () => Steps<SpotOrder>,
  length: number,
): (apart: readonly (readonly number[])[]) => Steps<SpotOrder> {
  let last: { readonly left: number; readonly order: SpotOrder } | null = null;
  return function* (apart) {
    if (apart.length === 0) return yield* whole();
    // Areas come apart by size: as many as before are the same as before.
    if (apart.length !== last?.left)
      last = { left: apart.length, order: yield* without(yield* whole(), apart, length) };
    return last.order;
  };
}

/** Among very many rows round areas smaller than this on screen would lie over each other until no hatch can be read. */
const FOLDED_PX = 120;

/**
 * Among very many rows a small round area stands with the points around it, as their imprecise share, until it is looked at
 * from near enough to be an area. Alone it is a ring: never a dot.
 */
function isFolded(area: AreaRef, zoom: number): boolean {
  if (!isRound(area)) return false;
  const { lat, precision, radiusM, basis } = area;
  return radiusOf(precision, radiusM, basis).radiusM < FOLDED_PX * metersPerPx(lat, zoom);
}
