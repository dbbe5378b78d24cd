export * from "./errors.ts";
export * from "./incident.ts";
export * from "./issues.ts";
export type * from "./time/edtf-types.ts";
export * from "./time/span.ts";
