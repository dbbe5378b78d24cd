import type { Messages } from "../types.ts";

/** French: words inside the map. */
export const map: Messages = {
  "map.only-district": "district seulement",
  "map.only-province": "province seulement",
  "map.only-country": "pays seulement",
  "map.only-region": "région seulement",
  "map.possibly": "peut-être",
};
