import { type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";
import { sharedMapOptions } from "./shared-map-options.ts";

/** Makes the map of a `<ww-map>`. A word that is none of an option's is refused by the map, which names those that are. */
export function mount({ target, store, words, attribute }: MountContext): Mounted {
  const header = attribute("header") as IncidentMapOptions["header"] | null;
  const handle = incidentMap(target, { store, words, ...sharedMapOptions(attribute), ...given({ header }) });
  return { handle, destroy: () => handle.destroy() };
}
