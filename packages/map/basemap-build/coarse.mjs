import { buildAdmin1, COARSE } from "./admin1.mjs";

/** Columns of the coarse file: like stands beside like, which halves what a compressor leaves. */
const COLUMNS = {
  arcs: ({ arcs }) => arcs,
  transform: ({ transform: { scale, translate } }) =>
    JSON.stringify({ scale: scale.map((degrees) => Number(degrees.toPrecision(5))), translate: translate.map(round3) }),
  shapes: (world) => JSON.stringify(areas(world).map(({ type, arcs }) => [type === "Polygon" ? 0 : 1, arcs])),
  names: textOf("name"),
  codes: textOf("code"),
  labels: textOf("label"),
  aliases: textOf("aliases"),
  regions: textOf("region"),
  regionAliases: textOf("regionAliases"),
};

const round3 = (degrees) => Math.round(degrees * 1000) / 1000;
const areas = (world) => world.objects.areas.geometries;

function textOf(property) {
  return (world) => JSON.stringify(areas(world).map(({ properties }) => properties[property] ?? 0));
}

/** The first-level areas of all countries, coarse: by column, by country, each value a text of its own. */
export function buildCoarse(codes, featuresOf) {
  const worlds = codes.map((iso) => [iso, JSON.parse(buildAdmin1(iso, featuresOf(iso), COARSE))]);
  const columns = Object.entries(COLUMNS).map(([name, column]) => [
    name,
    Object.fromEntries(worlds.map(([iso, world]) => [iso, column(world)])),
  ]);
  return `${JSON.stringify(Object.fromEntries(columns))}\n`;
}

/** The module that reads the coarse file; of the same shape as the one with a file a country. */
export function coarseLoadersSource(codes) {
  return `// Written by basemap-build/build.mjs; do not edit.
import type { PackedTopology } from "../packed-topology.ts";
import { type CoarseColumns, readCoarse } from "../read-coarse.ts";

const load = async (iso: string): Promise<PackedTopology> => {
  const columns: CoarseColumns = (await import("./admin1-coarse.json")).default;
  return readCoarse(columns, iso);
};

/** First-level areas by ISO 3166-1 alpha-2, coarse and in one file: for a script that carries everything inside. */
export const admin1Loaders: Readonly<Record<string, () => Promise<PackedTopology>>> = Object.fromEntries(
  "${codes.join(" ")}"
    .split(" ")
    .map((iso) => [iso, () => load(iso)]),
);
`;
}
