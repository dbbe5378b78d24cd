import type { Incident } from "@whenwhere/model";
import { foldText } from "./fold-text.ts";

/** Parts of one text: no word can reach across. */
export const PART = "\n";

/** What of a record is searched, folded: title, summary, names of both places and of the area, actors, kind, tags, id. */
export function searchText(incident: Incident): string {
  const { id, title, summary, category, kind, where, from, actors = [], tags = [] } = incident;
  const places = [where?.name, where?.admin1, from?.name];
  const parts = [title, summary, ...places, ...actors.map(({ name }) => name), category, kind, ...tags, id];
  return foldText(parts.filter((part) => typeof part === "string" && part !== "").join(PART));
}
