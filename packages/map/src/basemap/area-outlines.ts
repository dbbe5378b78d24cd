import { loadAdmin1 } from "./load-admin1.ts";
import type { PackedTopology } from "./packed-topology.ts";

/** Outlines of the first-level areas of some countries (ISO alpha-2), for a page that carries its own. Unknown codes are left out. */
export async function areaOutlines(countries: Iterable<string>): Promise<Readonly<Record<string, PackedTopology>>> {
  const asked = [...new Set(countries)].sort();
  const loaded = await Promise.all(asked.map(async (iso) => [iso, await loadAdmin1(iso)] as const));
  return Object.fromEntries(loaded.flatMap(([iso, areas]) => (areas === null ? [] : [[iso, areas]])));
}
