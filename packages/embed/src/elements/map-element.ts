import { type IncidentMapOptions, incidentMap, preloadMap } from "@whenwhere/map";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";
import { sharedMapOptions } from "./shared-map-options.ts";

/** The ground of the map is unpacked while its records are read. */
export function preload(attribute: MountContext["attribute"]): void {
  // What is wrong with them is said by the map.
  preloadMap(sharedMapOptions(attribute)).catch(() => {});
}

/** Makes the map of a `<ww-map>`. A word that is none of an option's is refused by the map, which names those that are. */
export function mount({ target, store, words, attribute }: MountContext): Mounted {
  const header = attribute("header") as IncidentMapOptions["header"] | null;
  const handle = incidentMap(target, { store, words, ...sharedMapOptions(attribute), ...given({ header }) });
  return { handle, destroy: () => handle.destroy() };
}
