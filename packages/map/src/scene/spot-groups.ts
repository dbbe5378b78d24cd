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

/** Rows with a point along a Z-shaped curve: the rows of a cell of any zoom are one run of them. */
export interface SpotOrder {
  /** Rising places on the curve, and the rows that stand there; equal ones in row order. */
  readonly keys: Uint32Array;
  readonly rows: Uint32Array;
  /** Place of each entry in the Mercator square, 0 to 1. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Width of a cell at the integer zoom, and how near the means of neighbours are that become one group. */
export interface GroupGrain {
  /** A power of two, at least 32. */
  readonly cellPx: number;
  /** Less than a cell, so that 3 x 3 cells hold all. */
  readonly mergePx: number;
}

/** Bubbles of 32 px stand side by side. */
export const FINE_GRAIN: GroupGrain = { cellPx: 32, mergePx: 30 };
/** For so many rows that most cells are occupied: a map of touching bubbles is no map. */
export const COARSE_GRAIN: GroupGrain = { cellPx: 64, mergePx: 52 };

/** The curve has 2^16 steps on a side: cells of 32 px at zoom 12. */
const CURVE_BITS = 16;
const SIDE = 2 ** CURVE_BITS;
const WORLD_BITS = 9;

/** One pass over the rows and one sort by key. */
export function spotOrder(columns: Pick<Columns, "lon" | "lat">, lists: readonly ArrayLike<number>[]): SpotOrder {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const spots = new Uint32Array(length);
  let filled = 0;
  for (const list of lists) {
    spots.set(list, filled);
    filled += list.length;
  }
  const keys = new Uint32Array(length);
  const places = { x: new Float64Array(length), y: new Float64Array(length) };
  for (let i = 0; i < length; i++) {
    const row = spots[i] as number;
    places.x[i] = mercatorX(columns.lon.at(row));
    places.y[i] = mercatorY(columns.lat.at(row));
    keys[i] = (apart(step(places.x[i] as number)) | (apart(step(places.y[i] as number)) << 1)) >>> 0;
  }
  const order = sortedPlaces(keys);
  return {
    keys: keys.map((_, i) => keys[order[i] as number] as number),
    rows: spots.map((_, i) => spots[order[i] as number] as number),
    x: places.x.map((_, i) => places.x[order[i] as number] as number),
    y: places.y.map((_, i) => places.y[order[i] as number] as number),
  };
}

/** The order without some of its rows. */
export function without(order: SpotOrder, rows: readonly number[], length: number): SpotOrder {
  if (rows.length === 0) return order;
  const out = new Uint8Array(length);
  for (const row of rows) out[row] = 1;
  const kept = order.rows.map((row, i) => (out[row] === 0 ? i : length)).filter((i) => i < length);
  return {
    keys: kept.map((i) => order.keys[i] as number),
    rows: kept.map((i) => order.rows[i] as number),
    x: Float64Array.from(kept, (i) => order.x[i] as number),
    y: Float64Array.from(kept, (i) => order.y[i] as number),
  };
}

/** The groups of one zoom. Linear in the rows plus n log n in the occupied cells. */
export function groupSpots(order: SpotOrder, zoom: number, { cellPx, mergePx }: GroupGrain = FINE_GRAIN): SpotGroups {
  const worldPx = 512 * 2 ** zoom;
  const bits = Math.max(0, Math.min(CURVE_BITS, zoom + WORLD_BITS - Math.log2(cellPx)));
  const cells = cellsOf(order, 2 * (CURVE_BITS - bits));
  const across = 2 ** bits;
  const id = (cell: number) => (cells.cy[cell] as number) * across + (cells.cx[cell] as number);
  const size = (cell: number) => (cells.firsts[cell + 1] as number) - (cells.firsts[cell] as number);
  const byId = new Map<number, number>();
  for (let cell = 0; cell < cells.length; cell++) byId.set(id(cell), cell);
  const ranked = Uint32Array.from({ length: cells.length }, (_, i) => i).sort(
    (a, b) => size(b) - size(a) || id(a) - id(b),
  );
  const groupOf = new Int32Array(cells.length).fill(-1);
  const members: number[][] = [];
  const near = mergePx / worldPx;
  for (const cell of ranked) {
    if (groupOf[cell] !== -1) continue;
    groupOf[cell] = members.length;
    const group = [cell];
    for (const other of neighbors(cells, byId, { cell, across })) {
      const apartBy = Math.hypot(
        (cells.x[other] as number) - (cells.x[cell] as number),
        (cells.y[other] as number) - (cells.y[cell] as number),
      );
      if (groupOf[other] !== -1 || apartBy >= near) continue;
      groupOf[other] = members.length;
      group.push(other);
    }
    members.push(group);
  }
  return pack(order, cells, { members, key: (cell) => `z${zoom}/${id(cell)}` });
}

interface Cells {
  readonly length: number;
  /** Runs of entries of the order: one more than there are cells. */
  readonly firsts: Uint32Array;
  readonly cx: Uint32Array;
  readonly cy: Uint32Array;
  /** Mean place in the Mercator square. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function cellsOf({ keys, x, y }: SpotOrder, shift: number): Cells {
  // A shift by 32 shifts by nothing.
  const prefix = (key: number): number => (shift === 32 ? 0 : key >>> shift);
  const firsts: number[] = [];
  for (let i = 0; i < keys.length; i++) {
    if (i === 0 || prefix(keys[i] as number) !== prefix(keys[i - 1] as number)) firsts.push(i);
  }
  const length = firsts.length;
  firsts.push(keys.length);
  const cells = {
    length,
    firsts: Uint32Array.from(firsts),
    cx: new Uint32Array(length),
    cy: new Uint32Array(length),
    x: new Float64Array(length),
    y: new Float64Array(length),
  };
  for (let cell = 0; cell < length; cell++) {
    const from = firsts[cell] as number;
    const to = firsts[cell + 1] as number;
    const key = prefix(keys[from] as number);
    cells.cx[cell] = half(key);
    cells.cy[cell] = half(key >>> 1);
    cells.x[cell] = mean(x, from, to);
    cells.y[cell] = mean(y, from, to);
  }
  return cells;
}

function mean(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += values[i] as number;
  return sum / (to - from);
}

function* neighbors(
  cells: Cells,
  byId: ReadonlyMap<number, number>,
  { cell, across }: { readonly cell: number; readonly across: number },
): Generator<number> {
  const [cx, cy] = [cells.cx[cell] as number, cells.cy[cell] as number];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if ((dx === 0 && dy === 0) || cx + dx < 0 || cx + dx >= across) continue;
      const other = byId.get((cy + dy) * across + cx + dx);
      if (other !== undefined) yield other;
    }
  }
}

function pack(
  order: SpotOrder,
  cells: Cells,
  { members, key }: { readonly members: readonly number[][]; readonly key: (cell: number) => string },
): SpotGroups {
  const offsets = new Uint32Array(members.length + 1);
  const rows = new Uint32Array(order.rows.length);
  const lon = new Float64Array(members.length);
  const lat = new Float64Array(members.length);
  let at = 0;
  members.forEach((group, index) => {
    let [x, y, n] = [0, 0, 0];
    const start = at;
    for (const cell of group) {
      const from = cells.firsts[cell] as number;
      const to = cells.firsts[cell + 1] as number;
      rows.set(order.rows.subarray(from, to), at);
      at += to - from;
      n += to - from;
      x += (cells.x[cell] as number) * (to - from);
      y += (cells.y[cell] as number) * (to - from);
    }
    rows.subarray(start, at).sort();
    offsets[index + 1] = at;
    lon[index] = (x / n) * 360 - 180;
    lat[index] = latOfMercatorY(y / n);
  });
  return {
    length: members.length,
    lon,
    lat,
    offsets,
    rows,
    key: (group) => key((members[group] as number[])[0] ?? 0),
  };
}

/** Places of the entries in rising order of their keys; equal keys keep their order. Two passes of 16 bits. */
function sortedPlaces(keys: Uint32Array): Uint32Array {
  let from: Uint32Array = Uint32Array.from({ length: keys.length }, (_, i) => i);
  let to: Uint32Array = new Uint32Array(keys.length);
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(SIDE + 1);
    for (let i = 0; i < keys.length; i++) {
      const digit = ((keys[i] as number) >>> shift) & (SIDE - 1);
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < SIDE; digit++) {
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    }
    for (let i = 0; i < from.length; i++) {
      const entry = from[i] as number;
      const digit = ((keys[entry] as number) >>> shift) & (SIDE - 1);
      to[starts[digit] as number] = entry;
      starts[digit] = (starts[digit] as number) + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

const step = (share: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(share * SIDE)));

/** The bits of a number at the even places. */
function apart(value: number): number {
  let key = value;
  key = (key | (key << 8)) & 0x00ff00ff;
  key = (key | (key << 4)) & 0x0f0f0f0f;
  key = (key | (key << 2)) & 0x33333333;
  return (key | (key << 1)) & 0x55555555;
}

/** The even bits of a key. */
function half(key: number): number {
  let value = key & 0x55555555;
  value = (value | (value >>> 1)) & 0x33333333;
  value = (value | (value >>> 2)) & 0x0f0f0f0f;
  value = (value | (value >>> 4)) & 0x00ff00ff;
  return (value | (value >>> 8)) & 0xffff;
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
