import type { Messages } from "../types.ts";

/** English: words inside the map. */
export const map: Messages = {
  "map.only-district": "district only",
  "map.only-province": "province only",
  "map.only-country": "country only",
  "map.only-region": "region only",
  "map.possibly": "possibly",
};
