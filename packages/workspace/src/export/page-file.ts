import { areaCountries, toPage } from "@whenwhere/model";
import { encodeState } from "@whenwhere/store";
import { loadLanguages, type Words } from "@whenwhere/view";
import { scopeLines } from "./export-scope.ts";
import { loadOfflineProgram } from "./offline-program.ts";
import { shownCollection, type WrittenRecords } from "./write-records.ts";

/**
 * The page that opens from disk: the shown records, the view as it stands, the texts of one language and the outlines that
 * the records need. Null where the program of such pages is not at hand.
 */
export async function pageFile(records: WrittenRecords & { readonly words: Words }): Promise<string | null> {
  const { store, words, title, scope } = records;
  const [program, texts, { areaOutlines }] = await Promise.all([
    loadOfflineProgram(),
    loadLanguages(words.locale),
    import("@whenwhere/map"),
  ]);
  if (program === null) return null;
  const collection = shownCollection(records);
  return toPage(collection, {
    program,
    title,
    scope: scopeLines(scope),
    state: encodeState(store.state),
    locale: words.locale,
    texts,
    areas: await areaOutlines(areaCountries(collection.incidents)),
  });
}
