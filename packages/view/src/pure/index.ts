export * from "./calendar-date.ts";
export * from "./category-style.ts";
export * from "./mark-path.ts";
export * from "./text-metrics.ts";
export * from "./theme.ts";
export * from "./words.ts";
export type * from "./words-types.ts";
