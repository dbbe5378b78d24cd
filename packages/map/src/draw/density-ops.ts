import type { DensityCell, MapScene } from "../scene/types.ts";
import { colorOf, type MapLook, numbersOf } from "./map-look.ts";
import { type PaintOp, ringsPath } from "./paint-op.ts";

/** Ink of each step. */
export const DENSITY_INK = [0.07, 0.16, 0.28, 0.42, 0.58, 0.76] as const;
/**
 * The hue of a surface: that of the category where the records have one only, else that of the text, for a count of several kinds
 * is of none of them.
 */
export function densityInk(look: MapLook): string {
  const [only, other] = look.styles;
  return only !== undefined && other === undefined ? colorOf(look, only.token) : colorOf(look, "ink");
}

/** A hexagon this wide has room for its number. */
const NUMBERED_PX = 34;
const NUMBERED_HIGH_PX = 22;

/** The coloured ground: hexagons with their numbers where there is room, or the bands of a heat surface. */
export function densityOps({ density }: MapScene, look: MapLook): PaintOp[] {
  if (density === undefined) return [];
  const ground = density.kind === "heat" ? bandOps(density.bands, look) : hexOps(density.cells, look);
  return [
    ...ground,
    ...density.cells.filter(({ selected, hovered }) => selected || hovered).flatMap((cell) => frameOps(cell, look)),
  ];
}

function hexOps(cells: readonly DensityCell[], look: MapLook): PaintOp[] {
  const fills = DENSITY_INK.map((fillOpacity, step): PaintOp => {
    const d = ringsPath(cells.filter((cell) => cell.step === step).map(({ ring }) => ring));
    return { kind: "path", d, fill: densityInk(look), fillOpacity };
  });
  const all = ringsPath(cells.map(({ ring }) => ring));
  const edges: PaintOp = { kind: "path", d: all, stroke: colorOf(look, "land"), strokeWidth: 1 };
  return [...fills, edges, ...cells.flatMap((cell) => numberOps(cell, look))];
}

/** Bands lie over each other, each with the ink that it has more than the one below it. */
function bandOps(bands: readonly (readonly DensityCell["ring"][])[], look: MapLook): PaintOp[] {
  const ink = densityInk(look);
  return bands.flatMap((rings, step): PaintOp[] => {
    if (rings.length === 0) return [];
    const [under, over] = [step === 0 ? 0 : (DENSITY_INK[step] as number), DENSITY_INK[step + 1] as number];
    return [{ kind: "path", d: ringsPath(rings), fill: ink, fillOpacity: round((over - under) / (1 - under)) }];
  });
}

/** Whether a hexagon has its number in it: wide enough, and with something to say. */
export function isNumbered({ ring, expected }: DensityCell): boolean {
  const [top, right, rightBelow, bottom, leftBelow, left] = ring;
  if (!top || !right || !rightBelow || !bottom || !leftBelow || !left) return false;
  // From the middle of one side to that of the other: towards the rim of the world hexagons lean, as wide as in its middle.
  const widthPx = Math.abs(right[0] + rightBelow[0] - left[0] - leftBelow[0]) / 2;
  return widthPx >= NUMBERED_PX && Math.abs(bottom[1] - top[1]) >= NUMBERED_HIGH_PX && expected >= 0.5;
}

function numberOps(cell: DensityCell, look: MapLook): PaintOp[] {
  if (!isNumbered(cell)) return [];
  const { x, y, expected } = cell;
  const text = (look.numbers ?? numbersOf(look.locale))(Math.round(expected));
  const halo = { halo: colorOf(look, "casing"), haloPx: 2.6 };
  const fill = colorOf(look, "ink");
  return [{ kind: "text", x, y: y + 3.8, text, sizePx: 11, weight: 650, anchor: "middle", fill, ...halo }];
}

function frameOps({ ring, selected }: DensityCell, look: MapLook): PaintOp[] {
  const d = ringsPath([ring]);
  return [
    { kind: "path", d, stroke: colorOf(look, "casing"), strokeWidth: selected ? 5 : 3.5 },
    { kind: "path", d, stroke: colorOf(look, "halo"), strokeWidth: selected ? 2 : 1.25 },
  ];
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
