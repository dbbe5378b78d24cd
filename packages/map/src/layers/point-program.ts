import type { CustomRenderMethodInput } from "maplibre-gl";
import { topOf } from "../scene/points/point-rows.ts";
import { PLACE_PARTS, type PointQuestion } from "../scene/points/point-words.ts";
import { pointFragmentSource, pointVertexSource } from "./point-shader.ts";
import type { Rgb } from "./rgb.ts";

/** What a picture of points needs beside them. Lengths in CSS pixels, colours from 0 to 1. */
export interface PointFrame {
  readonly question: PointQuestion;
  readonly casing: Rgb;
  readonly panel: Rgb;
  readonly radiusPx: number;
  readonly pixelRatio: number;
}

/** Where the points are looked at from, as MapLibre says it. */
export type PointCamera = CustomRenderMethodInput["defaultProjectionData"];

/** The shader of one projection. */
export interface PointProgram {
  /** Puts everything in place but which standing is drawn; without a camera it is that of the last use. */
  use(frame: PointFrame, camera: PointCamera | null): void;
  /** Draws possible (1) or certain (2) points only. */
  want(standing: 1 | 2): void;
  destroy(): void;
}

/** Share of the ink that age takes at the far end of a window that fades, as on the canvas. */
const FADE = 0.75;
const FULL_RADIUS_PX = 5.4;
const UNIFORMS = [
  ...["u_projection_matrix", "u_projection_tile_mercator_coords", "u_projection_clipping_plane"],
  ...["u_projection_transition", "u_projection_fallback_matrix", "u_center", "u_anchor", "u_east", "u_south"],
  ...["u_windowed", "u_window", "u_fade", "u_masked", "u_categories", "u_statuses", "u_top", "u_wanted"],
  ...["u_radius", "u_thin", "u_ratio", "u_palette", "u_casing", "u_panel"],
] as const;

type Places = Readonly<Record<string, WebGLUniformLocation | null>>;

/**
 * Compiles the shader for the projection of the moment.
 * @throws Error with the compiler's own words; the map then says that its points are missing.
 */
export function createPointProgram(
  gl: WebGL2RenderingContext,
  { vertexShaderPrelude: prelude, define }: CustomRenderMethodInput["shaderData"],
): PointProgram {
  const program = gl.createProgram();
  const parts = [
    compiled(gl, gl.VERTEX_SHADER, pointVertexSource({ prelude, define })),
    compiled(gl, gl.FRAGMENT_SHADER, pointFragmentSource()),
  ];
  for (const part of parts) gl.attachShader(program, part);
  gl.linkProgram(program);
  for (const part of parts) gl.deleteShader(part);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) {
    throw new Error(gl.getProgramInfoLog(program) ?? "The points' shader did not link.");
  }
  const places: Places = Object.fromEntries(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)]));
  const at = (name: string) => places[name] ?? null;
  // A program keeps its uniforms: a window that moves under a camera that stands writes its own alone.
  const isOtherPlace = changes();
  const isOtherLook = changes();
  return {
    use(frame, camera) {
      gl.useProgram(program);
      if (camera !== null && isOtherPlace(numbersOf(camera))) setProjection(gl, at, camera);
      const { casing, panel, radiusPx, pixelRatio } = frame;
      if (isOtherLook([...casing, ...panel, radiusPx, pixelRatio])) setLook(gl, at, frame);
      setQuestion(gl, at, frame.question);
    },
    want: (standing) => gl.uniform1ui(at("u_wanted"), standing),
    destroy: () => gl.deleteProgram(program),
  };
}

function compiled(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind) as WebGLShader;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) === true || gl.isContextLost()) return shader;
  throw new Error(gl.getShaderInfoLog(shader) ?? "The points' shader did not compile.");
}

type At = (name: string) => WebGLUniformLocation | null;

/** Tells whether numbers are other ones than those of the last asking; the first ones are. */
function changes(): (numbers: readonly number[]) => boolean {
  let last: readonly number[] = [];
  return (numbers) => {
    const isOther = numbers.length !== last.length || numbers.some((value, i) => value !== last[i]);
    last = numbers;
    return isOther;
  };
}

/** MapLibre writes over its matrices: compared is what they held. */
function numbersOf(data: PointCamera): readonly number[] {
  const { mainMatrix, fallbackMatrix, tileMercatorCoords, clippingPlane, projectionTransition } = data;
  return [...mainMatrix, ...fallbackMatrix, ...tileMercatorCoords, ...clippingPlane, projectionTransition];
}

function setLook(gl: WebGL2RenderingContext, at: At, { casing, panel, radiusPx, pixelRatio }: PointFrame): void {
  gl.uniform1i(at("u_palette"), 0);
  gl.uniform3f(at("u_casing"), ...casing);
  gl.uniform3f(at("u_panel"), ...panel);
  gl.uniform1f(at("u_radius"), radiusPx);
  gl.uniform1f(at("u_thin"), Math.max(0.5, Math.min(1, radiusPx / FULL_RADIUS_PX)));
  gl.uniform1f(at("u_ratio"), pixelRatio);
}

/** The globe is projected by MapLibre's own words; the plane around the middle of the view, where its matrix is exact. */
function setProjection(gl: WebGL2RenderingContext, at: At, data: PointCamera): void {
  const matrix = data.mainMatrix;
  gl.uniformMatrix4fv(at("u_projection_matrix"), false, Float32Array.from(matrix));
  gl.uniform4f(at("u_projection_tile_mercator_coords"), ...data.tileMercatorCoords);
  gl.uniform4f(at("u_projection_clipping_plane"), ...data.clippingPlane);
  gl.uniform1f(at("u_projection_transition"), data.projectionTransition);
  gl.uniformMatrix4fv(at("u_projection_fallback_matrix"), false, Float32Array.from(data.fallbackMatrix));
  const column = (i: number) => [0, 1, 2, 3].map((row) => matrix[4 * i + row] as number);
  const [east, south, origin] = [column(0), column(1), column(3)] as [number[], number[], number[]];
  const middle = middleOf(east, south, origin);
  const anchor = [0, 1, 2, 3].map((i) => {
    const [e, s, o] = [east[i] as number, south[i] as number, origin[i] as number];
    return e * middle[0] + s * middle[1] + o;
  });
  const parts = middle.map((share) => Math.round((share - Math.floor(share)) * PLACE_PARTS) >>> 0);
  gl.uniform2ui(at("u_center"), parts[0] as number, parts[1] as number);
  gl.uniform4fv(at("u_anchor"), anchor);
  gl.uniform4fv(at("u_east"), east);
  gl.uniform4fv(at("u_south"), south);
}

/** The place of the Mercator square in the middle of the screen: where x and y of the clip space are 0; to whole parts. */
function middleOf(east: number[], south: number[], origin: number[]): readonly [x: number, y: number] {
  const [a, b, c, d] = [east[0], south[0], east[1], south[1]] as [number, number, number, number];
  const [x0, y0] = [origin[0], origin[1]] as [number, number];
  const size = a * d - b * c;
  const whole = (value: number) => (Number.isFinite(value) ? Math.round(value * PLACE_PARTS) / PLACE_PARTS : 0);
  return [whole((b * y0 - d * x0) / size), whole((c * x0 - a * y0) / size)];
}

function setQuestion(gl: WebGL2RenderingContext, at: At, { window, categories, statuses, level }: PointQuestion): void {
  gl.uniform1i(at("u_windowed"), window === null ? 0 : window.isEmpty ? 2 : 1);
  if (window !== null) gl.uniform4ui(at("u_window"), window.atStart, window.afterStart, window.atEnd, window.afterEnd);
  gl.uniform1f(at("u_fade"), window?.fade === true ? FADE : 0);
  gl.uniform1i(at("u_masked"), categories === null ? 0 : 1);
  if (categories !== null) gl.uniform4uiv(at("u_categories"), categories);
  gl.uniform1ui(at("u_statuses"), statuses);
  gl.uniform1ui(at("u_top"), topOf(level));
}
