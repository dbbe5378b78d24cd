import type { Messages } from "../types.ts";

/** Ukrainian: words inside the map. */
export const map: Messages = {
  "map.only-district": "відомий лише район",
  "map.only-province": "відома лише провінція",
  "map.only-country": "відома лише країна",
  "map.only-region": "відомий лише регіон",
  "map.possibly": "можливо",
};
