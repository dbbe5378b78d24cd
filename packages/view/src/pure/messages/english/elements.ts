import type { Messages } from "../types.ts";

/** English: what an element says while it waits and when it fails. */
export const elements: Messages = {
  "state.loading": "Reading the records",
  "state.waiting": "Waiting for the records of this page",
  "state.failed": "The records cannot be shown",
  "state.failed.src": "The records of {src} cannot be shown",
  "state.failed.view": "This view cannot be drawn",
  "state.found": "Found",
  "state.expected": "Expected",
  "state.remedy": "What helps",
  "state.loading.file": "Reading {file}",
  "state.loading.bytes": "{loaded} of {total}",
  "state.loading.some": "{loaded}",
  "state.loading.work": "Putting the records in order",
  "state.cancel": "Cancel",
  "state.cancelled": "Loading was cancelled.",
  "state.kept": "What was drawn before is still shown.",
  "state.partly": "Some files cannot be shown",
  "state.retry": "Try again",
  "state.dismiss": "Close this message",
  "state.expected.data": "Records as JSON, GeoJSON, CSV or TSV, or a file of a publisher that is known",
  "files.label": "Files with records",
  "files.choose": "Open files",
  "files.drop": "or drop them here",
  "files.over": "Drop to open",
  "files.privacy": "They are read in this page and sent nowhere.",
};
