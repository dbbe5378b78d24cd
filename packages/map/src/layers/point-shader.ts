import type { MarkShape } from "@whenwhere/view";
import { POINT_KIND } from "../scene/points/point-rows.ts";
import { WORD_SHIFTS } from "../scene/points/point-words.ts";

/** Where attributes stand, alike in every program, so that a buffer serves the map and the globe. */
export const POINT_ATTRIBUTES = { place: 0, outer: 1, core: 2, last: 3, standing: 4 } as const;

/** Shapes by the number that the palette holds. */
export const SHAPES: readonly MarkShape[] = [
  ...(["circle", "triangle", "diamond", "square", "hexagon"] as const),
  ...(["bar", "cross", "star", "ring"] as const),
];

/** How far a shape reaches from its middle, in radii of the mark, as in `markPath` of the views. */
const REACHES: readonly number[] = [1, 1.46, 1.22, 1.26, 1.09, 1.4, 1.27, 1.55, 1.13];

/** Looks of statuses by their index, as on the canvas. */
const [ALLEGED, PLANNED, CANCELLED, RETRACTED] = [2, 3, 4, 5] as const;

const decimal = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/**
 * Each row decides here whether it is drawn, and how: word for word the rules of `pointStanding`. `prelude` and `define` come
 * from MapLibre and hold the projection of the moment.
 */
export function pointVertexSource({ prelude, define }: { readonly prelude: string; readonly define: string }): string {
  const { place, outer, core, last, standing } = POINT_ATTRIBUTES;
  return `#version 300 es
precision highp float;
precision highp int;
${prelude}
${define}
layout(location=${place}) in uvec2 a_place;
layout(location=${outer}) in uvec2 a_outer;
layout(location=${core}) in uvec2 a_core;
layout(location=${last}) in uint a_last;
layout(location=${standing}) in uint a_standing;
uniform uvec2 u_center;
uniform vec4 u_anchor;
uniform vec4 u_east;
uniform vec4 u_south;
uniform int u_windowed;
uniform uvec4 u_window;
uniform float u_fade;
uniform bool u_masked;
uniform uvec4 u_categories;
uniform uint u_statuses;
uniform uint u_top;
uniform uint u_wanted;
uniform float u_radius;
uniform float u_thin;
uniform float u_ratio;
uniform sampler2D u_palette;
flat out vec3 v_fill;
flat out vec3 v_line;
flat out float v_half;
flat out float v_ink;
flat out float v_opacity;
flat out int v_shape;
flat out uint v_status;
flat out uint v_seen;
const float REACHES[${REACHES.length}] = float[](${REACHES.map(decimal).join(", ")});
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);

uint standing(uint category) {
  uint status = (a_last >> ${WORD_SHIFTS.status}u) & 7u;
  uint kind = (a_last >> ${WORD_SHIFTS.kind}u) & 7u;
  bool on = ((u_statuses >> status) & 1u) == 1u;
  if (u_masked) on = on && category < 128u && ((u_categories[category >> 5u] >> (category & 31u)) & 1u) == 1u;
  if (!on || a_standing == 0u || ((a_last >> ${WORD_SHIFTS.top}u) & 31u) < u_top) return 0u;
  if (u_windowed == 0) return a_standing;
  if (kind == ${POINT_KIND.undated}u) return 1u;
  if (u_windowed == 2 || a_outer.x >= u_window.z || a_outer.y < u_window.y) return 0u;
  bool sure = kind == ${POINT_KIND.solid}u
    || (kind == ${POINT_KIND.plain}u && a_outer.x >= u_window.x && a_outer.y < u_window.w)
    || (kind == ${POINT_KIND.cored}u && a_core.x < u_window.z && a_core.y >= u_window.y);
  return sure ? a_standing : 1u;
}

float opacityOf(uint seen) {
  if (u_fade == 0.0 || seen != 2u || a_outer.y >= u_window.z) return 1.0;
  float age = float(u_window.z - a_outer.y) / max(1.0, float(u_window.z - u_window.x));
  return 1.0 - u_fade * min(1.0, age);
}

void main() {
  uint category = a_last & 0xffffu;
  uint seen = standing(category);
  gl_PointSize = 1.0;
  gl_Position = NOWHERE;
  if (seen != u_wanted) return;
#ifdef GLOBE
  gl_Position = projectTile(vec2(a_place) / 4294967296.0);
#else
  // Subtracted as whole numbers: exact from near, and round the world to the copy nearest to the middle.
  vec2 away = vec2(ivec2(a_place - u_center)) / 4294967296.0;
  gl_Position = u_anchor + u_east * away.x + u_south * away.y;
#endif
  int code = min(int(category), textureSize(u_palette, 0).x - 1);
  vec4 fill = texelFetch(u_palette, ivec2(code, 0), 0);
  v_fill = fill.rgb;
  v_line = texelFetch(u_palette, ivec2(code, 1), 0).rgb;
  v_shape = int(fill.a * 255.0 + 0.5);
  v_status = (a_last >> ${WORD_SHIFTS.status}u) & 7u;
  v_seen = seen;
  v_ink = v_status >= ${PLANNED}u ? 0.0 : v_status == ${ALLEGED}u ? 0.35 : seen == 1u ? 0.28 : 1.0;
  v_opacity = opacityOf(seen);
  v_half = REACHES[v_shape] * u_radius + 2.25 * u_thin + 1.0;
  if (v_status >= ${CANCELLED}u) v_half = max(v_half, u_radius + 4.0);
  gl_PointSize = 2.0 * v_half * u_ratio;
}`;
}

/**
 * One mark: its casing, its ink and its outline by the distance to its edge. What is only possible has ink that thins out before it
 * reaches the outline, so that the outline keeps its contrast and no edge is harder than its source.
 */
export function pointFragmentSource(): string {
  return `#version 300 es
precision highp float;
precision highp int;
uniform vec3 u_casing;
uniform vec3 u_panel;
uniform float u_radius;
uniform float u_thin;
uniform float u_ratio;
flat in vec3 v_fill;
flat in vec3 v_line;
flat in float v_half;
flat in float v_ink;
flat in float v_opacity;
flat in int v_shape;
flat in uint v_status;
flat in uint v_seen;
out vec4 fragColor;

float toSegment(vec2 p, vec2 a, vec2 b) {
  vec2 along = b - a;
  return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}
float toBox(vec2 p, vec2 size) {
  vec2 past = abs(p) - size;
  return length(max(past, 0.0)) + min(max(past.x, past.y), 0.0);
}
float side(vec2 p, vec2 a, vec2 b) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}
// Half of an upright triangle: tip, corner and the middle of its base.
float toTriangle(vec2 p) {
  p.x = abs(p.x);
  vec2 tip = vec2(0.0, -1.46);
  vec2 corner = vec2(1.2644, 0.73);
  float away = min(toSegment(p, tip, corner), toSegment(p, corner, vec2(0.0, 0.73)));
  return side(p, tip, corner) > 0.0 && p.y < 0.73 ? -away : away;
}
// A quarter of a hexagon that stands on a side.
float toHexagon(vec2 p) {
  p = abs(p);
  vec2 tip = vec2(1.09, 0.0);
  vec2 corner = vec2(0.545, 0.944);
  float away = min(toSegment(p, tip, corner), toSegment(p, corner, vec2(0.0, 0.944)));
  return side(p, tip, corner) > 0.0 && p.y < 0.944 ? -away : away;
}
// An eighth of a star of four tips.
float toStar(vec2 p) {
  p = abs(p);
  if (p.y > p.x) p = p.yx;
  vec2 tip = vec2(1.55, 0.0);
  vec2 dent = vec2(0.495, 0.495);
  return side(p, tip, dent) > 0.0 ? -toSegment(p, tip, dent) : toSegment(p, tip, dent);
}
float toShape(vec2 p) {
  switch (v_shape) {
    case 1: return toTriangle(p);
    case 2: return toBox(vec2(p.x + p.y, p.y - p.x) * 0.70711, vec2(0.8627));
    case 3: return toBox(p, vec2(0.89));
    case 4: return toHexagon(p);
    case 5: return toBox(p, vec2(1.25, 0.63));
    case 6: return min(toBox(p, vec2(1.2, 0.41)), toBox(p, vec2(0.41, 1.2)));
    case 7: return toStar(p);
    case 8: return max(length(p) - 1.13, 0.52 - length(p));
    default: return length(p) - 1.0;
  }
}
float covered(float away) {
  return clamp(0.5 - away * u_ratio, 0.0, 1.0);
}
void main() {
  vec2 p = (gl_PointCoord - 0.5) * 2.0 * v_half;
  float away = toShape(p / u_radius) * u_radius;
  float ink = v_ink;
  if (v_seen == 1u) ink *= smoothstep(0.0, 0.7 * u_radius, -away);
  vec3 ground = v_status >= ${PLANNED}u ? u_panel : u_casing;
  float line = covered(abs(away) - 0.75 * u_thin);
  bool dashed = (v_status == ${ALLEGED}u || v_status == ${RETRACTED}u) && u_radius > 3.5;
  // Along a straight side the way is its own direction; around a circle it is the angle.
  vec2 across = normalize(vec2(dFdx(away), dFdy(away)) + 1e-6);
  float way = v_shape == 0 || v_shape == 8 ? atan(p.y, p.x) * length(p) : dot(p, vec2(-across.y, across.x)) + 1.3;
  if (dashed && fract(way / 4.4) > 0.6) line = 0.0;
  vec3 color = mix(u_casing, mix(ground, v_fill, ink), covered(away));
  color = mix(color, v_line, line);
  float alpha = covered(away - 2.25 * u_thin);
  if (v_status >= ${CANCELLED}u) {
    float stroke = covered(toBox(p, vec2(u_radius + 3.0, 0.75 * u_thin)));
    color = mix(color, v_line, stroke);
    alpha = max(alpha, stroke);
  }
  fragColor = vec4(color, 1.0) * alpha * v_opacity;
}`;
}
