import type { Messages } from "../types.ts";

/** Arabic: words inside the map. */
export const map: Messages = {
  "map.only-district": "المديرية فقط",
  "map.only-province": "المحافظة فقط",
  "map.only-country": "البلد فقط",
  "map.only-region": "المنطقة فقط",
  "map.possibly": "ربما",
};
