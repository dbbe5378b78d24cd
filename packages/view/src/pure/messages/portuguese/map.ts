import type { Messages } from "../types.ts";

/** Portuguese: words inside the map. */
export const map: Messages = {
  "map.only-district": "só o distrito",
  "map.only-province": "só a província",
  "map.only-country": "só o país",
  "map.only-region": "só a região",
  "map.possibly": "possivelmente",
};
