import type { PackedTopology } from "./packed-topology.ts";

/** The first-level areas of a country (ISO alpha-2), null where there are none. Their list, of some 250 files, comes with the first call. */
export async function loadAdmin1(country: string): Promise<PackedTopology | null> {
  const { admin1Loaders } = await import("./generated/admin1-loaders.ts");
  return Object.hasOwn(admin1Loaders, country) ? ((await admin1Loaders[country]?.()) ?? null) : null;
}
