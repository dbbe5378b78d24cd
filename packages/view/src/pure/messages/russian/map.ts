import type { Messages } from "../types.ts";

/** Russian: words inside the map. */
export const map: Messages = {
  "map.only-district": "известен только район",
  "map.only-province": "известна только провинция",
  "map.only-country": "известна только страна",
  "map.only-region": "известен только регион",
  "map.possibly": "возможно",
};
