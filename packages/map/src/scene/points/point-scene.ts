import { CERTAIN, HIDDEN, type Standing, type StoreState } from "@whenwhere/store";
import { agedInk, fadingOf } from "../glyphs/fade.ts";
import { type MapSceneInput, mapScene } from "../map-scene.ts";
import type { Point } from "../plane.ts";
import type { SceneStore } from "../spots/place-index.ts";
import type { MapScene, MapViewport, PointGlyph } from "../types.ts";
import { isPointAt, type PointRows } from "./point-rows.ts";
import { type PointQuestion, pointStanding, rowWords } from "./point-words.ts";

/** So few points are glyphs of the scene as well: they are hit, walked, described and exported as every mark. */
export const MARKED_POINTS = 5_000;

/** The points of one picture. */
export interface PointView {
  readonly points: PointRows;
  readonly question: PointQuestion;
  /** Standings by row under clauses that the question does not hold; null where there are none. */
  readonly under: { readonly states: Uint8Array } | null;
  readonly mask: PointMask;
  /** Shown rows of the store in all. */
  readonly shown: number;
  /** Shown points, counted by themselves; null where that is not known. */
  readonly counted: number | null;
}

/** How a point stands in the picture. */
export function standingOf({ points, question, under }: PointView, row: number): number {
  const standing = under === null ? CERTAIN : (under.states[row] as number);
  return pointStanding(rowWords(points, row), question, standing);
}

/**
 * Whether a row is a point of the picture, in the view or beyond it. Most rows that are not are told by their dates alone, or by
 * the other clauses.
 */
export function isShownPoint(view: PointView, row: number): boolean {
  const { points, question, under } = view;
  const { window, level } = question;
  if (!isPointAt(points, row, level) || (under !== null && under.states[row] === HIDDEN)) return false;
  const { outerStartMs, outerEndMs } = points.columns;
  if (window !== null && (outerStartMs.at(row) >= window.endMs || outerEndMs.at(row) <= window.startMs)) return false;
  return standingOf(view, row) !== HIDDEN;
}

/**
 * A scene in which every shown point stands for itself, and everything else as ever. Points that a layer draws are glyphs here as well
 * while they are few; of many, the selected one and the one that is pointed at.
 *
 * Law: as of {@link mapScene}; `counts.points` are among those drawn, in the view or beyond it. Where points are counted by
 * themselves, the law fails for a record that the picture has lost.
 */
export function pointScene(input: MapSceneInput, view: PointView): MapScene {
  const { points: known, question, mask, shown } = view;
  const glyphs = pointGlyphs(input, view);
  if (mask.isEmpty(known, question.level)) {
    const points = view.counted ?? shown;
    return emptyScene(input.viewport, glyphs, { shown, drawn: points, clustered: 0, unplaced: 0, points });
  }
  const scene = mapScene({ ...input, store: withoutPoints(input.store, view) });
  const { drawn, clustered, unplaced } = scene.counts;
  const points = view.counted ?? shown - scene.counts.shown;
  const counts = { shown, drawn: drawn + points, clustered, unplaced, points };
  const marks = [...scene.marks, ...glyphs];
  // Rows of the tray are gathered when they are first read.
  return Object.defineProperties({} as MapScene, {
    ...Object.getOwnPropertyDescriptors(scene),
    counts: { value: counts, enumerable: true },
    marks: { value: marks, enumerable: true },
  });
}

/** What {@link mapScene} gives where no other row passes. */
function emptyScene(
  { widthPx, heightPx }: MapViewport,
  marks: MapScene["marks"],
  counts: MapScene["counts"],
): MapScene {
  const others = { areas: [], rings: [], joins: [], arcs: [], clusters: [], edges: [], labels: [], tray: [] };
  return { ...others, marks, widthPx, heightPx, counts };
}

/** The rows that are no points, for the rest of the scene: to it, points do not pass. */
function withoutPoints(store: SceneStore, { points, question, mask }: PointView): SceneStore {
  const { state } = store;
  const others = (id: string | null) => {
    const row = id === null ? -1 : store.rowOf(id);
    return row >= 0 && isPointAt(points, row, question.level) ? null : id;
  };
  const held: StoreState = { ...state, selectedId: others(state.selectedId), hoveredId: others(state.hoveredId) };
  return {
    ...{ columns: store.columns, timeOrder: store.timeOrder, categories: store.categories, state: held },
    incident: (row) => store.incident(row),
    rowOf: (id) => store.rowOf(id),
    standing: (except) => mask.apply(points, question.level, () => store.standing(except)),
    passing: (except) => mask.apply(points, question.level, () => store.standing(except)).states,
  };
}

/** Standings of the rows that are no points; points are hidden. */
export interface PointMask {
  /** Every row is a point at this level: what is left of the scene is nothing. */
  isEmpty(points: PointRows, level: number): boolean;
  apply(points: PointRows, level: number, standing: () => Standing): Standing;
}

/** One store's rows at one level: `mask` is 0 for points and all bits for others. */
interface MaskedRows {
  readonly points: PointRows;
  readonly level: number;
  readonly mask: Uint8Array;
  readonly isEmpty: boolean;
}

/**
 * Makes a mask. Cost: a pass over the rows at a new level and under another filter; under a window that moves one step a row that
 * its edges crossed; nothing where all rows are points, about which the store is then not asked.
 */
export function createPointMask(): PointMask {
  let made: MaskedRows | null = null;
  let kept: { readonly of: Standing; version: number; readonly masked: Standing } | null = null;
  const madeOf = (points: PointRows, level: number) => {
    if (made?.points === points && made.level === level) return made;
    made = { points, level, ...maskOf(points, level) };
    const states = new Uint8Array(points.columns.length);
    const nothing = { states, version: 0, changesSince: () => [] };
    kept = made.isEmpty ? { of: nothing, version: 0, masked: nothing } : null;
    return made;
  };
  return {
    isEmpty: (points, level) => madeOf(points, level).isEmpty,
    apply(points, level, standing) {
      const { mask, isEmpty } = madeOf(points, level);
      if (kept !== null && isEmpty) return kept.masked;
      const now = standing();
      const changes = kept?.of === now ? now.changesSince(kept.version) : null;
      kept = { of: now, version: now.version, masked: kept?.of === now ? kept.masked : maskedOf(now) };
      takeChanged(kept.masked.states, { all: now.states, mask, changes });
      return kept.masked;
    },
  };
}

function maskOf(points: PointRows, level: number): Pick<MaskedRows, "mask" | "isEmpty"> {
  const mask = new Uint8Array(points.columns.length);
  let isEmpty = true;
  for (let row = 0; row < mask.length; row++) {
    if (isPointAt(points, row, level)) continue;
    mask[row] = 0xff;
    isEmpty = false;
  }
  return { mask, isEmpty };
}

/** Changes as those of the whole; that a point is among them does no harm, since it stays hidden. */
function maskedOf(whole: Standing): Standing {
  return {
    states: new Uint8Array(whole.states.length),
    get version() {
      return whole.version;
    },
    changesSince: (version) => whole.changesSince(version),
  };
}

function takeChanged(
  states: Uint8Array,
  {
    all,
    mask,
    changes,
  }: { readonly all: Uint8Array; readonly mask: Uint8Array; readonly changes: ReturnType<Standing["changesSince"]> },
): void {
  const take = (row: number) => {
    states[row] = (all[row] as number) & (mask[row] as number);
  };
  for (const { rows } of changes ?? []) for (const row of rows) take(row);
  if (changes === null) for (let row = 0; row < mask.length; row++) take(row);
}

function pointGlyphs({ store, viewport }: MapSceneInput, view: PointView): PointGlyph[] {
  const { points, question } = view;
  const selected = rowOf(store, store.state.selectedId);
  const hovered = rowOf(store, store.state.hoveredId);
  const rows = points.length <= MARKED_POINTS ? points.rows : [...new Set([hovered, selected])];
  const fading = fadingOf(store.state);
  const glyphs: PointGlyph[] = [];
  for (const row of rows) {
    if (row < 0 || !isPointAt(points, row, question.level)) continue;
    const standing = standingOf(view, row);
    const at = standing === HIDDEN ? null : pointPlace(points, viewport, row);
    if (at === null || !isIn(viewport, at)) continue;
    const fade = standing === CERTAIN ? agedInk(fading, points.columns.outerEndMs.at(row)) : 1;
    glyphs.push({
      ...{ row, x: at[0], y: at[1], share: 1, part: "where", inLayer: true },
      category: points.columns.category.at(row),
      status: points.columns.status.at(row),
      certainty: standing === CERTAIN ? "certain" : "possible",
      selected: row === selected,
      hovered: row === hovered,
      ...(fade < 1 ? { fade } : {}),
    });
  }
  const rank = (mark: PointGlyph) => (mark.selected ? 2 : mark.certainty === "certain" ? 1 : 0);
  return glyphs.sort((a, b) => rank(a) - rank(b));
}

function rowOf(store: SceneStore, id: string | null): number {
  return id === null ? -1 : store.rowOf(id);
}

/** Where a point stands on screen, on the copy of the world nearest to the middle; null behind a globe. */
export function pointPlace({ columns }: PointRows, viewport: MapViewport, row: number): Point | null {
  const lon = columns.lon.at(row);
  const middle = viewport.center?.[0] ?? lon;
  return viewport.project(lon - 360 * Math.round((lon - middle) / 360), columns.lat.at(row));
}

function isIn({ widthPx, heightPx }: MapViewport, [x, y]: Point): boolean {
  return x >= 0 && y >= 0 && x <= widthPx && y <= heightPx;
}
