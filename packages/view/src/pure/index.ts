export * from "./category-style.ts";
export * from "./text-metrics.ts";
export * from "./theme.ts";
export type * from "./words-types.ts";
