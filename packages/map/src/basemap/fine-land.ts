import type { Feature, MultiLineString, MultiPolygon, Position } from "geojson";
import { wrapLongitude } from "../scene/earth.ts";
import type { Basemap } from "./load-basemap.ts";
import { unpackArcs } from "./packed-topology.ts";
import { partBounds } from "./part-bounds.ts";

/** Land at 1 : 10 M in cells, as `basemap-build/fine-land.mjs` writes it. */
interface PackedLand {
  readonly cellDeg: number;
  /** Cells reach over each other by so much. */
  readonly overlapDeg: number;
  /** Steps of a degree. */
  readonly steps: number;
  /** By the western and the southern edge of a cell. */
  readonly cells: Readonly<Record<string, PackedCell | undefined>>;
}

interface PackedCell {
  /** Rings of each polygon. */
  readonly counts: readonly number[];
  readonly rings: string;
}

/** A part of the earth in degrees; `east` is more than 180 where it lies across the antimeridian. */
export interface GeoBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

type Ring = Position[];

interface Cell {
  readonly polygons: readonly Ring[][];
  readonly coast: readonly Ring[];
}

const NO_CELL: Cell = { polygons: [], coast: [] };

/** The fine land, cell by cell. */
export interface FineLand {
  /** The same world with the fine land and coast of the cells that a box meets, and without any land beside them. */
  under(basemap: Basemap, box: GeoBox): Basemap;
  /** The cells that a box meets, as a box. */
  cellsOf(box: GeoBox): GeoBox;
}

let loading: Promise<FineLand | null> | null = null;

/** Loads the fine land once a page, on demand. Null in a build that goes without it. */
export function loadFineLand(): Promise<FineLand | null> {
  loading ??= import("./generated/land-10m.json").then(({ default: packed }) =>
    packed === null ? null : fineLand(packed as PackedLand),
  );
  // A part that did not come may come another time.
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

function fineLand(packed: PackedLand): FineLand {
  const { cellDeg } = packed;
  const known = new Map<string, Cell>();
  const cellAt = (west: number, south: number): Cell => {
    const name = `${wrapLongitude(west)},${south}`;
    const cell = known.get(name) ?? unpackCell(packed, name);
    known.set(name, cell);
    return cell;
  };
  const down = (degrees: number) => Math.floor(degrees / cellDeg) * cellDeg;
  const up = (degrees: number) => Math.ceil(degrees / cellDeg) * cellDeg;
  const cellsOf = ({ west, south, east, north }: GeoBox): GeoBox => ({
    west: down(west),
    south: Math.max(-90, down(south)),
    east: Math.min(up(east), down(west) + 360),
    north: Math.min(90, up(north)),
  });
  return {
    cellsOf,
    under(basemap, box) {
      const { west, south, east, north } = cellsOf(box);
      const cells: Cell[] = [];
      for (let x = west; x < east; x += cellDeg) for (let y = south; y < north; y += cellDeg) cells.push(cellAt(x, y));
      const land = multi(
        "MultiPolygon",
        cells.flatMap(({ polygons }) => polygons),
      ) as Feature<MultiPolygon>;
      const coast = multi(
        "MultiLineString",
        cells.flatMap((cell) => cell.coast),
      ) as Feature<MultiLineString>;
      const bounds = { ...basemap.bounds, land: partBounds(land.geometry), coast: partBounds(coast.geometry) };
      return { ...basemap, land, coast, bounds };
    },
  };
}

function multi(type: "MultiPolygon" | "MultiLineString", coordinates: unknown): Feature {
  return { type: "Feature", properties: {}, geometry: { type, coordinates } as MultiPolygon | MultiLineString };
}

function unpackCell({ cells, cellDeg, overlapDeg, steps }: PackedLand, name: string): Cell {
  const cell = cells[name];
  if (cell === undefined) return NO_CELL;
  const rings = unpackArcs(cell.rings).map((differences): Ring => {
    let [x, y] = [0, 0];
    return differences.map(([dx = 0, dy = 0]) => {
      x += dx;
      y += dy;
      return [x / steps, y / steps];
    });
  });
  const [west = 0, south = 0] = name.split(",").map(Number);
  const edges = {
    x: [west - overlapDeg, west + cellDeg + overlapDeg],
    y: [south - overlapDeg, south + cellDeg + overlapDeg],
  };
  let at = 0;
  const polygons = cell.counts.map((count) => {
    at += count;
    return rings.slice(at - count, at);
  });
  return { polygons, coast: rings.flatMap((ring) => coastOf(ring, edges)) };
}

/** A ring without the edges that cutting gave it: those of its cell, of the antimeridian and of the south pole. */
function coastOf(ring: Ring, edges: { readonly x: readonly number[]; readonly y: readonly number[] }): Ring[] {
  const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const isCut = ([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position) =>
    edges.x.some((edge) => isNear(x1, edge) && isNear(x2, edge)) ||
    edges.y.some((edge) => isNear(y1, edge) && isNear(y2, edge)) ||
    (Math.abs(x1) > 179.99 && Math.abs(x2) > 179.99) ||
    (y1 < -89.9 && y2 < -89.9);
  const lines: Ring[] = [];
  let line: Ring | null = null;
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1] as Position, ring[i] as Position];
    if (isCut(from, to)) {
      line = null;
      continue;
    }
    if (line === null) {
      line = [from];
      lines.push(line);
    }
    line.push(to);
  }
  return lines;
}
