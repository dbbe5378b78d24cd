import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { cellName, type DensityCell } from "../../scene/index.ts";
import type { MapText } from "../map-text.ts";

/** What cells are put into words with. */
export interface CellWordsContext {
  readonly store: Pick<Store, "incident">;
  readonly words: Words;
  readonly text: MapText;
}

/** A hexagon in words: whose surroundings it is, its records, those only possible, and what it is expected to hold. */
export function cellWords(cell: DensityCell, { store, words, text }: CellWordsContext): string {
  const { count, possible, expected } = cell;
  const name = cellName(cell, store);
  const whole = name === "" ? text("here", { n: count }) : text("densityCell", { name, n: count });
  const parts = [whole];
  if (possible > 0) parts.push(`${words.t("map.possibly")}: ${words.number(possible)}`);
  if (Math.abs(expected - count) >= 0.05) parts.push(text("densityExpected", { n: Math.round(expected * 10) / 10 }));
  return parts.join(", ");
}
