import type { Clause } from "@whenwhere/store";
import { h, setStyle, setText, svg } from "@whenwhere/view";
import { ringsPath } from "../../draw/paint-op.ts";
import { wrapLongitude } from "../../scene/earth.ts";
import type { Box } from "../../scene/index.ts";
import { worldPx } from "../ground/mercator.ts";
import type { MapSurface } from "../ground/surface.ts";
import type { BoxPx } from "../hands/gestures.ts";
import { MAP_SOURCE } from "../map-source.ts";
import type { MapText } from "../map-text.ts";
import { type LassoClause, lassoOnScreen } from "./lasso.ts";

type BoxClause = Extract<Clause, { kind: "bbox" }>;

/** A smaller box was a slip of the hand. */
const SMALLEST_PX = 6;
const WORLD_DEG = 359.9;
/** More than any stage. */
const EVERYWHERE = "M-9999,-9999H19998V19998H-9999Z";

/** Steps along a side of the box; on the globe its sides are curved, so corners alone do not bound it. */
const SAMPLES = 8;

function lonSpan(lons: readonly number[], centerLon: number): readonly [west: number, east: number] {
  const offsets = lons.map((lon) => wrapLongitude(lon - centerLon));
  return [Math.min(...offsets), Math.max(...offsets)];
}

/** The box of pixels as a clause in degrees, east < west across the antimeridian; null when it is off the globe. */
export function boxClause(surface: MapSurface, box: BoxPx): BoxClause | null {
  const places: (readonly [number, number])[] = [];
  for (let i = 0; i <= SAMPLES; i++) {
    for (let j = 0; j <= SAMPLES; j++) {
      const x = box.x0 + ((box.x1 - box.x0) * i) / SAMPLES;
      const y = box.y0 + ((box.y1 - box.y0) * j) / SAMPLES;
      const place = surface.unproject(x, y);
      if (place !== null) places.push(place);
    }
  }
  if (places.length === 0) return null;
  const { camera } = surface;
  const lats = places.map(([, lat]) => lat);
  const [low, high] = lonSpan(
    places.map(([lon]) => lon),
    camera.lon,
  );
  const whole = ((box.x1 - box.x0) / worldPx(camera.zoom)) * 360 >= WORLD_DEG;
  return {
    source: MAP_SOURCE,
    kind: "bbox",
    west: whole ? -180 : wrapLongitude(camera.lon + low),
    south: Math.min(...lats),
    east: whole ? 180 : wrapLongitude(camera.lon + high),
    north: Math.max(...lats),
  };
}

/** True for a box that the hand meant. */
export function isMeant(box: BoxPx): boolean {
  return box.x1 - box.x0 >= SMALLEST_PX && box.y1 - box.y0 >= SMALLEST_PX;
}

/** The box or the outline on the map and the chip that says that it filters. */
export interface BoxView {
  readonly chip: HTMLElement;
  readonly box: HTMLElement;
  readonly outline: SVGElement;
  /** The box while it is drawn; null to hide it. */
  draw(box: BoxPx | null): void;
  /** The outline while it is drawn; null to hide it. */
  drawLine(line: readonly (readonly [x: number, y: number])[] | null): void;
  /** The clause in force, and the boxes that it does not pale although they stand outside. */
  update(clause: BoxClause | LassoClause | null, surface: MapSurface | null, spared?: readonly Box[]): void;
}

/** Makes box, outline and chip; `onClear` is the chip's button. */
export function createBoxView(text: () => MapText, onClear: () => void): BoxView {
  const box = h("div", { class: "ww-map-box", hidden: true });
  const path = svg("path");
  const veil = svg("path", { class: "ww-map-veil", "fill-rule": "evenodd" });
  const outline = svg("svg", { class: "ww-map-lasso", "aria-hidden": "true" }, veil, path);
  const label = h("span");
  const clear = h("button", { type: "button", onclick: onClear }, "×");
  const chip = h("div", { class: "ww-map-chip", hidden: true }, label, clear);
  /** Nothing filters and nothing is being drawn: there is nothing to take away. */
  let isBare = false;
  const draw = (at: BoxPx | null) => {
    box.hidden = at === null;
    if (at === null) return;
    setStyle(box, {
      left: `${at.x0}px`,
      top: `${at.y0}px`,
      width: `${at.x1 - at.x0}px`,
      height: `${at.y1 - at.y0}px`,
    });
  };
  const drawLine: BoxView["drawLine"] = (line) => {
    outline.toggleAttribute("hidden", line === null);
    const d = line === null ? "" : ringsPath([line]);
    path.setAttribute("d", d);
    // What the outline leaves out is paler, as what a timeline's window leaves out.
    veil.setAttribute("d", line === null ? "" : `${EVERYWHERE}${d}`);
  };
  return {
    chip,
    box,
    outline,
    draw(at) {
      isBare = false;
      draw(at);
    },
    drawLine(line) {
      isBare = false;
      drawLine(line);
    },
    update(clause, surface, spared = []) {
      if (clause === null && isBare) return;
      isBare = clause === null;
      const free = clause?.kind === "lasso";
      chip.hidden = clause === null;
      setText(label, text()(free ? "lassoed" : "boxed"));
      clear.setAttribute("aria-label", text()(free ? "lassoClear" : "boxClear"));
      const at = clause?.kind === "bbox" && surface !== null ? boxOnScreen(clause, surface) : null;
      draw(at);
      setStyle(box, { "clip-path": allBut(spared, at ?? { x0: 0, y0: 0 }) });
      setStyle(outline, { "clip-path": allBut(spared, { x0: 0, y0: 0 }) });
      drawLine(clause?.kind === "lasso" && surface !== null ? lassoOnScreen(clause, surface) : null);
    },
  };
}

/** All that an element draws, from its corner on, but for some boxes of the stage: what is pale there is not. */
function allBut(boxes: readonly Box[], { x0, y0 }: Pick<BoxPx, "x0" | "y0">): string {
  const holes = boxes.map((box) => {
    const [west, north, east, south] = box.map((side, i) => side - (i % 2 === 0 ? x0 : y0));
    return `M${west},${north}H${east}V${south}H${west}Z`;
  });
  return holes.length === 0 ? "none" : `path(evenodd, "${EVERYWHERE}${holes.join("")}")`;
}

/** Only a Mercator ground shows the clause as a box; on the globe the chip alone says it. */
function boxOnScreen(clause: BoxClause, surface: MapSurface): BoxPx | null {
  const { project, widthPx, heightPx } = surface.viewport();
  const west = surface.camera.lon + wrapLongitude(clause.west - surface.camera.lon);
  const east = clause.east + 360 * Math.ceil((west - clause.east) / 360);
  const nw = project(west, clause.north);
  const ne = project(east, clause.north);
  const sw = project(west, clause.south);
  if (nw === null || ne === null || sw === null || Math.abs(nw[1] - ne[1]) > 1 || ne[0] <= nw[0]) return null;
  const beyond = nw[0] <= 0 && ne[0] >= widthPx && nw[1] <= 0 && sw[1] >= heightPx;
  return beyond ? null : { x0: nw[0], y0: nw[1], x1: ne[0], y1: sw[1] };
}
