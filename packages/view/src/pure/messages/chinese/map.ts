import type { Messages } from "../types.ts";

/** Chinese: words inside the map. */
export const map: Messages = {
  "map.only-district": "仅知县区",
  "map.only-province": "仅知省份",
  "map.only-country": "仅知国家",
  "map.only-region": "仅知地区",
  "map.possibly": "可能",
};
