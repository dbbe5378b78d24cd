import { CERTAIN, type CellBounds, type Cells, HIDDEN, POSSIBLE, type Store } from "@whenwhere/store";

/** The cell of a place, in the words of the documentation. */
function cellOf(lon: number, lat: number, zoom: number): readonly [x: number, y: number] {
  const side = 2 ** zoom;
  const x = (((lon + 180) % 360) + 360) % 360;
  const limited = (Math.min(Math.max(lat, -89.9999), 89.9999) * Math.PI) / 180;
  const y = (1 - Math.asinh(Math.tan(limited)) / Math.PI) / 2;
  const within = (share: number) => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
  return [within(x / 360), within(y)];
}

/** Tries whole turns of the box, so that the antimeridian is nothing special. */
function touches(x: number, y: number, zoom: number, { west, south, east, north }: CellBounds): boolean {
  const degrees = 360 / 2 ** zoom;
  const right = east + 360 * Math.max(0, Math.ceil((west - east) / 360));
  const isBeside = [-720, -360, 0, 360, 720].some((turn) => {
    const left = -180 + x * degrees + turn;
    // Cells are half-open to the east: a box that begins on the border does not touch the cell before it.
    return left <= right && left + degrees > west;
  });
  return isBeside && y >= cellOf(0, north, zoom)[1] && y <= cellOf(0, south, zoom)[1];
}

/** Cells as lines of text, by brute force over the standings. */
export function twinOf(store: Store, states: readonly number[], zoom: number, bounds?: CellBounds): string[] {
  const sums = new Map<string, [certain: number, possible: number]>();
  for (const [row, state] of states.entries()) {
    const lon = store.columns.lon.at(row);
    if (state === HIDDEN || Number.isNaN(lon)) continue;
    const [x, y] = cellOf(lon, store.columns.lat.at(row), zoom);
    if (bounds !== undefined && !touches(x, y, zoom, bounds)) continue;
    const [certain, possible] = sums.get(`${x} ${y}`) ?? [0, 0];
    sums.set(`${x} ${y}`, [certain + Number(state === CERTAIN), possible + Number(state === POSSIBLE)]);
  }
  return [...sums].map(([cell, [certain, possible]]) => `${cell}: ${certain} + ${possible}`).sort();
}

/** The answer of a store in the same words. */
export function linesOf(cells: Cells): string[] {
  return Array.from(
    { length: cells.length },
    (_, i) => `${cells.x[i]} ${cells.y[i]}: ${cells.certain[i]} + ${cells.possible[i]}`,
  ).sort();
}
