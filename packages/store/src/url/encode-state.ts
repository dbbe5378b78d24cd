import type { StoreState } from "../types.ts";
import { type Pair, pairOfClause } from "./clause-text.ts";
import { linkText } from "./link-text.ts";
import { numberText, spanText } from "./time-text.ts";

/** Version of the link format, its first pair. */
export const LINK_VERSION = "1";

/**
 * The state as the fragment of a link, without `#`: `v=1&w=2021-12-01/2022-02-15&category=attack,strike&sel=ae-1&cam=54.37,24.45,6`.
 * What the pointer hovers over is left out. The initial state is "".
 *
 * Law: `decodeState(encodeState(s)).state` equals `s` but for `hoveredId`, halves of surrogate pairs and negative zero.
 */
export function encodeState(state: StoreState): string {
  const pairs: Pair[] = Object.values(state.clauses).map(pairOfClause);
  const { view, camera, selectedId } = state;
  if (view !== null) pairs.push(["view", spanText(view)]);
  if (selectedId !== null) pairs.push(["sel", linkText(selectedId)]);
  if (camera !== null) pairs.push(["cam", [camera.lon, camera.lat, camera.zoom].map(numberText).join(",")]);
  if (pairs.length === 0) return "";
  return [["v", LINK_VERSION], ...pairs].map(([key, value]) => `${key}=${value}`).join("&");
}
