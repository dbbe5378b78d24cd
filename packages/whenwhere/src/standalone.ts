import { defineElements } from "@whenwhere/embed";

export { incidentMap, preloadMap, setMapWorkerUrl } from "@whenwhere/map";
export { timeline } from "@whenwhere/timeline";
export { workspace } from "@whenwhere/workspace";
export * from "./index.ts";

// The classic script: everything inside, the API as the global `whenwhere`, the elements ready to be written.
defineElements();
