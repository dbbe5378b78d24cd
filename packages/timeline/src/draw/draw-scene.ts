import { FONT_FAMILY, markPath, type Theme } from "@whenwhere/view/pure";
import type { Primitive, TimelineScene } from "../scene/types.ts";
import { clear, colorOf } from "./color.ts";
import { drawBoxes, type StripPainter } from "./strip-painter.ts";

/** What the renderer needs of a 2D context. */
export type DrawingContext = Pick<
  CanvasRenderingContext2D,
  | "save"
  | "restore"
  | "beginPath"
  | "rect"
  | "clip"
  | "fillRect"
  | "clearRect"
  | "moveTo"
  | "lineTo"
  | "closePath"
  | "fill"
  | "stroke"
  | "setLineDash"
  | "createLinearGradient"
  | "translate"
  | "setTransform"
  | "fillText"
  | "strokeText"
  | "fillStyle"
  | "strokeStyle"
  | "globalAlpha"
  | "lineWidth"
  | "lineJoin"
  | "font"
  | "textAlign"
  | "direction"
  | "drawImage"
  | "imageSmoothingEnabled"
>;

/** Paints a scene. Decides nothing: every stroke stands in `scene.layers`. `path` turns SVG path data into a path of the platform; `strips` paints bands of columns faster. */
export function drawScene(context: DrawingContext, scene: TimelineScene, look: Look): void {
  const { scale, strips } = look;
  strips?.begin(look.theme, scale);
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, scene.widthPx, scene.heightPx);
  for (const layer of scene.layers) {
    context.save();
    if (layer.clip !== null) {
      context.beginPath();
      context.rect(layer.clip.xPx, layer.clip.yPx, layer.clip.widthPx, layer.clip.heightPx);
      context.clip();
    }
    const held: Held = { ...look, pen: { font: "" } };
    for (const item of layer.items) drawItem(context, item, held);
    context.restore();
  }
}

/** What a scene is drawn with: colours, pixels of the canvas a CSS pixel, and what makes paths. */
export interface Look {
  readonly theme: Theme;
  readonly scale: number;
  readonly strips?: StripPainter;
  readonly path: (data: string) => Path2D;
  /** List of font families. Default: the library's own. */
  readonly font?: string;
}

/** A look, and what was set of the context since its layer began: the words of an axis are all of one font, and to set it is dear. */
interface Held extends Look {
  readonly pen: { font: string };
}

function drawItem(context: DrawingContext, item: Primitive, look: Held): void {
  switch (item.t) {
    case "rect":
      drawRect(context, item, look.theme);
      return;
    case "rects":
      drawBoxes(context, { parts: [item], x: 0, dir: 1 }, (token) => colorOf(look.theme, token));
      return;
    case "band":
      drawBand(context, item, look);
      return;
    case "path":
      drawPath(context, item, look.theme);
      return;
    case "mark":
      drawMark(context, item, look);
      return;
    case "text":
      drawText(context, item, look);
  }
}

function drawRect(context: DrawingContext, item: Extract<Primitive, { t: "rect" }>, theme: Theme): void {
  const color = colorOf(theme, item.fill);
  context.globalAlpha = item.alpha;
  const lengthPx = item.down === true ? item.h : item.w;
  if (item.fadeLeft + item.fadeRight === 0 || !(lengthPx > 0)) {
    context.fillStyle = color;
  } else {
    const { x, y } = item;
    const [toX, toY] = item.down === true ? [x, y + lengthPx] : [x + lengthPx, y];
    const gradient = context.createLinearGradient(x, y, toX, toY);
    gradient.addColorStop(0, item.fadeLeft > 0 ? clear(color) : color);
    gradient.addColorStop(Math.min(item.fadeLeft / lengthPx, 1), color);
    gradient.addColorStop(Math.max(1 - item.fadeRight / lengthPx, 0), color);
    gradient.addColorStop(1, item.fadeRight > 0 ? clear(color) : color);
    context.fillStyle = gradient;
  }
  context.fillRect(item.x, item.y, item.w, item.h);
  context.globalAlpha = 1;
}

function drawBand(context: DrawingContext, item: Extract<Primitive, { t: "band" }>, look: Look): void {
  const color = (token: string): string => colorOf(look.theme, token);
  if (look.strips === undefined) drawBoxes(context, item, color);
  else look.strips.paint(context, item, color);
}

function drawPath(context: DrawingContext, item: Extract<Primitive, { t: "path" }>, theme: Theme): void {
  context.beginPath();
  item.points.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  });
  if (item.closed) context.closePath();
  if (item.fill !== null) {
    context.fillStyle = colorOf(theme, item.fill);
    context.fill();
  }
  context.strokeStyle = colorOf(theme, item.stroke);
  context.lineWidth = item.width;
  context.lineJoin = "miter";
  // Hundreds of lines of a frame have none: neither set nor taken back.
  if (item.dash.length > 0) context.setLineDash([...item.dash]);
  context.stroke();
  if (item.dash.length > 0) context.setLineDash([]);
}

function drawMark(context: DrawingContext, item: Extract<Primitive, { t: "mark" }>, look: Look): void {
  const shape = look.path(markPath(item.shape, item.r));
  context.save();
  context.translate(item.x, item.y);
  context.globalAlpha = item.alpha;
  context.fillStyle = colorOf(look.theme, item.fill);
  context.fill(shape);
  context.globalAlpha = 1;
  context.strokeStyle = colorOf(look.theme, item.stroke);
  context.lineWidth = item.width;
  context.lineJoin = "round";
  context.setLineDash([...item.dash]);
  context.stroke(shape);
  context.restore();
}

function drawText(context: DrawingContext, item: Extract<Primitive, { t: "text" }>, look: Held): void {
  const { theme, pen, font: family = FONT_FAMILY } = look;
  const font = `${item.weight} ${item.size}px ${family}`;
  if (pen.font !== font) context.font = font;
  pen.font = font;
  context.textAlign = item.anchor;
  context.direction = item.rtl ? "rtl" : "ltr";
  if (item.halo !== null) {
    context.strokeStyle = colorOf(theme, item.halo);
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeText(item.text, item.x, item.y);
  }
  context.fillStyle = colorOf(theme, item.fill);
  context.fillText(item.text, item.x, item.y);
}
