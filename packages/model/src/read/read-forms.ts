/** The options of `readIncidents` by name; that none is missing is seen where they are used. */
export const READ_FORM = {
  format: "any",
  readers: "any",
  mapping: "any",
  dayFirst: [true, false],
  language: "any",
  name: "any",
  mediaType: "any",
  redact: "any",
} as const;

/** The options of `loadIncidents` by name. */
export const LOAD_FORM = {
  ...READ_FORM,
  onProgress: [Function],
  signal: "any",
  fetch: [Function],
  stallMs: [Number],
  maxBytes: [Number],
} as const;
