import type { MarkShape } from "./category-style.ts";

const ROUND = 100;

function coordinate(value: number): string {
  return String(Math.round(value * ROUND) / ROUND);
}

function polygon(points: readonly (readonly [x: number, y: number])[], radiusPx: number): string {
  const corners = points.map(([x, y]) => `${coordinate(x * radiusPx)},${coordinate(y * radiusPx)}`);
  return `M${corners.join("L")}Z`;
}

/** `sweep` 1 runs clockwise; the hole of the ring runs the other way, so that it is one under the nonzero rule. */
function circle(radius: number, radiusPx: number, sweep: 0 | 1 = 1): string {
  const r = coordinate(radius * radiusPx);
  const d = coordinate(2 * radius * radiusPx);
  return `M-${r},0a${r},${r} 0 1,${sweep} ${d},0a${r},${r} 0 1,${sweep} -${d},0Z`;
}

/** Corners of a regular polygon or star of `corners` tips, the first one at the angle `turn` (radians, 0 = right, y down). */
function regular(corners: number, radii: readonly number[], turn: number): (readonly [x: number, y: number])[] {
  const steps = corners * radii.length;
  return Array.from({ length: steps }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / steps;
    const radius = radii[index % radii.length] as number;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

function box(halfWidth: number, halfHeight: number): (readonly [x: number, y: number])[] {
  return [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ];
}

/** Arm length and half its width of the upright cross. */
const ARM = 1.2;
const HALF_ARM = 0.41;

const CROSS: readonly (readonly [x: number, y: number])[] = [
  [-HALF_ARM, -ARM],
  [HALF_ARM, -ARM],
  [HALF_ARM, -HALF_ARM],
  [ARM, -HALF_ARM],
  [ARM, HALF_ARM],
  [HALF_ARM, HALF_ARM],
  [HALF_ARM, ARM],
  [-HALF_ARM, ARM],
  [-HALF_ARM, HALF_ARM],
  [-ARM, HALF_ARM],
  [-ARM, -HALF_ARM],
  [-HALF_ARM, -HALF_ARM],
];

/**
 * The outline of a mark as SVG path data, centered on 0,0. `radiusPx` is the radius of the circle; the other shapes
 * cover about the same area (pointed ones a little less, because they look larger). Good for `d` and for `Path2D`,
 * under the nonzero fill rule.
 */
export function markPath(shape: MarkShape, radiusPx: number): string {
  switch (shape) {
    case "circle":
      return circle(1, radiusPx);
    case "triangle":
      // The centroid stands on 0,0.
      return polygon(regular(3, [1.46], -Math.PI / 2), radiusPx);
    case "diamond":
      return polygon(regular(4, [1.22], -Math.PI / 2), radiusPx);
    case "square":
      return polygon(box(0.89, 0.89), radiusPx);
    case "hexagon":
      return polygon(regular(6, [1.09], 0), radiusPx);
    case "bar":
      return polygon(box(1.25, 0.63), radiusPx);
    case "cross":
      return polygon(CROSS, radiusPx);
    case "star":
      return polygon(regular(4, [1.55, 0.7], -Math.PI / 2), radiusPx);
    case "ring":
      return circle(1.13, radiusPx) + circle(0.52, radiusPx, 0);
  }
}
