import { admin1Loaders } from "./generated/admin1-loaders.ts";
import type { PackedTopology } from "./packed-topology.ts";

/** Outlines of the first-level areas of some countries (ISO alpha-2), for a page that carries its own. Unknown codes are left out. */
export async function areaOutlines(countries: Iterable<string>): Promise<Readonly<Record<string, PackedTopology>>> {
  const known = [...new Set(countries)].filter((iso) => Object.hasOwn(admin1Loaders, iso)).sort();
  const loaded = await Promise.all(known.map(async (iso) => [iso, await admin1Loaders[iso]?.()] as const));
  return Object.fromEntries(loaded.flatMap(([iso, areas]) => (areas === undefined ? [] : [[iso, areas]])));
}
