import type { PackedTopology } from "./packed-topology.ts";

/** A column of the coarse file: by ISO 3166-1 alpha-2, each value a text. */
type Column = Readonly<Record<string, string>>;

/** First-level areas of all countries, by column. See `basemap-build/coarse.mjs`. */
export type CoarseColumns = Readonly<
  Record<
    "arcs" | "transform" | "shapes" | "names" | "codes" | "labels" | "aliases" | "regions" | "regionAliases",
    Column
  >
>;

type Shape = readonly [kind: 0 | 1, arcs: unknown];

/** The areas of one country in the form of the finer files. Costs time for this country only. */
export function readCoarse(columns: CoarseColumns, iso: string): PackedTopology {
  const list = <T>(column: Column) => JSON.parse(column[iso] ?? "[]") as readonly T[];
  const [names, codes, labels] = [list(columns.names), list(columns.codes), list(columns.labels)];
  const aliases = list(columns.aliases);
  const regions = list(columns.regions);
  const regionAliases = list(columns.regionAliases);
  const geometries = list<Shape>(columns.shapes).map(([kind, arcs], i) => ({
    type: kind === 0 ? "Polygon" : "MultiPolygon",
    arcs,
    properties: {
      ...{ name: names[i], code: codes[i], label: labels[i] },
      ...(aliases[i] === 0 ? {} : { aliases: aliases[i] }),
      ...(regions[i] === 0 ? {} : { region: regions[i] }),
      ...(regionAliases[i] === 0 ? {} : { regionAliases: regionAliases[i] }),
    },
  }));
  return {
    type: "Topology",
    transform: JSON.parse(columns.transform[iso] ?? "{}") as PackedTopology["transform"],
    objects: { areas: { type: "GeometryCollection", geometries } },
    arcs: columns.arcs[iso] ?? "",
  };
}
