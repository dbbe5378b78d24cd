import { areaCountries, toPage } from "@whenwhere/model";
import { encodeState } from "@whenwhere/store";
import { allLanguages, type Language, type Words } from "@whenwhere/view";
import { scopeLines } from "./export-scope.ts";
import { loadOfflineProgram } from "./offline-program.ts";
import { shownCollection, type WrittenRecords } from "./write-records.ts";

function textsOf(words: Words): Language[] {
  const { language } = new Intl.Locale(words.locale);
  return allLanguages.filter(({ tag }) => tag === language);
}

/**
 * The page that opens from disk: the shown records, the view as it stands, the texts of one language and the outlines that
 * the records need. Null where the program of such pages is not at hand.
 */
export async function pageFile(records: WrittenRecords & { readonly words: Words }): Promise<string | null> {
  const { store, words, title, scope } = records;
  const [program, { areaOutlines }] = await Promise.all([loadOfflineProgram(), import("@whenwhere/map")]);
  if (program === null) return null;
  const collection = shownCollection(records);
  return toPage(collection, {
    program,
    title,
    scope: scopeLines(scope),
    state: encodeState(store.state),
    locale: words.locale,
    texts: textsOf(words),
    areas: await areaOutlines(areaCountries(collection.incidents)),
  });
}
