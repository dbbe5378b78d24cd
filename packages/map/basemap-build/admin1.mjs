import { geoArea } from "d3-geo";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import { insidePoint } from "./inside-point.mjs";
import { ADMIN1_ALIASES } from "./names.mjs";
import { packArcs } from "./pack.mjs";
import { wind } from "./world.mjs";

/** Fine enough for a map of one province. */
export const FINE = { triangleOf: fineTriangle, grid: 1e4, smallestPart: 0, terse: false };

/** Fine enough for a map of a country: all countries together weigh what three fine ones do. */
export const COARSE = { triangleOf: coarseTriangle, grid: 250, smallestPart: 0.1, terse: true };

/** First-level areas of one country as packed TopoJSON; null when the country has fewer than two. */
export function buildAdmin1(iso, features, { triangleOf, grid, smallestPart, terse } = FINE) {
  const areas = features.filter(
    ({ properties, geometry }) => geometry !== null && properties.name !== null && properties.name !== "",
  );
  if (areas.length < 2) return null;
  const described = areas.map((area) => ({
    type: "Feature",
    properties: describe(iso, area),
    geometry: largeParts(wind(area.geometry), smallestPart),
  }));
  settleSharedAliases(described);
  if (terse) for (const area of described) shorten(area);
  const raw = topology({ areas: { type: "FeatureCollection", features: described } });
  const simple = simplify(presimplify(raw, sphericalTriangleArea), triangleOf(areas));
  const packed = quantize(simple, grid);
  return `${JSON.stringify({ ...packed, bbox: undefined, arcs: packArcs(packed.arcs) })}\n`;
}

function sizeOf(shape) {
  const area = geoArea(shape);
  return Math.min(area, 4 * Math.PI - area);
}

const sizeOfAll = (areas) => areas.reduce((sum, area) => sum + sizeOf(area), 0);

/** Triangles under this area (steradians) go: finer for small countries, 5 km at the most. */
function fineTriangle(areas) {
  return Math.min(Math.max(sizeOfAll(areas) / 400_000, 2e-9), 2.2e-7);
}

/** By the middle area of the country, so that its many small ones keep a form too. */
function coarseTriangle(areas) {
  const sizes = areas.map(sizeOf).sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1];
  return Math.min(Math.max(middle / 8, 1e-9), 4e-5);
}

/** Islets under a share of the largest part go; the largest part always stays. */
function largeParts(geometry, share) {
  if (share === 0 || geometry.type !== "MultiPolygon") return geometry;
  const sizes = geometry.coordinates.map((coordinates) => sizeOf({ type: "Polygon", coordinates }));
  const least = Math.max(...sizes) * share;
  return { ...geometry, coordinates: geometry.coordinates.filter((_, index) => sizes[index] >= least) };
}

function describe(iso, { properties: p, geometry }) {
  const extra = Object.entries(ADMIN1_ALIASES[iso] ?? {}).find(([name]) => name === p.name)?.[1] ?? [];
  const other = [
    p.name_en,
    p.gn_name,
    p.woe_name,
    p.gns_name,
    p.name_local,
    ...(p.name_alt ?? "").split("|"),
    ...extra,
  ];
  const aliases = [...new Set(other.map((name) => (name ?? "").trim()))].filter(
    (name) => name !== "" && name !== p.name && !name.includes("aggregation"),
  );
  const described = { name: p.name, code: p.iso_3166_2, label: insidePoint(geometry) };
  if (aliases.length > 0) described.aliases = aliases;
  if (p.region !== null && p.region !== "" && p.region !== p.name) described.region = p.region;
  return described;
}

/** Names that are equal without case, marks and punctuation are equal to the lookup too. */
function plainName(name) {
  const bare = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare
    .replace(/['’ʻʼ`´‘]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Leaves out what the lookup by normalised names finds anyway; a label of a large area may lie some kilometres off. */
function shorten({ properties, geometry }) {
  const grain = sizeOf(geometry) > 3e-5 ? 10 : 100;
  properties.label = properties.label.map((degrees) => Math.round(degrees * grain) / grain);
  if (properties.aliases === undefined) return;
  const known = new Set([plainName(properties.name)]);
  properties.aliases = properties.aliases.filter((alias) => {
    const key = plainName(alias);
    return !known.has(key) && known.add(key);
  });
  if (properties.aliases.length === 0) delete properties.aliases;
}

/** An alias of several areas names none of them; where they make one region it is the region's alias (Lombardy). */
function settleSharedAliases(described) {
  const holders = new Map();
  for (const { properties } of described) {
    for (const alias of properties.aliases ?? []) holders.set(alias, [...(holders.get(alias) ?? []), properties]);
  }
  for (const [alias, owners] of holders) {
    if (owners.length < 2) continue;
    for (const owner of owners) owner.aliases = owner.aliases.filter((name) => name !== alias);
    const region = owners[0].region;
    if (region === undefined || owners.some((owner) => owner.region !== region)) continue;
    owners[0].regionAliases = [...(owners[0].regionAliases ?? []), alias];
  }
}
