import { isOwnPlace } from "../glyphs/own-place.ts";
import type { Point } from "../plane.ts";
import type { ArcGlyph, LabelGlyph, MapScene, MapViewport } from "../types.ts";
import type { GroupsOfRows } from "./rows-of-groups.ts";
import { FEW, isApart } from "./spot-glyphs.ts";

/** The groups of two zooms, of which the first are parts of the second. */
export interface SplitLevels {
  /** The groups that the scene shows. */
  readonly fine: GroupsOfRows;
  /** Those that they come out of, or go into. */
  readonly coarse: GroupsOfRows;
  /** Of the scene. */
  readonly viewport: MapViewport;
}

/** Glyphs that move less than this stand still. */
const STILL_PX = 0.5;
/** A name is drawn again when its glyph is this near to its place. */
const NAMED_PX = 4;

/**
 * A scene on its way from the groups of a coarser zoom (`share` 0) to its own (1): every glyph stands between the place of the
 * bubble that it was part of and its own. Pure.
 *
 * Laws: at 1 the scene itself; numbers, rows and counts are those of the scene at every share, so that nothing is ever said that
 * is true of neither zoom; a glyph that was alone before does not move.
 */
export function splitScene(scene: MapScene, levels: SplitLevels, share: number): MapScene {
  if (share >= 1) return scene;
  const shifts = shiftsOf(scene, levels, 1 - share);
  const moved = [...shifts.rows.values(), ...shifts.keys.values()].some(isFelt);
  if (!moved) return scene;
  const byRow = <T extends MapScene["marks"][number] | MapScene["rings"][number]>(glyph: T): T =>
    isOwnPlace(glyph) ? shifted(glyph, shifts.rows.get(glyph.row)) : glyph;
  const clusters = scene.clusters.map((glyph) => shifted(glyph, shifts.keys.get(glyph.key)));
  const labels = scene.labels.filter((label) => isNamed(label, scene, shifts));
  const own = {
    marks: scene.marks.map(byRow),
    rings: scene.rings.map(byRow),
    // Bubbles that come out of one place lie over each other at first: the largest on top, as the one that it was.
    clusters: clusters.sort((a, b) => a.count - b.count),
    joins: scene.joins.map((join) => {
      const [dx, dy] = shifts.rows.get(join.row) ?? NONE;
      return { ...join, x0: join.x0 + dx, y0: join.y0 + dy };
    }),
    arcs: scene.arcs.map((arc) => bent(arc, shifts.rows.get(arc.row))),
    labels,
  };
  // Rows of the tray are gathered when they are first read.
  return Object.defineProperties({} as MapScene, {
    ...Object.getOwnPropertyDescriptors(scene),
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value, enumerable: true }])),
  });
}

const NONE: Point = [0, 0];
const isFelt = ([dx, dy]: Point): boolean => Math.hypot(dx, dy) >= STILL_PX;

/** How far the glyphs stand from their places, by row of those that stand alone and by key of bubbles. */
interface Shifts {
  readonly rows: ReadonlyMap<number, Point>;
  readonly keys: ReadonlyMap<string, Point>;
}

/** A glyph that has a group of the coarser zoom. */
interface Child {
  readonly row: number;
  readonly key: string | null;
  readonly count: number;
  readonly at: Point;
}

function shiftsOf(scene: MapScene, { fine, coarse, viewport }: SplitLevels, left: number): Shifts {
  const rows = new Map<number, Point>();
  const keys = new Map<string, Point>();
  for (const [group, children] of families(scene, { fine, coarse })) {
    const at = wasTogether(children) ? placeOf(coarse, viewport, group) : null;
    if (at === null) continue;
    for (const child of children) {
      const shift: Point = [(at[0] - child.at[0]) * left, (at[1] - child.at[1]) * left];
      if (child.key === null) rows.set(child.row, shift);
      else keys.set(child.key, shift);
    }
  }
  return { rows, keys };
}

function families(scene: MapScene, { fine, coarse }: Pick<SplitLevels, "fine" | "coarse">): Map<number, Child[]> {
  const found = new Map<number, Child[]>();
  const add = (child: Child) => {
    const group = child.row < 0 ? -1 : coarse.groupOf(child.row);
    if (group < 0) return;
    const family = found.get(group);
    if (family === undefined) found.set(group, [child]);
    else family.push(child);
  };
  for (const { key, count, x, y } of scene.clusters) add({ row: fine.rowIn(key), key, count, at: [x, y] });
  for (const glyph of [...scene.marks, ...scene.rings]) {
    if (isOwnPlace(glyph)) add({ row: glyph.row, key: null, count: 1, at: [glyph.x, glyph.y] });
  }
  return found;
}

/** Whether these were one bubble: the same rule that sets the rows of a group apart. */
function wasTogether(children: readonly Child[]): boolean {
  const count = children.reduce((sum, child) => sum + child.count, 0);
  return count > FEW || children.some(({ key }) => key !== null) || !isApart(children.map(({ at }) => at));
}

function placeOf({ groups }: GroupsOfRows, { center, project }: MapViewport, group: number): Point | null {
  const lon = groups.lon[group] as number;
  const turn = center === undefined ? 0 : 360 * Math.round((lon - center[0]) / 360);
  return project(lon - turn, groups.lat[group] as number);
}

/** Bubbles gather their rows when these are read: the glyph is taken over as it is, without reading. */
function shifted<T extends { readonly x: number; readonly y: number }>(glyph: T, shift: Point | undefined): T {
  if (shift === undefined || !isFelt(shift)) return glyph;
  return Object.defineProperties({} as T, {
    ...Object.getOwnPropertyDescriptors(glyph),
    x: { value: glyph.x + shift[0], enumerable: true },
    y: { value: glyph.y + shift[1], enumerable: true },
  });
}

/** The end that stands at the glyph follows it, the origin stays. */
function bent(arc: ArcGlyph, shift: Point | undefined): ArcGlyph {
  if (shift === undefined || !isFelt(shift)) return arc;
  const last = Math.max(1, arc.points.length - 1);
  const points = arc.points.map(([x, y], i): Point => [x + (shift[0] * i) / last, y + (shift[1] * i) / last]);
  return { ...arc, points };
}

/** A name beside a glyph that is elsewhere names nothing. */
function isNamed(label: LabelGlyph, { marks, rings, clusters }: MapScene, shifts: Shifts): boolean {
  let nearest = Infinity;
  let shift: Point = NONE;
  const look = (at: { readonly x: number; readonly y: number }, own: Point | undefined) => {
    const away = Math.hypot(at.x - label.x, at.y - label.y);
    if (away >= nearest) return;
    nearest = away;
    shift = own ?? NONE;
  };
  for (const glyph of [...marks, ...rings]) if (isOwnPlace(glyph)) look(glyph, shifts.rows.get(glyph.row));
  for (const glyph of clusters) look(glyph, shifts.keys.get(glyph.key));
  return Math.hypot(shift[0], shift[1]) < NAMED_PX;
}
