/** A point in CSS pixels. */
export type Point = readonly [x: number, y: number];

/** A width and a height in CSS pixels. */
export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A box in CSS pixels: left, top, right, bottom. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** The box that reaches so far to each side of a point; as far up and down unless told otherwise. */
export function centeredBox(
  { x, y }: { readonly x: number; readonly y: number },
  halfWidth: number,
  halfHeight = halfWidth,
): Box {
  return [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
}

/** The box with so much around it. */
export function widened([x0, y0, x1, y1]: Box, byPx: number): Box {
  return [x0 - byPx, y0 - byPx, x1 + byPx, y1 + byPx];
}

export function boxOf(rings: readonly (readonly Point[])[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
  }
  return [x0, y0, x1, y1];
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Even-odd over all rings, so holes are outside. */
export function insideRings(rings: readonly (readonly Point[])[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i] as Point;
      const [xj, yj] = ring[j] as Point;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

/** Distance of a point to a polyline in pixels; Infinity for an empty one. */
export function distanceToLine(line: readonly Point[], x: number, y: number): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1] as Point;
    const [bx, by] = line[i] as Point;
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return best;
}

/** Twice the signed area of a ring. */
export function ringArea2(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    sum += xj * yi - xi * yj;
  }
  return sum;
}

/** A ring cut to a box (Sutherland and Hodgman's method: one side after the other). */
export function clipRing(ring: readonly Point[], box: Box): readonly Point[] {
  const sides: readonly ((p: Point) => number)[] = [
    (p) => p[0] - box[0],
    (p) => box[2] - p[0],
    (p) => p[1] - box[1],
    (p) => box[3] - p[1],
  ];
  return sides.reduce(clipSide, ring);
}

/** A ring cut to a circle, taken as a polygon of 40 sides. Empty where they do not meet. */
export function clipRingToCircle(ring: readonly Point[], [x, y]: Point, radiusPx: number): readonly Point[] {
  let out = ring;
  for (let i = 0; i < 40 && out.length > 0; i++) {
    const [nx, ny] = [Math.cos((i * Math.PI) / 20), Math.sin((i * Math.PI) / 20)];
    out = clipSide(out, (p) => radiusPx - (p[0] - x) * nx - (p[1] - y) * ny);
  }
  return out;
}

function clipSide(ring: readonly Point[], depth: (p: Point) => number): readonly Point[] {
  const out: Point[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[j] as Point, ring[i] as Point];
    const [da, db] = [depth(a), depth(b)];
    if (da >= 0 !== db >= 0) {
      const t = da / (da - db);
      out.push([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
    }
    if (db >= 0) out.push(b);
  }
  return out;
}

/** A point inside a ring near its middle: the centre of its widest level chord among a few. Null for an empty ring. */
export function middleOf(ring: readonly Point[]): Point | null {
  if (ring.length < 3) return null;
  const [, top, , bottom] = boxOf([ring]);
  let best: { x: number; y: number; score: number } | null = null;
  for (let i = 3; i <= 7; i++) {
    const y = top + ((bottom - top) * i) / 10;
    const chord = widestChord(ring, y);
    const score = chord === null ? 0 : (chord[1] - chord[0]) * (1 - Math.abs(i - 5) * 0.08);
    if (chord !== null && (best === null || score > best.score)) best = { x: (chord[0] + chord[1]) / 2, y, score };
  }
  return best === null ? null : [best.x, best.y];
}

function widestChord(ring: readonly Point[], y: number): readonly [number, number] | null {
  const xs: number[] = [];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as Point;
    const [xj, yj] = ring[j] as Point;
    if (yi > y !== yj > y) xs.push(((xj - xi) * (y - yi)) / (yj - yi) + xi);
  }
  xs.sort((a, b) => a - b);
  let best: readonly [number, number] | null = null;
  for (let i = 1; i < xs.length; i += 2) {
    const chord = [xs[i - 1] as number, xs[i] as number] as const;
    if (best === null || chord[1] - chord[0] > best[1] - best[0]) best = chord;
  }
  return best;
}
