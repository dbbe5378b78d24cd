import type { Incident } from "@whenwhere/model";
import type { Dataset } from "../columns/dataset.ts";
import { CERTAIN, HIDDEN } from "../types.ts";
import type { RowTest } from "./row-test.ts";

/** Text as the search sees it: lower case, without marks above and below letters, compatibility forms made plain. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/** Searchable text of every row, folded: title, summary, names of both places, actors. Behind the columns door: id and category. */
export function searchTexts(data: Dataset): readonly string[] {
  return Array.from({ length: data.columns.length }, (_, row) => foldText(textOf(data, row)));
}

function textOf(data: Dataset, row: number): string {
  if (data.records === null) return `${data.id(row)}\n${data.categories[data.columns.category[row] as number] ?? ""}`;
  const incident: Incident = data.incident(row);
  const actors = (incident.actors ?? []).map((actor) => actor.name);
  return [incident.title, incident.summary, incident.where?.name, incident.from?.name, ...actors]
    .filter((part) => typeof part === "string")
    .join("\n");
}

/** Every word must stand somewhere in the row's text, as a part of a word or whole. No words: every row passes. */
export function textTest(texts: readonly string[], text: string): RowTest {
  const words = foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return (row) => (words.every((word) => (texts[row] as string).includes(word)) ? CERTAIN : HIDDEN);
}
