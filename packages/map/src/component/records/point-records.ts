import { finishSteps, inTurns } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { CategoryStyle, Theme } from "@whenwhere/view";
import type { PointPainter } from "../../layers/point-layer.ts";
import {
  COUNTED_FROM,
  createPointMask,
  curvePlaces,
  MARKED_POINTS,
  type MapViewport,
  type PointPlaces,
  type PointRows,
  type PointTally,
  type PointView,
  pointQuestion,
  pointRowSteps,
  pointTallySteps,
  type SortedClauses,
  sortClauses,
  spotCurve,
  type WalkDirection,
} from "../../scene/index.ts";
import type { Anchor } from "../hands/anchors.ts";
import type { Aim, Hit } from "../hands/hit.ts";
import { pickPoint, placesOfRuns, pointAnchor, pointBeside } from "../hands/point-pick.ts";
import { MAP_SOURCE } from "../map-source.ts";

/** What the points of a map are made from. */
export interface PointRecordsHost {
  readonly store: Store;
  readonly wanted: () => boolean;
  /** The graphics processor's painter; null on a drawn ground. */
  readonly painter: () => PointPainter | null;
  readonly theme: () => Theme;
  readonly styles: () => readonly CategoryStyle[];
  /** What was missing is there: draw again. */
  readonly onPrepared: () => void;
  /** The filter has just changed, and may change again at once. */
  readonly isMoving: () => boolean;
}

/** The rows of a map that are drawn one by one. */
export interface PointRecords {
  /** The points of a picture; null where rows that are close are counted together instead. */
  viewAt(viewport: MapViewport): PointView | null;
  /** As marks of a scene, for a picture that no graphics processor draws; null where they are too many for that. */
  marksAt(viewport: MapViewport): PointView | null;
  /** The nearest point of the last picture to a pixel and the place under it. */
  pick(aim: Aim, place: readonly [lon: number, lat: number]): Hit | null;
  /** The next point in a direction from a row, where points are too many to be glyphs; null from a row that is none. */
  beside(row: number, direction: WalkDirection): number | null;
  /** Where a point of the last picture stands; undefined for all other rows. */
  anchor(row: number): Anchor | undefined;
  /** Draws them into the ground, or none. */
  show(view: PointView | null, viewport: MapViewport): void;
  /** The ground has the points of the last picture in it. */
  readonly isInGround: boolean;
  /** More points than a drawn ground shows one by one. */
  readonly isTooMany: boolean;
  forget(): void;
  destroy(): void;
}

/** Makes the points of a map; nothing is looked at before they are wanted. */
export function createPointRecords(host: PointRecordsHost): PointRecords {
  const { store } = host;
  const mask = createPointMask();
  let points: PointRows | null = null;
  let stop: (() => void) | null = null;
  let sorted: SortedClauses | null = null;
  let isInGround = false;
  let last: { readonly view: PointView; readonly viewport: MapViewport } | null = null;
  let places: PointPlaces | null = null;
  let tally: PointTally | null = null;
  let stopLater: (() => void) | null = null;
  let under: (NonNullable<PointView["under"]> & { readonly clauses: SortedClauses["others"] }) | null = null;

  const pointsSoon = () => {
    if (points !== null || stop !== null) return points;
    const steps = pointRowSteps(store);
    if (store.columns.length < COUNTED_FROM) points = finishSteps(steps);
    else {
      stop = inTurns(steps, (made) => {
        stop = null;
        points = made;
        host.onPrepared();
      });
    }
    return points;
  };
  /** What no picture needs is made when there is one: a hand that is faster waits for a look at all points, not for that. */
  const makeLater = (known: PointRows) => {
    if (tally !== null || stopLater !== null) return;
    const steps = function* () {
      tally = yield* pointTallySteps(known);
      if (known.length <= MARKED_POINTS) return;
      places = curvePlaces(known.columns, yield* spotCurve(known.columns, known.rows));
    };
    stopLater = inTurns(steps(), () => {}, { waits: host.isMoving });
  };
  const forget = () => {
    stop?.();
    stop = null;
    stopLater?.();
    stopLater = null;
    places = null;
    tally = null;
    points = null;
    sorted = null;
    under = null;
    last = null;
  };
  /** Standings are copied only where another clause came: the store's own buffer follows its other clauses. */
  const viewOf = (known: PointRows, viewport: MapViewport): PointView => {
    const { categories, state } = store;
    sorted = sortClauses(state.clauses, sorted, { except: MAP_SOURCE, categories });
    const question = pointQuestion(sorted, known.clock, Math.floor(viewport.zoom));
    const standing = underNow(sorted);
    return {
      ...{ points: known, mask, question, under: standing, shown: store.count(MAP_SOURCE).shown },
      counted: standing === null ? (tally?.count(question) ?? null) : null,
    };
  };
  const underNow = ({ others, held }: SortedClauses) => {
    if (others.length === 0) under = null;
    else if (under === null || !sameClauses(under.clauses, others)) {
      under = { clauses: others, states: store.passing(held).slice() };
    }
    return under;
  };
  return {
    get isInGround() {
      return isInGround;
    },
    get isTooMany() {
      return host.wanted() && host.painter() === null && (points?.length ?? 0) > MARKED_POINTS;
    },
    viewAt(viewport) {
      const known = host.wanted() ? pointsSoon() : null;
      if (known === null) return null;
      const painter = host.painter();
      if (painter === null ? known.length > MARKED_POINTS : !painter.prepare(known, host.onPrepared)) return null;
      return viewOf(known, viewport);
    },
    marksAt(viewport) {
      const known = host.wanted() ? pointsSoon() : null;
      return known === null || known.length > MARKED_POINTS ? null : viewOf(known, viewport);
    },
    pick(aim, place) {
      if (last === null || last.view.points.length <= MARKED_POINTS) return null;
      return pickPoint({ ...last, places: places ?? placesOfRuns(last.view) }, aim, place);
    },
    beside(row, direction) {
      if (row < 0 || last === null || last.view.points.length <= MARKED_POINTS) return null;
      return pointBeside({ ...last, places: places ?? placesOfRuns(last.view) }, row, direction);
    },
    anchor: (row) => (last === null ? undefined : pointAnchor(last.view, last.viewport, row)),
    show(view, viewport) {
      const painter = host.painter();
      last = view === null ? null : { view, viewport };
      if (view !== null) makeLater(view.points);
      isInGround = painter !== null && view !== null;
      if (painter === null) return;
      const look = { theme: host.theme(), styles: host.styles() };
      painter.show(view === null ? null : { points: view.points, question: view.question, under: view.under, ...look });
    },
    forget,
    destroy: forget,
  };
}

function sameClauses(one: SortedClauses["others"], other: SortedClauses["others"]): boolean {
  return one.length === other.length && one.every((clause) => other.includes(clause));
}
