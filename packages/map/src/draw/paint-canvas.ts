import { isRtlText } from "@whenwhere/view/pure";
import { familyOf, type MapLook } from "./map-look.ts";
import type { ArcOp, PaintOp, PathOp, TextOp } from "./paint-op.ts";

/** What the painter needs of a 2D context; an OffscreenCanvas does as well. */
export type PaintContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Carries out strokes on a canvas over what is there: the caller clears. `look.pixelRatio` scales CSS pixels to the canvas's own.
 * Leaves the context's state as it was.
 */
export function paintOnCanvas(ctx: PaintContext, ops: readonly PaintOp[], look: MapLook): void {
  const ratio = look.pixelRatio ?? 1;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const setType = typesetter(ctx, familyOf(look));
  for (const op of ops) {
    if (op.kind === "path") paintPath(ctx, op);
    else if (op.kind === "arc") paintArc(ctx, op);
    else {
      setType(op);
      paintText(ctx, op);
    }
  }
  ctx.restore();
}

function paintPath(ctx: PaintContext, op: PathOp): void {
  ctx.save();
  if (op.at !== undefined) ctx.translate(op.at[0], op.at[1]);
  if (op.clip !== undefined) ctx.clip(new Path2D(op.clip), "evenodd");
  const path = new Path2D(op.d);
  if (op.fill !== undefined) {
    ctx.globalAlpha = (op.fillOpacity ?? 1) * (op.opacity ?? 1);
    ctx.fillStyle = op.fill;
    ctx.fill(path, op.rule ?? "nonzero");
    ctx.globalAlpha = 1;
  }
  if (op.stroke !== undefined) {
    ctx.globalAlpha = op.opacity ?? 1;
    ctx.strokeStyle = op.stroke;
    ctx.lineWidth = op.strokeWidth ?? 1;
    ctx.lineJoin = op.join ?? "round";
    ctx.lineCap = op.cap ?? "butt";
    ctx.setLineDash([...(op.dash ?? [])]);
    ctx.stroke(path);
  }
  ctx.restore();
}

function paintArc(ctx: PaintContext, { x, y, radiusPx, from = 0, to = 2 * Math.PI, ...op }: ArcOp): void {
  ctx.beginPath();
  // A canvas counts its turns from the right.
  ctx.arc(x, y, radiusPx, from - Math.PI / 2, to - Math.PI / 2);
  if (op.fill !== undefined) {
    ctx.fillStyle = op.fill;
    ctx.fill();
  }
  if (op.stroke === undefined) return;
  ctx.strokeStyle = op.stroke;
  ctx.lineWidth = op.strokeWidth ?? 1;
  ctx.lineCap = "butt";
  ctx.setLineDash(op.dash === undefined ? [] : [...op.dash]);
  ctx.stroke();
}

/** Sets the type of a text. A font that is set anew is looked up anew, even the same one: most texts of a picture share theirs. */
function typesetter(ctx: PaintContext, family: string): (op: TextOp) => void {
  let [font, direction, spacingPx] = ["", "", Number.NaN];
  ctx.textBaseline = "alphabetic";
  return (op) => {
    const wanted = `${op.italic === true ? "italic " : ""}${op.weight ?? 400} ${op.sizePx}px ${family}`;
    if (wanted !== font) ctx.font = font = wanted;
    const runs = isRtlText(op.text) ? "rtl" : "ltr";
    if (runs !== direction) ctx.direction = direction = runs;
    const apartPx = op.spacingPx ?? 0;
    if (apartPx !== spacingPx && "letterSpacing" in ctx) ctx.letterSpacing = `${apartPx}px`;
    spacingPx = apartPx;
    ctx.textAlign = op.anchor === "middle" ? "center" : op.anchor === "end" ? "right" : "left";
  };
}

function paintText(ctx: PaintContext, op: TextOp): void {
  if (op.halo !== undefined) {
    ctx.strokeStyle = op.halo;
    ctx.lineWidth = op.haloPx ?? 3;
    ctx.lineJoin = "round";
    ctx.setLineDash([]);
    ctx.strokeText(op.text, op.x, op.y);
  }
  ctx.fillStyle = op.fill;
  ctx.fillText(op.text, op.x, op.y);
}
