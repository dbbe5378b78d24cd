import { createRequire } from "node:module";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature, mergeArcs, mesh, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { DISPUTED_AREAS, DISPUTED_BORDERS } from "./disputed-borders.mjs";
import { boundsOf, insidePoint, planarArea } from "./inside-point.mjs";
import { COUNTRY_NAMES, ISO_BY_NAME, WITHIN } from "./names.mjs";
import { packArcs } from "./pack.mjs";

const require = createRequire(import.meta.url);

/**
 * World-atlas stitches rings across the antimeridian. Through this projection d3 cuts them again and closes them along
 * longitude 180, so that every ring stays within -180..180 and planar renderers draw no bands.
 */
export const recut = (geometry) =>
  geoProject(
    geometry,
    geoEquirectangular()
      .scale(180 / Math.PI)
      .translate([0, 0])
      .precision(0)
      .reflectY(true),
  );

/** One world as packed TopoJSON: land, countries, settled and disputed borders, coast. `detail` is "110m" or "50m". */
export function buildWorld(detail, { isoOf, admin1 }) {
  const source = require(`world-atlas/countries-${detail}.json`);
  const countries = recut(feature(source, source.objects.countries));
  const features = countries.features.map((country) => describe(country, isoOf));
  const raw = topology({ countries: { type: "FeatureCollection", features } }, 1e5);
  const borders = bordersOf(raw);
  const areas = detail === "50m" ? DISPUTED_AREAS.flatMap((area) => admin1Outline(admin1, area)) : [];
  const full = topology({
    countries: feature(raw, raw.objects.countries),
    settled: { type: "MultiLineString", coordinates: borders.settled },
    disputed: { type: "MultiLineString", coordinates: [...borders.disputed, ...areas] },
    coast: { type: "MultiLineString", coordinates: borders.coast },
  });
  const packed = quantize(full, 1e5);
  packed.objects.land = mergeArcs(packed, packed.objects.countries.geometries);
  return `${JSON.stringify({ ...packed, bbox: undefined, arcs: packArcs(packed.arcs) })}\n`;
}

function describe(country, isoOf) {
  const source = country.properties.name;
  const iso = source in ISO_BY_NAME ? ISO_BY_NAME[source] : isoOf(country);
  const name = COUNTRY_NAMES[source] ?? source;
  const label = insidePoint(country.geometry);
  const properties = { iso, name, label, from: firstZoom(country) };
  if (source in WITHIN) properties.within = WITHIN[source];
  properties.source = source;
  return { type: "Feature", properties, geometry: wind(country.geometry) };
}

/** Outer rings clockwise, holes counter-clockwise: on the sphere d3-geo takes the other winding for "all but this". */
export function wind(geometry) {
  const windRings = (rings) =>
    rings.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? [...ring].reverse() : ring));
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: windRings(geometry.coordinates) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map(windRings) };
}

function signedArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return sum / 2;
}

/** The zoom at which a name of usual length fits into the largest part. */
function firstZoom({ geometry }) {
  const rings =
    geometry.type === "Polygon" ? [geometry.coordinates[0]] : geometry.coordinates.map((polygon) => polygon[0]);
  const squareDegrees = Math.max(...rings.map((ring) => planarArea(ring) * squeezeOf(ring)));
  const steradians = Math.max(squareDegrees * (Math.PI / 180) ** 2, 1e-8);
  return Math.max(0.5, Math.round((-0.55 - 0.72 * Math.log2(Math.sqrt(steradians))) * 10) / 10);
}

function squeezeOf(ring) {
  const [, south, , north] = boundsOf(ring);
  return Math.cos((((south + north) / 2) * Math.PI) / 180);
}

/** Meshes of a topology: plain borders, disputed borders, and coasts without the cuts at longitude 180 and the pole. */
function bordersOf(world) {
  const nameOf = (geometry) => geometry.properties.source;
  const disputed = [];
  const settled = [];
  const pairs = pairsOf(world);
  for (const [key, [a, b]] of pairs) {
    const lines = mesh(world, world.objects.countries, (x, y) => x !== y && pairKey(nameOf(x), nameOf(y)) === key);
    const entries = DISPUTED_BORDERS.filter(({ between }) => pairKey(...between) === pairKey(a, b));
    for (const line of lines.coordinates) splitLine(line, entries, { settled, disputed });
  }
  const coast = mesh(world, world.objects.countries, (x, y) => x === y).coordinates.flatMap(withoutCuts);
  return { settled, disputed, coast };
}

const pairKey = (a, b) => (a < b ? `${a}|${b}` : `${b}|${a}`);

function pairsOf(world) {
  const pairs = new Map();
  mesh(world, world.objects.countries, (a, b) => {
    if (a !== b)
      pairs.set(pairKey(a.properties.source, b.properties.source), [a.properties.source, b.properties.source]);
    return false;
  });
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Puts the segments of a line into `disputed` where an entry covers them, else into `settled`. */
function splitLine(line, entries, { settled, disputed }) {
  const covered = (p, q) =>
    entries.some(({ within }) => {
      if (within === undefined) return true;
      const lon = (p[0] + q[0]) / 2;
      const lat = (p[1] + q[1]) / 2;
      return lon >= within[0] && lat >= within[1] && lon <= within[2] && lat <= within[3];
    });
  let run = null;
  for (let i = 1; i < line.length; i++) {
    const target = covered(line[i - 1], line[i]) ? disputed : settled;
    if (run === null || run.target !== target) {
      run = { target, points: [line[i - 1]] };
      target.push(run.points);
    }
    run.points.push(line[i]);
  }
}

/** Drops the segments that the cut at the antimeridian and at the south pole added. */
export function withoutCuts(line) {
  const isCut = (p, q) => (Math.abs(p[0]) > 179.99 && Math.abs(q[0]) > 179.99) || (p[1] < -89.9 && q[1] < -89.9);
  const runs = [];
  let points = null;
  for (let i = 1; i < line.length; i++) {
    if (isCut(line[i - 1], line[i])) {
      points = null;
      continue;
    }
    if (points === null) {
      points = [line[i - 1]];
      runs.push(points);
    }
    points.push(line[i]);
  }
  return runs;
}

/** The inner border of a first-level area: its edges that another area of the same country shares. */
function admin1Outline(admin1, { iso, name }) {
  const features = admin1.filter(({ properties }) => properties.iso_a2 === iso);
  const world = topology({ areas: { type: "FeatureCollection", features } }, 1e5);
  const isArea = (geometry) => geometry.properties.name === name;
  return mesh(world, world.objects.areas, (a, b) => a !== b && isArea(a) !== isArea(b)).coordinates;
}
