import { geoArea } from "d3-geo";
import { quantize } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import { insidePoint } from "./inside-point.mjs";
import { ADMIN1_ALIASES } from "./names.mjs";
import { packArcs } from "./pack.mjs";
import { wind } from "./world.mjs";

/** First-level areas of one country as packed TopoJSON; null when the country has fewer than two. */
export function buildAdmin1(iso, features) {
  const areas = features.filter(
    ({ properties, geometry }) => geometry !== null && properties.name !== null && properties.name !== "",
  );
  if (areas.length < 2) return null;
  const described = areas.map((area) => ({
    type: "Feature",
    properties: describe(iso, area),
    geometry: wind(area.geometry),
  }));
  settleSharedAliases(described);
  const raw = topology({ areas: { type: "FeatureCollection", features: described } });
  const simple = simplify(presimplify(raw, sphericalTriangleArea), threshold(areas));
  const packed = quantize(simple, 1e4);
  return `${JSON.stringify({ ...packed, bbox: undefined, arcs: packArcs(packed.arcs) })}\n`;
}

/** Triangles under this area (steradians) go: finer for small countries, 5 km at the most. */
function threshold(areas) {
  const whole = areas.reduce((sum, area) => sum + Math.min(geoArea(area), 4 * Math.PI - geoArea(area)), 0);
  return Math.min(Math.max(whole / 400_000, 2e-9), 2.2e-7);
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
