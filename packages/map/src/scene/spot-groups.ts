import type { Columns } from "@whenwhere/store";

/**
 * Rows with a point, put together where they would overlap at one integer zoom. Depends on all rows and the zoom only,
 * never on filters or on the camera, so a group keeps its place while the window moves.
 */
export interface SpotGroups {
  readonly length: number;
  /** Mean place of all rows of the group, degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Rows of group g: `rows[offsets[g]] .. rows[offsets[g + 1] - 1]`. */
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;
  /** Stable name of group g: zoom and cell. */
  readonly key: (group: number) => string;
}

/** Cells are 32 px wide at the integer zoom, on a power-of-two grid of the Mercator world. */
const CELL_PX = 32;
/** Cells whose means are nearer than this are one group. Must be less than a cell, so that 3 x 3 cells hold all. */
const MERGE_PX = 30;

interface Cell {
  readonly id: number;
  readonly cx: number;
  readonly cy: number;
  readonly rows: number[];
  x: number;
  y: number;
  group: number;
}

/** Linear in the rows plus n log n in the occupied cells. */
export function groupSpots(columns: Pick<Columns, "lon" | "lat">, spots: Uint32Array, zoom: number): SpotGroups {
  const worldPx = 512 * 2 ** zoom;
  const across = Math.max(1, Math.ceil(worldPx / CELL_PX));
  const cells = fillCells(columns, spots, { worldPx, across });
  const ordered = [...cells.values()].sort((a, b) => b.rows.length - a.rows.length || a.id - b.id);
  const members: Cell[][] = [];
  for (const cell of ordered) {
    if (cell.group >= 0) continue;
    cell.group = members.length;
    const group = [cell];
    for (const near of neighbours(cells, cell, across)) {
      if (near.group >= 0 || Math.hypot(near.x - cell.x, near.y - cell.y) >= MERGE_PX) continue;
      near.group = cell.group;
      group.push(near);
    }
    members.push(group);
  }
  return pack(members, { spots, worldPx, zoom });
}

interface Grid {
  readonly worldPx: number;
  readonly across: number;
}

function fillCells(
  columns: Pick<Columns, "lon" | "lat">,
  spots: Uint32Array,
  { worldPx, across }: Grid,
): Map<number, Cell> {
  const cells = new Map<number, Cell>();
  for (const row of spots) {
    const x = mercatorX(columns.lon[row] as number) * worldPx;
    const y = mercatorY(columns.lat[row] as number) * worldPx;
    const cx = Math.max(0, Math.min(across - 1, Math.floor(x / CELL_PX)));
    const cy = Math.max(0, Math.min(across - 1, Math.floor(y / CELL_PX)));
    const id = cy * across + cx;
    let cell = cells.get(id);
    if (cell === undefined) {
      cell = { id, cx, cy, rows: [], x: 0, y: 0, group: -1 };
      cells.set(id, cell);
    }
    cell.rows.push(row);
    cell.x += x;
    cell.y += y;
  }
  for (const cell of cells.values()) {
    cell.x /= cell.rows.length;
    cell.y /= cell.rows.length;
  }
  return cells;
}

function* neighbours(cells: Map<number, Cell>, { cx, cy }: Cell, across: number): Generator<Cell> {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if ((dx === 0 && dy === 0) || cx + dx < 0 || cx + dx >= across) continue;
      const cell = cells.get((cy + dy) * across + cx + dx);
      if (cell !== undefined) yield cell;
    }
  }
}

function pack(
  members: readonly Cell[][],
  { spots, worldPx, zoom }: { spots: Uint32Array; worldPx: number; zoom: number },
): SpotGroups {
  const offsets = new Uint32Array(members.length + 1);
  const rows = new Uint32Array(spots.length);
  const lon = new Float64Array(members.length);
  const lat = new Float64Array(members.length);
  let at = 0;
  members.forEach((cells, group) => {
    let [x, y, n] = [0, 0, 0];
    for (const cell of cells) {
      rows.set(cell.rows, at);
      at += cell.rows.length;
      n += cell.rows.length;
      x += cell.x * cell.rows.length;
      y += cell.y * cell.rows.length;
    }
    offsets[group + 1] = at;
    lon[group] = (x / n / worldPx) * 360 - 180;
    lat[group] = latOfMercatorY(y / n / worldPx);
  });
  return {
    length: members.length,
    lon,
    lat,
    offsets,
    rows,
    key: (group) => `z${zoom}/${(members[group] as Cell[])[0]?.id ?? 0}`,
  };
}

const mercatorX = (lon: number): number => ((((lon + 180) % 360) + 360) % 360) / 360;

/** 0 at the north edge of the Mercator square, 1 at the south edge; poles are clamped to the edge. */
function mercatorY(lat: number): number {
  const clamped = Math.max(-85.0511, Math.min(85.0511, lat));
  const sin = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

function latOfMercatorY(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
