import type { PlacePart } from "../types.ts";

/** Whether a glyph stands where its record happened: second places and rival ones are others. */
export function isOwnPlace({ part }: { readonly part?: PlacePart }): boolean {
  return part === undefined || part === "where";
}
