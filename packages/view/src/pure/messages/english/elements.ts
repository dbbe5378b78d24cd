import type { Messages } from "../types.ts";

/** English: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "Reading the records",
  "state.waiting": "Waiting for the records of this page",
  "state.failed": "The records cannot be shown",
  "state.failed.src": "The records of {src} cannot be shown",
  "state.found": "Found",
  "state.expected": "Expected",
  "state.remedy": "What helps",
};
