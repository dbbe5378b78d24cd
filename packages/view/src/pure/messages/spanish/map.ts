import type { Messages } from "../types.ts";

/** Spanish: words inside the map. */
export const map: Messages = {
  "map.only-district": "solo distrito",
  "map.only-province": "solo provincia",
  "map.only-country": "solo país",
  "map.only-region": "solo región",
  "map.possibly": "posiblemente",
};
