import { type Store, searchMarks } from "@whenwhere/store";
import { type Child, h } from "@whenwhere/view";

/** Source of the search's clause. */
export const SEARCH_SOURCE = "search";

/** What is searched for now; "" when nothing is. */
export function searchedText(store: Store): string {
  const clause = store.state.clauses[SEARCH_SOURCE];
  return clause?.kind === "text" ? clause.text : "";
}

/** A text with what answers a question marked in it. */
export function markedText(text: string, question: string): readonly Child[] {
  if (question === "") return [text];
  const parts: Child[] = [];
  let end = 0;
  for (const [from, to] of searchMarks(text, question)) {
    parts.push(text.slice(end, from), h("mark", null, text.slice(from, to)));
    end = to;
  }
  return [...parts, text.slice(end)];
}
