import { defineElements } from "@whenwhere/embed";

/** The classic script: everything inside, elements registered, the API as the global `whenwhere`. */
export * from "./index.ts";
export { incidentMap } from "@whenwhere/map";
export { timeline } from "@whenwhere/timeline";
export { workspace } from "@whenwhere/workspace";

defineElements();
