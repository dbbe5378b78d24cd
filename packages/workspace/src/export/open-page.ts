import type { Collection, PageView } from "@whenwhere/model";
import { createStore, decodeState, type Store } from "@whenwhere/store";
import { createWords, h, type Language, type Words } from "@whenwhere/view";
import { type WorkspaceHandle, workspace } from "../workspace.ts";

/** A page that has been opened from disk, for those who script it. */
export interface OpenedPage {
  readonly store: Store;
  readonly handle: WorkspaceHandle;
}

function dataOf(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent || "{}");
}

/** Words of a tag that may be nonsense: it was written by somebody's file. */
function wordsOf(locale: string, texts: readonly Language[]): Words {
  try {
    return createWords(locale, texts);
  } catch {
    return createWords("en");
  }
}

/** Draws what `toPage` has written into this page: the records, the view as it was, and what it is an excerpt of. */
export function openPage(): OpenedPage {
  const collection = dataOf("whenwhere-records") as Collection;
  const view = dataOf("whenwhere-view") as PageView & { readonly title?: string };
  const { scope = [], state, locale = collection.language ?? "en", texts = [], title = "" } = view;
  const words = wordsOf(locale, texts as readonly Language[]);
  const store = createStore({ ...collection, sources: collection.sources ?? {} });
  if (state) store.restore(decodeState(state).state);
  const note = h("p", { class: "ww-secondary ww-ws-scope", dir: "auto" }, scope.join(" · "));
  const handle = workspace("#whenwhere", {
    store,
    words,
    title,
    projection: "flat",
    pageExport: false,
    ...(collection.description ? { description: collection.description } : {}),
    ...(scope.length > 0 ? { headerContent: note } : {}),
  });
  return { store, handle };
}
