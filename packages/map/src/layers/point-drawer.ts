import { inTurns } from "@whenwhere/model";
import type { Theme } from "@whenwhere/view";
import type { CustomRenderMethodInput, Map as MapLibreMap } from "maplibre-gl";
import { pointRadiusPx } from "../scene/points/point-radius.ts";
import type { PointRows } from "../scene/points/point-rows.ts";
import type { PointQuestion } from "../scene/points/point-words.ts";
import { createKeptGround, type KeptGround } from "./kept-ground.ts";
import { type PointBuffers, pointBufferSteps } from "./point-buffers.ts";
import { createPointProgram, type PointCamera, type PointProgram } from "./point-program.ts";
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

/** What one context holds: programs by projection, points, palette, and the ground under them. */
export interface PointDrawer {
  begin(gl: WebGL2RenderingContext): void;
  holds(points: PointRows): boolean;
  load(points: PointRows, done: () => void): void;
  /** Draws within a drawing of MapLibre's, whose ground is there; null draws none. */
  draw(picture: PointPicture | null, args: CustomRenderMethodInput): void;
  /** Draws over the ground that was kept, without MapLibre; false where none is kept that is still the one. */
  drawAgain(picture: PointPicture): boolean;
  /** The ground of the next drawing is to be kept. */
  wantGround(): void;
  /** The next ground is another one. */
  dropGround(): void;
  /** The context is gone, and all that it held. */
  forget(): void;
  /** Gives back what it holds. */
  end(): void;
}

/** Makes it; it holds nothing before `begin`. */
export function createPointDrawer(map: MapLibreMap): PointDrawer {
  const programs = new Map<string, PointProgram>();
  let gl: WebGL2RenderingContext | null = null;
  let buffers: PointBuffers | null = null;
  let palette: Palette | null = null;
  let ground: KeptGround | null = null;
  let wanted = false;
  let program: PointProgram | null = null;
  let under: PointPicture["under"] = null;
  let stop = () => {};

  const forget = () => {
    stop();
    programs.clear();
    gl = null;
    buffers = null;
    palette = null;
    ground = null;
    program = null;
    under = null;
  };
  const programOf = (context: WebGL2RenderingContext, { shaderData }: CustomRenderMethodInput) => {
    const known = programs.get(shaderData.variantName) ?? createPointProgram(context, shaderData);
    programs.set(shaderData.variantName, known);
    return known;
  };
  const paletteNow = (context: WebGL2RenderingContext, picture: PointPicture) => {
    if (palette?.theme === picture.theme && palette.styles === picture.styles) return palette;
    palette = paletteOf(context, palette?.texture ?? context.createTexture(), picture);
    return palette;
  };
  /** Puts everything in place; without a camera that of the last picture. */
  const use = (
    context: WebGL2RenderingContext,
    { picture, rows, camera }: { picture: PointPicture; rows: PointBuffers; camera: PointCamera | null },
  ) => {
    if (picture.under !== under) {
      rows.setStanding(picture.under?.states ?? null);
      under = picture.under;
    }
    const { question, points } = picture;
    const { texture, casing, panel } = paletteNow(context, picture);
    program?.use(
      {
        question: { ...question, level: Math.floor(map.getZoom()) },
        ...{ casing, panel },
        radiusPx: pointRadiusPx(points.length, map.getZoom()),
        pixelRatio: map.getPixelRatio(),
      },
      camera,
    );
    context.activeTexture(context.TEXTURE0);
    context.bindTexture(context.TEXTURE_2D, texture);
  };
  const paint = (context: WebGL2RenderingContext, rows: PointBuffers, { window }: PointQuestion) => {
    context.enable(context.BLEND);
    context.blendFunc(context.ONE, context.ONE_MINUS_SRC_ALPHA);
    // Possible below certain. Where nothing can be only possible, the rows are looked at once.
    if (window !== null || under !== null) {
      program?.want(1);
      rows.draw(window);
    }
    program?.want(2);
    rows.draw(window);
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
      const keeps = wanted;
      wanted = false;
      ground?.drop();
      if (gl === null || picture === null || buffers?.points !== picture.points) return;
      program = programOf(gl, args);
      if (keeps) {
        ground ??= createKeptGround(gl);
        ground.keep();
      }
      use(gl, { picture, rows: buffers, camera: args.defaultProjectionData });
      paint(gl, buffers, picture.question);
    },
    drawAgain(picture) {
      if (gl === null || ground === null || !ground.isKept || buffers?.points !== picture.points) return false;
      use(gl, { picture, rows: buffers, camera: null });
      ground.putBack();
      paint(gl, buffers, picture.question);
      return true;
    },
    wantGround() {
      wanted = true;
    },
    dropGround: () => ground?.drop(),
    forget,
    end() {
      stop();
      for (const known of programs.values()) known.destroy();
      buffers?.destroy();
      ground?.destroy();
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
