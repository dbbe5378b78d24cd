import { finishSteps, inTurns, type Steps } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import {
  COUNTED_FROM,
  countedLevel,
  createDensityCounts,
  type DensityCounts,
  type DensityKind,
  type Level,
  levelKey,
  type MapViewport,
  type PlaceCounts,
  type PlaceIndex,
  placeIndexSteps,
} from "../../scene/index.ts";
import { MAP_SOURCE } from "../map-source.ts";

/** What a scene of very many rows is made with. */
export interface PlacesNow {
  readonly index: PlaceIndex;
  readonly level?: Level;
  readonly density?: DensityCounts;
}

/** The sorted places of the rows of a store, made without stopping the page. */
export interface KeptPlaces {
  /** So many rows that sorting them is felt. */
  readonly isLarge: boolean;
  /** At once, whatever it costs: for an export. */
  now(viewport: MapViewport): PlacesNow;
  /**
   * Without a pause that is felt: null while the rows are first sorted. While the groups of another zoom are made, those of the
   * last one stay: their counts are as exact.
   */
  soon(viewport: MapViewport): PlacesNow | null;
  forget(): void;
  destroy(): void;
}

/** What is told while places are made. */
export interface KeptPlacesHost {
  /** The surface that is drawn in place of glyphs. */
  readonly density: () => DensityKind | "none";
  readonly onIndex: (index: PlaceIndex) => void;
  /** What was missing is there. */
  readonly onPrepared: () => void;
}

/** Work under way. */
interface Task<T> {
  readonly steps: Steps<T>;
  readonly stop: () => void;
}

/** Makes them; nothing is sorted before it is asked for. */
export function createKeptPlaces(store: Store, host: KeptPlacesHost): KeptPlaces {
  let index: PlaceIndex | null = null;
  let sorting: Task<PlaceIndex> | null = null;
  let leveling: (Task<void> & { readonly key: string }) | null = null;
  /** The level of the last picture. */
  let last: Level | null = null;
  let lastKind: DensityKind | "none" = "none";
  let density: DensityCounts | null = null;
  /** Rows that change while they are sorted would be sorted for ever: then it is done at once. */
  let hurried = false;

  const taken = (made: PlaceIndex) => {
    sorting?.stop();
    sorting = null;
    index = made;
    host.onIndex(made);
    return made;
  };
  const indexNow = () => index ?? taken(finishSteps(sorting?.steps ?? placeIndexSteps(store)));
  const isLarge = () => store.columns.length >= COUNTED_FROM;
  const densityNow = (places: PlaceIndex) => {
    const kind = host.density();
    if (kind === "none") return {};
    if (density?.kind !== kind) density = createDensityCounts({ columns: store.columns, index: places }, kind);
    return { density };
  };
  const nowOf = (places: PlaceIndex, level: Level | null): PlacesNow => ({
    index: places,
    ...(level === null ? {} : { level }),
    ...densityNow(places),
  });
  const stopAll = () => {
    sorting?.stop();
    leveling?.stop();
    sorting = null;
    leveling = null;
  };
  const sortSoon = () => {
    if (sorting !== null) return;
    const steps = placeIndexSteps(store);
    const done = (made: PlaceIndex) => {
      taken(made);
      host.onPrepared();
    };
    sorting = { steps, stop: inTurns(steps, done) };
  };
  /** What the picture itself asks of all rows once a level, each in a turn of its own: together they would hold up its frame. */
  const countedSteps = function* (made: Steps<void>, level: Level): Steps<void> {
    yield* made;
    yield;
    store.count();
    yield;
    store.standing(MAP_SOURCE);
    yield;
    if (host.density() === "none") index?.counts?.follow(store.standing(MAP_SOURCE), level);
  };
  const levelSoon = (counts: Pick<PlaceCounts, "prepare">, level: Level) => {
    const key = `${host.density()} ${levelKey(level)}`;
    if (leveling?.key === key) return;
    leveling?.stop();
    const steps = countedSteps(counts.prepare(level), level);
    const done = () => {
      leveling = null;
      host.onPrepared();
    };
    leveling = { key, steps, stop: inTurns(steps, done) };
  };
  return {
    get isLarge() {
      return isLarge();
    },
    now: () => nowOf(indexNow(), null),
    soon(viewport) {
      if (!isLarge()) return nowOf(indexNow(), null);
      const wanted = countedLevel(viewport);
      if (index === null && !hurried) {
        sortSoon();
        return null;
      }
      const counts = index === null ? null : (densityNow(index).density ?? index.counts);
      if (lastKind !== host.density()) last = null;
      lastKind = host.density();
      if (counts === null || counts.isReady(wanted)) {
        leveling?.stop();
        leveling = null;
        last = wanted;
      } else {
        levelSoon(counts, wanted);
        if (last === null) return null;
      }
      hurried = false;
      return nowOf(indexNow(), last);
    },
    forget() {
      hurried = sorting !== null || last !== null;
      stopAll();
      index = null;
      density = null;
      last = null;
    },
    destroy: stopAll,
  };
}
