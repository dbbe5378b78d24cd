import type { Messages } from "../types.ts";

/** Persian: words inside the map. */
export const map: Messages = {
  "map.only-district": "فقط شهرستان",
  "map.only-province": "فقط استان",
  "map.only-country": "فقط کشور",
  "map.only-region": "فقط منطقه",
  "map.possibly": "شاید",
};
