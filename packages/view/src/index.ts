export type * from "./handle.ts";
export * from "./pure/index.ts";
