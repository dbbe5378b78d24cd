import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../../shared/seeds");

/** True when the folder of the source documents is there. */
export const documentsAtHand = existsSync(folder);

/** What to add to the title of a test that needs the documents and must be skipped. */
export const absence = documentsAtHand ? "" : " (skipped: the source documents are not beside this repository)";

/** The text of a document by its own file name. */
export function documentText(name: string): string {
  return readFileSync(path.join(folder, path.basename(name)), "utf8");
}

/** White space of any kind and width as one space. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

/** The part of a document from one heading to the next of the given headings; null when the heading is not there. */
export function underHeading(text: string, heading: string, headings: readonly string[]): string | null {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.trim() === heading);
  if (start < 0) return null;
  const others = new Set(headings.filter((other) => other !== heading));
  const length = lines.slice(start).findIndex((line) => others.has(line.trim()));
  return lines.slice(start, length < 0 ? undefined : start + length).join("\n");
}

/** Words in small letters without punctuation; apostrophes join. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’‘]/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of `length` words, joined by spaces. */
export function runsOf(words: readonly string[], length: number): readonly string[] {
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, i) => words.slice(i, i + length).join(" "));
}
