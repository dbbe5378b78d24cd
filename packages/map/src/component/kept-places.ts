import type { Store } from "@whenwhere/store";
import {
  COUNTED_FROM,
  countedLevel,
  finished,
  type Level,
  levelKey,
  type MapViewport,
  type PlaceIndex,
  placeIndexSteps,
  type Steps,
} from "../scene/index.ts";
import { inTurns } from "./in-turns.ts";

/** What a scene of very many rows is made with. */
export interface PlacesNow {
  readonly index: PlaceIndex;
  readonly level?: Level;
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
  /** Rows that change while they are sorted would be sorted for ever: then it is done at once. */
  let hurried = false;

  const taken = (made: PlaceIndex) => {
    sorting?.stop();
    sorting = null;
    index = made;
    host.onIndex(made);
    return made;
  };
  const indexNow = () => index ?? taken(finished(sorting?.steps ?? placeIndexSteps(store)));
  const isLarge = () => store.columns.length >= COUNTED_FROM;
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
  const levelSoon = ({ counts }: PlaceIndex, level: Level) => {
    const key = levelKey(level);
    if (counts === null || leveling?.key === key) return;
    leveling?.stop();
    const steps = counts.prepare(level);
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
    now: () => ({ index: indexNow() }),
    soon(viewport) {
      if (!isLarge()) return { index: indexNow() };
      const wanted = countedLevel(viewport);
      if (index === null && !hurried) {
        sortSoon();
        return null;
      }
      if (index === null || index.counts?.isReady(wanted) !== false) {
        leveling?.stop();
        leveling = null;
        last = wanted;
      } else {
        levelSoon(index, wanted);
        if (last === null) return null;
      }
      hurried = false;
      return { index: indexNow(), level: last };
    },
    forget() {
      hurried = sorting !== null || last !== null;
      stopAll();
      index = null;
      last = null;
    },
    destroy: stopAll,
  };
}
