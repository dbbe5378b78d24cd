import type { PictureOptions } from "@whenwhere/view";
import { creditLines } from "@whenwhere/view/pure";
import { BASEMAP_ATTRIBUTION, type Basemap } from "../basemap/load-basemap.ts";
import { colorOf } from "../draw/map-look.ts";
import { type PaintContext, paintOnCanvas } from "../draw/paint-canvas.ts";
import type { PaintOp } from "../draw/paint-op.ts";
import { paintAsSVG } from "../draw/paint-svg.ts";
import { sceneOps } from "../draw/scene-ops.ts";
import type { MapScene } from "../scene/types.ts";
import { groundOps } from "./basemap-ops.ts";
import type { FlatViewport } from "./flat-viewport.ts";
import { type NameOptions, nameOps } from "./name-ops.ts";

export interface FlatMapInput extends NameOptions, PictureOptions {
  readonly basemap: Basemap;
  readonly viewport: FlatViewport;
  readonly scene: MapScene;
  /** Spoken name of the picture. */
  readonly title?: string;
  /** Whose borders these are; drawn at the lower right. Default {@link BASEMAP_ATTRIBUTION}; null leaves it to the page. */
  readonly attribution?: string | null;
  /** More strokes below the map, in its own pixels. */
  readonly below?: { readonly ops: readonly PaintOp[]; readonly heightPx: number };
}

/** The whole flat map, basemap and scene, on a canvas. */
export function drawFlatMap(ctx: PaintContext, input: FlatMapInput): void {
  paintOnCanvas(ctx, flatMapOps(input), input.look);
}

/** The whole flat map as one self-contained SVG document. */
export function flatMapToSVG(input: FlatMapInput): string {
  const { widthPx, heightPx } = input.viewport;
  const { look, fonts = "system" } = input;
  const named = input.title === undefined ? {} : { title: input.title };
  const { ops, heightPx: morePx } = input.below ?? { ops: [], heightPx: 0 };
  const size = { widthPx, heightPx: heightPx + morePx };
  return paintAsSVG([...flatMapOps(input), ...ops], { ...size, look, fonts, ...named });
}

function flatMapOps(input: FlatMapInput): PaintOp[] {
  const { basemap, viewport, scene, look } = input;
  const ground: PaintOp = {
    kind: "path",
    d: `M0,0h${viewport.widthPx}v${viewport.heightPx}h${-viewport.widthPx}Z`,
    fill: colorOf(look, viewport.kind === "mercator" ? "water" : "page"),
  };
  const text = input.attribution === undefined ? BASEMAP_ATTRIBUTION : input.attribution;
  return [
    ground,
    ...groundOps(basemap, viewport, look),
    ...sceneOps(scene, look, nameOps(basemap, viewport, input)),
    ...(text === null ? [] : credit(input, text)),
  ];
}

const CREDIT_PX = 10.5;
const CREDIT_LINE_PX = 13;

/** In as many lines as the width asks for: a credit that is cut off is none. */
function credit({ viewport, look }: FlatMapInput, text: string): PaintOp[] {
  const halo = { halo: colorOf(look, "land"), haloPx: 3 };
  const roomPx = viewport.widthPx - 16;
  // Letters of a sentence are about half as wide as they are high; only what must run over is broken.
  const lines = text.length * CREDIT_PX * 0.52 <= roomPx ? [text] : creditLines(text, roomPx, CREDIT_PX);
  return lines.map((line, index) => ({
    kind: "text",
    x: viewport.widthPx - 8,
    y: viewport.heightPx - 6 - (lines.length - 1 - index) * CREDIT_LINE_PX,
    text: line,
    sizePx: CREDIT_PX,
    anchor: "end",
    fill: colorOf(look, "ink2"),
    ...halo,
  }));
}
