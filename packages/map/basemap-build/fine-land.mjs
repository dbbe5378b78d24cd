import { createRequire } from "node:module";
import { geoArea, geoIdentity } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature } from "topojson-client";
import { boundsOf, planarArea } from "./inside-point.mjs";
import { packArcs } from "./pack.mjs";
import { recut, wind } from "./world.mjs";

const require = createRequire(import.meta.url);

/** Edge of a cell in degrees. */
const CELL_DEG = 10;
/** Cells reach over each other by so much, that no seam shows between them. */
const OVERLAP_DEG = 0.02;
/** Longest edge: on a sphere an edge along a parallel leaves it, and cells would part. */
const EDGE_DEG = 1;
/** Steps of the grid in a degree: about a hundred metres at the equator. */
const STEPS = 1000;

/**
 * Land at 1 : 10 M in cells of ten degrees, for close looks; borders and names stay those of the 50m world. A cell has its rings,
 * and how many of them each of its polygons has.
 */
export function buildFineLand() {
  const source = require("world-atlas/land-10m.json");
  const whole = feature(source, source.objects.land).features.flatMap(({ geometry }) => polygonsOf(geometry));
  const islands = whole.filter(([ring]) => !isNullIsland(ring));
  const polygons = islands.flatMap((rings) => polygonsOf(recut({ type: "Polygon", coordinates: rightWay(rings) })));
  const boxed = polygons.map((rings) => ({ rings, box: boundsOf(rings[0]) }));
  const cells = {};
  for (let west = -180; west < 180; west += CELL_DEG) {
    for (let south = -90; south < 90; south += CELL_DEG) {
      const cell = cellOf(boxed, [west, south]);
      if (cell !== null) cells[`${west},${south}`] = cell;
    }
  }
  return `${JSON.stringify({ cellDeg: CELL_DEG, overlapDeg: OVERLAP_DEG, steps: STEPS, cells })}\n`;
}

/** Natural Earth has land of a metre where no land is, for records whose place was left at zero. */
function isNullIsland(ring) {
  return ring.every(([lon, lat]) => Math.hypot(lon, lat) < 0.01);
}

/** A ring the other way round is all of the earth but this to d3: some of the smallest islands come so. */
function rightWay(rings) {
  const isAllBut = geoArea({ type: "Polygon", coordinates: rings }) > 2 * Math.PI;
  return isAllBut ? rings.map((ring) => [...ring].reverse()) : rings;
}

function polygonsOf({ type, coordinates }) {
  return type === "Polygon" ? [coordinates] : coordinates;
}

function cellOf(polygons, [west, south]) {
  const [east, north] = [west + CELL_DEG, south + CELL_DEG];
  const wide = [west - OVERLAP_DEG, south - OVERLAP_DEG, east + OVERLAP_DEG, north + OVERLAP_DEG];
  const land = polygons
    .filter(({ box }) => meet(box, wide))
    .flatMap(({ rings }) => polygonsOf(clipped({ type: "Polygon", coordinates: rings }, wide)));
  if (land.length === 0) return null;
  const kept = land
    .map((rings) => rings.map((ring) => onGrid(densified(ring))).filter(hasArea))
    .filter(({ length }) => length > 0);
  if (kept.length === 0) return null;
  const wound = polygonsOf(wind({ type: "MultiPolygon", coordinates: kept }));
  return { counts: wound.map((rings) => rings.length), rings: packArcs(wound.flat().map(differences)) };
}

function clipped(geometry, [west, south, east, north]) {
  const clip = geoIdentity().clipExtent([
    [west, south],
    [east, north],
  ]);
  return geoProject(geometry, clip) ?? { type: "MultiPolygon", coordinates: [] };
}

function meet(a, b) {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}

function densified(ring) {
  return ring.flatMap(([x, y], i) => {
    const [toX, toY] = ring[i + 1] ?? [x, y];
    const parts = Math.max(1, Math.ceil(Math.max(Math.abs(toX - x), Math.abs(toY - y)) / EDGE_DEG));
    return Array.from({ length: parts }, (_, k) => [x + ((toX - x) * k) / parts, y + ((toY - y) * k) / parts]);
  });
}

/** On the grid, without points that fall together. */
function onGrid(ring) {
  const whole = ring.map(([x, y]) => [Math.round(x * STEPS), Math.round(y * STEPS)]);
  return whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1][0] || y !== whole[i - 1][1]);
}

/** What is smaller than the grid has none. */
function hasArea(ring) {
  return ring.length > 3 && planarArea(ring) > 0;
}

function differences(ring) {
  return ring.map(([x, y], i) => (i === 0 ? [x, y] : [x - ring[i - 1][0], y - ring[i - 1][1]]));
}
