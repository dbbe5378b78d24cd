import type { Steps } from "@whenwhere/model";
import { type PointRows, type PointRun, pointRuns } from "../scene/points/point-rows.ts";
import { pointWords, wordsPerPoint } from "../scene/points/point-words.ts";
import { POINT_ATTRIBUTES } from "./point-shader.ts";

/** Rows of a buffer, and rows written at once. */
const CHUNK_ROWS = 1_000_000;
const SLICE_ROWS = 16_384;
const WORD_BYTES = 4;
const CERTAIN = 2;

/**
 * The points on the graphics processor: written once, 20 bytes a row, 28 with cores. A window, a mask and a camera change
 * nothing of it.
 */
export interface PointBuffers {
  readonly points: PointRows;
  /** Standing of each row of the store under clauses that no uniform holds; null where there are none. One byte a point. */
  setStanding(states: Uint8Array | null): void;
  /** Draws the points that may lie in a window; the program is in use. */
  draw(window: { readonly startMs: number; readonly endMs: number } | null): void;
  destroy(): void;
}

interface Chunk {
  readonly first: number;
  readonly count: number;
  readonly buffer: WebGLBuffer;
  readonly vertices: WebGLVertexArrayObject;
  standing: WebGLBuffer | null;
}

/** Writes the points, with a pause every few thousand. */
export function* pointBufferSteps(gl: WebGL2RenderingContext, points: PointRows): Steps<PointBuffers> {
  const chunks: Chunk[] = [];
  const strideBytes = wordsPerPoint(points) * WORD_BYTES;
  for (let first = 0; first < points.length; first += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, points.length - first);
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, count * strideBytes, gl.STATIC_DRAW);
    for (let at = 0; at < count; at += SLICE_ROWS) {
      const words = pointWords(points, first + at, first + Math.min(count, at + SLICE_ROWS));
      // Between two pauses MapLibre may have bound another.
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      gl.bufferSubData(gl.ARRAY_BUFFER, at * strideBytes, words);
      yield;
    }
    chunks.push({ first, count, buffer, vertices: verticesOf(gl, buffer, points), standing: null });
  }
  return buffersOf(gl, points, chunks);
}

function verticesOf(gl: WebGL2RenderingContext, buffer: WebGLBuffer, points: PointRows): WebGLVertexArrayObject {
  const vertices = gl.createVertexArray();
  const words = wordsPerPoint(points);
  const attribute = (location: number, size: number, word: number) => {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribIPointer(location, size, gl.UNSIGNED_INT, words * WORD_BYTES, word * WORD_BYTES);
  };
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  attribute(POINT_ATTRIBUTES.place, 2, 0);
  attribute(POINT_ATTRIBUTES.outer, 2, 2);
  if (points.hasCores) attribute(POINT_ATTRIBUTES.core, 2, 4);
  attribute(POINT_ATTRIBUTES.last, 1, words - 1);
  gl.bindVertexArray(null);
  return vertices;
}

function buffersOf(gl: WebGL2RenderingContext, points: PointRows, chunks: readonly Chunk[]): PointBuffers {
  let last: { readonly window: { startMs: number; endMs: number } | null; readonly runs: readonly PointRun[] } | null =
    null;
  const runsOf = (window: { readonly startMs: number; readonly endMs: number } | null) => {
    if (last === null || last.window?.startMs !== window?.startMs || last.window?.endMs !== window?.endMs) {
      last = { window, runs: pointRuns(points, window) };
    }
    return last.runs;
  };
  return {
    points,
    setStanding(states) {
      for (const chunk of chunks) {
        if (states === null) clearStanding(gl, chunk);
        else writeStanding(gl, chunk, standingOf(points, chunk, states));
      }
    },
    draw(window) {
      for (const { first, count, vertices } of chunks) {
        gl.bindVertexArray(vertices);
        // What a chunk has no buffer for is the same for all of its rows.
        gl.vertexAttribI4ui(POINT_ATTRIBUTES.core, 0, 0, 0, 0);
        gl.vertexAttribI4ui(POINT_ATTRIBUTES.standing, CERTAIN, 0, 0, 0);
        for (const run of runsOf(window)) {
          const from = Math.max(run.first, first);
          const to = Math.min(run.first + run.count, first + count);
          if (from < to) gl.drawArrays(gl.POINTS, from - first, to - from);
        }
      }
      gl.bindVertexArray(null);
      gl.vertexAttrib4f(POINT_ATTRIBUTES.core, 0, 0, 0, 1);
      gl.vertexAttrib4f(POINT_ATTRIBUTES.standing, 0, 0, 0, 1);
    },
    destroy() {
      for (const { buffer, vertices, standing } of chunks) {
        gl.deleteVertexArray(vertices);
        gl.deleteBuffer(buffer);
        if (standing !== null) gl.deleteBuffer(standing);
      }
    },
  };
}

function standingOf({ rows }: PointRows, { first, count }: Chunk, states: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let i = 0; i < count; i++) bytes[i] = states[rows[first + i] as number] as number;
  return bytes;
}

function writeStanding(gl: WebGL2RenderingContext, chunk: Chunk, bytes: Uint8Array): void {
  const isNew = chunk.standing === null;
  chunk.standing ??= gl.createBuffer();
  gl.bindVertexArray(chunk.vertices);
  gl.bindBuffer(gl.ARRAY_BUFFER, chunk.standing);
  if (isNew) gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.DYNAMIC_DRAW);
  else gl.bufferSubData(gl.ARRAY_BUFFER, 0, bytes);
  gl.enableVertexAttribArray(POINT_ATTRIBUTES.standing);
  gl.vertexAttribIPointer(POINT_ATTRIBUTES.standing, 1, gl.UNSIGNED_BYTE, 1, 0);
  gl.bindVertexArray(null);
}

function clearStanding(gl: WebGL2RenderingContext, chunk: Chunk): void {
  gl.bindVertexArray(chunk.vertices);
  gl.disableVertexAttribArray(POINT_ATTRIBUTES.standing);
  gl.bindVertexArray(null);
}
