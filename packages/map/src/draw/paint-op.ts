/**
 * One stroke of the brush. A picture is a list of these, back to front, so that canvas and SVG cannot differ:
 * both only carry them out. Colours are resolved; lengths are CSS pixels.
 */
export type PaintOp = PathOp | ArcOp | TextOp;

export interface PathOp {
  readonly kind: "path";
  /** SVG path data. */
  readonly d: string;
  /** Moves the path (and its clip). */
  readonly at?: readonly [x: number, y: number];
  readonly fill?: string;
  readonly fillOpacity?: number;
  /** Of fill and stroke together, beside `fillOpacity`. Default 1. */
  readonly opacity?: number;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  /** Default `round`. */
  readonly join?: "round" | "miter";
  readonly cap?: "butt" | "round";
  /** Path data (even-odd) that the drawing is cut to. */
  readonly clip?: string;
  /** Default `nonzero`. */
  readonly rule?: "evenodd";
}

/** A circle, or a part of one: bubbles are many, and a canvas draws them faster by their numbers than by path data. */
export interface ArcOp {
  readonly kind: "arc";
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** Radians, 0 = up, clockwise; the whole circle when left out. */
  readonly from?: number;
  readonly to?: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
}

export interface TextOp {
  readonly kind: "text";
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  readonly sizePx: number;
  readonly fill: string;
  readonly anchor: "start" | "middle" | "end";
  readonly weight?: number;
  readonly italic?: boolean;
  readonly spacingPx?: number;
  /** Colour of the outline behind the letters. */
  readonly halo?: string;
  readonly haloPx?: number;
}

const coordinate = (value: number): string => String(Math.round(value * 10) / 10);

/** Path data of closed rings in pixels. */
export function ringsPath(rings: readonly (readonly (readonly [number, number])[])[]): string {
  return rings.map((ring) => `${linePath(ring)}Z`).join("");
}

/** Path data of an open line. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${coordinate(x)},${coordinate(y)}`).join("");
}

export function circlePath(x: number, y: number, r: number): string {
  const [cy, radius] = [coordinate(y), coordinate(r)];
  const d = coordinate(2 * r);
  return `M${coordinate(x - r)},${cy}a${radius},${radius} 0 1,1 ${d},0a${radius},${radius} 0 1,1 -${d},0Z`;
}

export function rectPath(x: number, y: number, width: number, height: number): string {
  return `M${coordinate(x)},${coordinate(y)}h${coordinate(width)}v${coordinate(height)}h${coordinate(-width)}Z`;
}

/** Path data of an arc. */
export function arcPath({ x, y, radiusPx: r, from, to }: ArcOp): string {
  if (from === undefined || to === undefined) return circlePath(x, y, r);
  // In pieces of less than half a circle.
  const pieces = Math.max(1, Math.ceil((to - from) / 3));
  const at = (turn: number) =>
    `${Math.round((x + r * Math.sin(turn)) * 100) / 100},${Math.round((y - r * Math.cos(turn)) * 100) / 100}`;
  let d = `M${at(from)}`;
  for (let i = 1; i <= pieces; i++) d += `A${r},${r} 0 0,1 ${at(from + ((to - from) * i) / pieces)}`;
  return d;
}
