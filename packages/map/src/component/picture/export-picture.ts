import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { canvasTextMetrics, canvasToPng, creditLine, FONT_FAMILY, familyWith } from "@whenwhere/view";
import { legendOps, type MapLook, type PaintOp, paintOnCanvas } from "../../draw/index.ts";
import { flatMapToSVG, flatViewport } from "../../flat/index.ts";
import type { MapScene } from "../../scene/index.ts";
import type { MapContext } from "../context.ts";
import { drawnForm } from "../ground/surface.ts";
import type { MapPictureOptions } from "../map-options.ts";
import { groundCredit } from "../map-text.ts";
import { exportLegend } from "./export-legend.ts";

/** `chosen`: what the ground of the picture wants to be named as, where it is not the library's own. */
function creditOf({ options, text }: MapContext, chosen: string | null): string {
  return creditLine({ attribution: groundCredit(text, options.worldview, chosen) }, options.store, options);
}

const SVG_FORM: OptionForm<MapPictureOptions> = { fonts: ["system", [Object]], legend: [true, false, "signs"] };

/**
 * The picture as one SVG document, on the library's own drawn ground at the same camera; a globe is laid flat.
 * @throws WhenWhereError `map/not-ready` before the map has come into sight, `view/font` for what is not a font file.
 */
export function mapSvg(context: MapContext, picture: MapPictureOptions = {}): string {
  refuseOptions(picture, SVG_FORM, { code: "map", name: "incidentMap.toSVG" });
  const { fonts = "system", legend = false } = picture;
  const { basemap, ground, options, records, theme, styles, text } = context;
  const { surface } = ground;
  if (basemap === null || surface === null) throw notReady();
  const { widthPx, heightPx } = surface.viewport();
  const viewport = flatViewport(surface.camera, { widthPx, heightPx }, drawnForm(options.projection));
  const { words } = options;
  const fontFamily = familyWith(fonts, FONT_FAMILY);
  const look = { theme, styles, locale: words.locale, fontFamily };
  const scene = records.sceneOf(viewport);
  return flatMapToSVG({
    ...{ basemap, viewport, words, look, scene, fonts },
    metrics: canvasTextMetrics(fontFamily),
    ...(legend === false ? {} : { below: strip(context, { scene, legend }, look) }),
    title: `${text("label")}: ${words.counts(options.store.count())}`,
    attribution: creditOf(context, null),
  });
}

function notReady(): WhenWhereError {
  return new WhenWhereError(
    "map/not-ready",
    "The map has not been drawn yet: it waits until it is in sight.",
    "Wait for its event `ready`.",
  );
}

/** The picture as the next frame would have it: ground, records and attribution. */
export async function mapPng(
  context: MapContext,
  picture: MapPictureOptions & { readonly scale?: number } = {},
): Promise<Blob> {
  refuseOptions(picture, { ...SVG_FORM, scale: [Number] }, { code: "map", name: "incidentMap.toPNG" });
  const { scale = 2, legend = false } = picture;
  const { ground, records, scheduler, theme, styles, options } = context;
  const { surface } = ground;
  if (surface === null) throw notReady();
  // What changed since the last frame belongs in the picture too; points are drawn with the ground.
  scheduler.flush();
  const viewport = surface.viewport();
  const { widthPx, heightPx } = viewport;
  const look = { theme, styles, locale: options.words.locale, pixelRatio: scale };
  const below = legend === false ? NO_STRIP : strip(context, { scene: records.sceneOf(viewport), legend }, look);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(widthPx * scale);
  canvas.height = Math.round((heightPx + below.heightPx) * scale);
  const paper = canvas.getContext("2d");
  if (paper === null) throw notReady();
  paper.fillStyle = theme["page"] ?? "#fff";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  await surface.paint(paper, scale);
  paintOnCanvas(paper, records.ops(surface.viewport()), look);
  paintOnCanvas(paper, below.ops, look);
  paintCredit(paper, creditOf(context, surface.credit), { widthPx, heightPx, scale, theme });
  return canvasToPng(canvas);
}

interface Strip {
  readonly ops: readonly PaintOp[];
  readonly heightPx: number;
}

const NO_STRIP: Strip = { ops: [], heightPx: 0 };

/** What the picture's signs mean, below it. */
function strip(
  { options, text }: MapContext,
  { scene, legend }: { readonly scene: MapScene; readonly legend: true | "signs" },
  look: MapLook,
): Strip {
  const { widthPx, heightPx: topPx } = scene;
  const metrics = canvasTextMetrics(look.fontFamily);
  const whole = exportLegend({ options, text }, scene);
  return legendOps(
    legend === "signs" ? { ...whole, counts: "", span: "" } : whole,
    { widthPx, topPx, metrics, rtl: options.words.dir === "rtl" },
    look,
  );
}

function paintCredit(
  paper: CanvasRenderingContext2D,
  credit: string,
  { widthPx, heightPx, scale, theme }: { widthPx: number; heightPx: number; scale: number; theme: MapContext["theme"] },
): void {
  const text = {
    ...{ kind: "text" as const, text: credit, x: widthPx - 8, y: heightPx - 6, sizePx: 10.5, anchor: "end" as const },
    ...{ fill: theme["ink2"] ?? "#000", halo: theme["land"] ?? "#fff", haloPx: 3 },
  };
  paintOnCanvas(paper, [text], { theme, styles: [], pixelRatio: scale });
}
