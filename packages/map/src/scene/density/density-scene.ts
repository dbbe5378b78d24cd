import { turnToward } from "../earth.ts";
import { type Frame, inView, projectedNear, shownOf } from "../frame.ts";
import { edgeGlyphs } from "../glyphs/edge-glyphs.ts";
import { FarSides, type SlotCounts } from "../glyphs/far-sides.ts";
import { withRows, withTray } from "../holding.ts";
import type { Point } from "../plane.ts";
import type { DensityCell, DensityGlyphs, MapScene } from "../types.ts";
import { heatBands } from "./density-bands.ts";
import { type DensityKind, type DensityTable, expectedCounts, middleOfCell } from "./density-counts.ts";
import { type DensityScale, densityScale, stepOf } from "./density-scale.ts";
import { hexCorners, placeOfShare } from "./hex-grid.ts";

/** Less than this of a record is what rounding leaves. */
const NOTHING = 1e-6;
/** No hue: a count of all categories has none. */
const NO_CATEGORY = [{ category: -1, count: 0, imprecise: 0 }];

/** What a surface is made of. */
export interface DensityInput {
  readonly kind: DensityKind;
  readonly table: DensityTable;
  /** Shown rows in all. */
  readonly shown: number;
  readonly maxEdges: number;
}

/**
 * The ground coloured by how many records it has, in place of their glyphs. Rows count where their point is; rows known worse than a
 * hexagon are spread evenly over those within their radius, as expected counts. Rows known by an area only are left out and
 * stand in the tray.
 *
 * Laws: `clustered` rows have their point in the view, `drawn` ones beyond it, and `drawn + clustered + unplaced = shown`; the
 * expected counts of the whole world add up to `drawn + clustered`.
 */
export function densityScene(frame: Frame, { kind, table, shown, maxEdges }: DensityInput): MapScene {
  const expected = expectedCounts(table);
  const scale = densityScale(table.peakPerKm2, table.grid.areaKm2(Math.floor(0.5 / table.grid.pitch)));
  const slots = slotsOf(table);
  const far = new FarSides(frame, slots);
  const rowsBeyond = { count: 0 };
  const beyond = (slot: number, [lon, lat]: readonly [number, number]) => {
    rowsBeyond.count += table.shown[slot] as number;
    far.add(slot, lon, lat);
  };
  const homes = homesOf(table);
  const cells: DensityCell[] = [];
  const seen = new Map<number, boolean>();
  for (let cell = 0; cell < expected.length; cell++) {
    if ((expected[cell] as number) < NOTHING) continue;
    const glyph = cellGlyph(frame, { cell, expected: expected[cell] as number, table, scale, homes });
    seen.set(cell, glyph.inside);
    if (glyph.cell !== null) cells.push(glyph.cell);
    if (!glyph.inside) beyond(cell, glyph.place);
  }
  for (const [i, place] of table.far.entries()) beyond(table.firstFar + i, place);
  table.siteCells.forEach((cell, site) => {
    const slot = table.firstSite + site;
    if ((table.shown[slot] as number) === 0) return;
    const { middle } = middleOfCell(table, cell);
    const place = placeOfShare(middle);
    if (!(seen.get(cell) ?? isSeen(frame, place))) beyond(slot, place);
  });
  const { areaOnly, none } = table;
  const unplaced = (table.shown[areaOnly] as number) + (table.shown[none] as number);
  const density: DensityGlyphs = {
    ...{ kind, ...scale, cells, areaOnly: table.shown[areaOnly] as number },
    bands: kind === "heat" ? heatBands(frame, { table, expected, scale }) : [],
    cellOf: (row) => cellOfRow(table, cells, row),
  };
  const edges = edgeGlyphs(frame, far.parts(), { max: maxEdges, avoid: frame.covers });
  const drawn = rowsBeyond.count;
  const tray = () => [...shownOf(frame, slots.rowsOf(none)), ...shownOf(frame, slots.rowsOf(areaOnly))];
  const empty = { areas: [], rings: [], joins: [], arcs: [], marks: [], clusters: [], labels: [] };
  const { widthPx, heightPx } = frame.viewport;
  const counts = { shown, drawn, clustered: shown - drawn - unplaced, unplaced };
  return withTray({ widthPx, heightPx, ...empty, edges, density, counts }, tray);
}

/** Rows of a slot are looked for when somebody asks: a picture needs their number only. */
function slotsOf(table: DensityTable): SlotCounts {
  return {
    ...{ shown: table.shown, certain: table.certain },
    shares: () => NO_CATEGORY,
    rowsOf: (slot) => rowsWhere(table, (code) => code === slot),
  };
}

function rowsWhere({ codes }: DensityTable, wanted: (code: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++) if (wanted(codes[row] as number)) rows.push(row);
  return rows;
}

interface CellInput {
  readonly cell: number;
  readonly expected: number;
  readonly table: DensityTable;
  readonly scale: DensityScale;
  readonly homes: (cell: number) => Home;
}

/** Rows whose point is in a hexagon, however widely they are spread. */
interface Home {
  readonly count: number;
  readonly certain: number;
}

function homesOf({ shown, certain, siteCells, firstSite }: DensityTable): (cell: number) => Home {
  const more = new Map<number, { count: number; certain: number }>();
  siteCells.forEach((cell, site) => {
    const home = more.get(cell) ?? { count: 0, certain: 0 };
    home.count += shown[firstSite + site] as number;
    home.certain += certain[firstSite + site] as number;
    more.set(cell, home);
  });
  return (cell) => ({
    count: (shown[cell] as number) + (more.get(cell)?.count ?? 0),
    certain: (certain[cell] as number) + (more.get(cell)?.certain ?? 0),
  });
}

interface SeenCell {
  /** Null where nothing of it is seen. */
  readonly cell: DensityCell | null;
  /** Its middle is in the view. */
  readonly inside: boolean;
  readonly place: readonly [lon: number, lat: number];
}

function cellGlyph(frame: Frame, { cell, expected, table, scale, homes }: CellInput): SeenCell {
  const { grid } = table;
  const { row, middle } = middleOfCell(table, cell);
  const place = placeOfShare(middle);
  const at = mayBeNear(frame, place) ? projectedNear(frame, place) : null;
  const inside = at !== null && inView(frame, at.point);
  if (at === null || !inView(frame, at.point, 60)) return { cell: null, inside, place };
  const ring: Point[] = [];
  for (const corner of hexCorners(grid, middle)) {
    const [lon, lat] = placeOfShare(corner);
    const point = frame.viewport.project(lon + at.turn, lat);
    if (point === null) return { cell: null, inside, place };
    ring.push(point);
  }
  const { count, certain } = homes(cell);
  const perUnit = (expected / grid.areaKm2(row)) * scale.unitKm2;
  const holds = (other: number) => other >= 0 && isIn(table, cell, other);
  const glyph = {
    ...{ key: `h${grid.zoom}/${row}/${cell}`, x: at.point[0], y: at.point[1], ring, lon: place[0], lat: place[1] },
    ...{ count, certain, possible: count - certain, expected, perUnit, step: stepOf(scale, perUnit) },
    selected: holds(frame.selectedRow),
    hovered: holds(frame.hoveredRow),
  };
  return { cell: withRows(glyph, () => shownOf(frame, rowsOfCell(table, cell))), inside, place };
}

function isIn({ codes, firstSite, siteCells }: DensityTable, cell: number, row: number): boolean {
  const code = codes[row] as number;
  return code >= firstSite ? siteCells[code - firstSite] === cell : code === cell;
}

/** Rows with their point in it, then those that are spread over it from elsewhere. */
function rowsOfCell(table: DensityTable, cell: number): number[] {
  const { window, firstSite, spreads, siteCells } = table;
  const at = Math.floor(cell / window.across) * (window.across + 1) + (cell % window.across);
  const own = rowsWhere(table, (code) => code === cell || (code >= firstSite && siteCells[code - firstSite] === cell));
  const over = spreads.map(
    ({ runs }, site) => siteCells[site] !== cell && runs.some(([from, to]) => at >= from && at < to),
  );
  if (!over.includes(true)) return own;
  return [...own, ...rowsWhere(table, (code) => code >= firstSite && over[code - firstSite] === true)];
}

function cellOfRow(table: DensityTable, cells: readonly DensityCell[], row: number): number {
  const code = table.codes[row] as number;
  const cell = code >= table.firstSite ? (table.siteCells[code - table.firstSite] as number) : code;
  if (cell < 0 || cell >= table.firstFar) return -1;
  const { row: line } = middleOfCell(table, cell);
  return cells.findIndex(({ key }) => key === `h${table.grid.zoom}/${line}/${cell}`);
}

/** A place far outside the view is not projected: most hexagons are. */
function mayBeNear({ viewport }: Frame, [lon, lat]: readonly [number, number]): boolean {
  const [lon0, lat0] = viewport.center ?? [0, 0];
  const worldPx = 512 * 2 ** viewport.zoom;
  if (Math.abs(lat0) > 65 || (viewport.widthPx / worldPx) * 360 > 150) return true;
  const dx = Math.abs(lon - lon0 + turnToward(lon0, lon));
  if (dx > ((viewport.widthPx / 2 + 120) / worldPx) * 360 * 1.3) return false;
  return Math.abs(lat - lat0) <= ((viewport.heightPx / 2 + 120) / worldPx) * 360 * 1.3;
}

function isSeen(frame: Frame, place: readonly [number, number]): boolean {
  const at = projectedNear(frame, place);
  return at !== null && inView(frame, at.point);
}
