import type { PackedTopology } from "./packed-topology.ts";

function areasOfPage(): Readonly<Record<string, PackedTopology>> {
  const view = JSON.parse(document.getElementById("whenwhere-view")?.textContent || "{}");
  return view.areas ?? {};
}

/** First-level areas by ISO code out of the page itself: a page from disk carries those that its records name. */
export const admin1Loaders: Readonly<Record<string, () => Promise<PackedTopology>>> = Object.fromEntries(
  Object.entries(areasOfPage()).map(([iso, areas]) => [iso, async () => areas]),
);
