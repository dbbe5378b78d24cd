import { inTurns } from "@whenwhere/model";
import type { Theme } from "@whenwhere/view";
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import { pointRadiusPx } from "../scene/points/point-radius.ts";
import type { PointRows } from "../scene/points/point-rows.ts";
import type { PointQuestion } from "../scene/points/point-words.ts";
import { type PointBuffers, pointBufferSteps } from "./point-buffers.ts";
import { createPointProgram, type PointProgram } from "./point-program.ts";
import { SHAPES } from "./point-shader.ts";
import { type Rgb, rgbOf } from "./rgb.ts";

/** What is drawn: the points, the question, and standings under what no uniform holds. */
export interface PointPicture {
  readonly points: PointRows;
  readonly question: PointQuestion;
  /** By row of the store; null where no other clause is. Another object means other standings. */
  readonly under: { readonly states: Uint8Array } | null;
  readonly theme: Theme;
  /** By category code. */
  readonly styles: readonly { readonly token: string; readonly shape: (typeof SHAPES)[number] }[];
}

/** Draws points into the ground. Owned by the surface, which ends it. */
export interface PointPainter {
  /** True when the points are on the graphics processor; else they are brought there, a slice at a time, and `onReady` follows. */
  prepare(points: PointRows, onReady: () => void): boolean;
  /** Draws a picture in this frame; null draws none. Costs some uniforms; bytes only where `under` or the look is another. */
  show(picture: PointPicture | null): void;
  destroy(): void;
}

const LAYER = "ww-points";

/** Makes the painter of a map. Its layer is added when points are first asked for, and again when a lost context came back. */
export function createPointPainter(map: MapLibreMap, onFault: (reason: string) => void): PointPainter {
  const drawer = createDrawer(map);
  let picture: PointPicture | null = null;
  let waiting: { readonly points: PointRows; readonly onReady: () => void } | null = null;
  /** The style can take layers; not so before it is read, nor between the loss of a context and its return. */
  let open = false;
  /** MapLibre is drawing: another drawing inside of it has to wait for the next frame. */
  let rendering = false;
  let broken = false;

  const layer: CustomLayerInterface = {
    id: LAYER,
    type: "custom",
    onAdd: (_, gl) => drawer.begin(gl as WebGL2RenderingContext),
    onRemove: () => drawer.end(),
    render: (_, args) => {
      if (picture === null || broken) return;
      try {
        drawer.draw(picture, args);
      } catch (error) {
        broken = true;
        onFault(error instanceof Error ? error.message : String(error));
      }
    },
  };
  const load = () => {
    const points = waiting?.points ?? picture?.points;
    if (!open || points === undefined) return;
    if (map.getLayer(LAYER) === undefined) map.addLayer(layer);
    drawer.load(points, () => {
      const done = waiting;
      waiting = null;
      map.triggerRepaint();
      done?.onReady();
    });
  };
  const onStyle = () => {
    open = true;
    load();
  };
  // MapLibre warns of layers that a lost context takes along; this one is added again, so it leaves before.
  const leave = () => {
    drawer.forget();
    if (open && map.getLayer(LAYER) !== undefined) map.removeLayer(LAYER);
    open = false;
  };
  const onRender = () => {
    rendering = true;
    queueMicrotask(() => {
      rendering = false;
    });
  };
  const container = map.getContainer();
  container.addEventListener("webglcontextlost", leave, true);
  map.on("style.load", onStyle);
  map.on("render", onRender);
  return {
    prepare(points, onReady) {
      if (broken) return false;
      if (drawer.holds(points)) return true;
      if (waiting?.points === points) return false;
      waiting = { points, onReady };
      load();
      return false;
    },
    show(next) {
      const same = next === picture || (next !== null && picture !== null && isSame(next, picture));
      picture = next;
      if (same || !open) return;
      if (rendering) map.triggerRepaint();
      else map.redraw();
    },
    destroy() {
      container.removeEventListener("webglcontextlost", leave, true);
      map.off("style.load", onStyle);
      map.off("render", onRender);
      drawer.end();
      open = false;
      picture = null;
      waiting = null;
    },
  };
}

function isSame(a: PointPicture, b: PointPicture): boolean {
  const [one, other] = [a.question, b.question];
  return (
    a.points === b.points &&
    a.under === b.under &&
    a.theme === b.theme &&
    a.styles === b.styles &&
    one.statuses === other.statuses &&
    String(one.categories) === String(other.categories) &&
    one.window?.startMs === other.window?.startMs &&
    one.window?.endMs === other.window?.endMs &&
    one.window?.fade === other.window?.fade
  );
}

/** What one context holds: programs by projection, points, palette. */
interface Drawer {
  begin(gl: WebGL2RenderingContext): void;
  holds(points: PointRows): boolean;
  load(points: PointRows, done: () => void): void;
  draw(picture: PointPicture, args: CustomRenderMethodInput): void;
  /** The context is gone, and all that it held. */
  forget(): void;
  /** Gives back what it holds. */
  end(): void;
}

function createDrawer(map: MapLibreMap): Drawer {
  const programs = new Map<string, PointProgram>();
  let gl: WebGL2RenderingContext | null = null;
  let buffers: PointBuffers | null = null;
  let palette: Palette | null = null;
  let under: PointPicture["under"] = null;
  let stop = () => {};

  const forget = () => {
    stop();
    programs.clear();
    gl = null;
    buffers = null;
    palette = null;
    under = null;
  };
  const programOf = (context: WebGL2RenderingContext, { shaderData }: CustomRenderMethodInput) => {
    const known = programs.get(shaderData.variantName) ?? createPointProgram(context, shaderData);
    programs.set(shaderData.variantName, known);
    return known;
  };
  return {
    begin(context) {
      gl = context;
    },
    holds: (points) => buffers?.points === points,
    load(points, done) {
      if (gl === null) return;
      stop();
      stop = inTurns(pointBufferSteps(gl, points), (made) => {
        buffers?.destroy();
        buffers = made;
        under = null;
        done();
      });
    },
    draw(picture, args) {
      if (gl === null || buffers?.points !== picture.points) return;
      if (picture.under !== under) {
        buffers.setStanding(picture.under?.states ?? null);
        under = picture.under;
      }
      gl.activeTexture(gl.TEXTURE0);
      if (palette?.theme !== picture.theme || palette.styles !== picture.styles) {
        palette = paletteOf(gl, palette?.texture ?? gl.createTexture(), picture);
      }
      gl.bindTexture(gl.TEXTURE_2D, palette.texture);
      const program = programOf(gl, args);
      const { question, points } = picture;
      program.use(
        {
          question: { ...question, level: Math.floor(map.getZoom()) },
          casing: palette.casing,
          panel: palette.panel,
          radiusPx: pointRadiusPx(points.length, map.getZoom()),
          pixelRatio: map.getPixelRatio(),
        },
        args,
      );
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      // Possible below certain. Where nothing can be only possible, the rows are looked at once.
      if (question.window !== null || picture.under !== null) {
        program.want(1);
        buffers.draw(question.window);
      }
      program.want(2);
      buffers.draw(question.window);
    },
    forget,
    end() {
      stop();
      for (const program of programs.values()) program.destroy();
      buffers?.destroy();
      if (palette !== null) gl?.deleteTexture(palette.texture);
      forget();
    },
  };
}

/** The colours of a theme and the shapes of the categories. */
interface Palette {
  readonly texture: WebGLTexture;
  readonly theme: Theme;
  readonly styles: PointPicture["styles"];
  readonly casing: Rgb;
  readonly panel: Rgb;
}

/** Fill and shape in the first line, outline in the second, a column a category. */
function paletteOf(gl: WebGL2RenderingContext, texture: WebGLTexture, { theme, styles }: PointPicture): Palette {
  const width = Math.min(2048, Math.max(1, styles.length));
  const bytes = new Uint8Array(width * 8);
  for (let code = 0; code < width; code++) {
    const { token, shape } = styles[code] ?? { token: "other", shape: "ring" };
    const fill = rgbOf(theme[token] ?? theme["ink"]);
    const line = rgbOf(theme[`${token}-line`] ?? theme["ink"]);
    for (let channel = 0; channel < 3; channel++) {
      bytes[code * 4 + channel] = Math.round((fill[channel] as number) * 255);
      bytes[(width + code) * 4 + channel] = Math.round((line[channel] as number) * 255);
    }
    bytes[code * 4 + 3] = SHAPES.indexOf(shape);
    bytes[(width + code) * 4 + 3] = 255;
  }
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, 2, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
    gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  }
  return { texture, theme, styles, casing: rgbOf(theme["casing"]), panel: rgbOf(theme["panel"]) };
}
