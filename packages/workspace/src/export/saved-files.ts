import type { Store } from "@whenwhere/store";
import { readTheme, type Words } from "@whenwhere/view";
import { exportScope } from "./export-scope.ts";
import { pageFile } from "./page-file.ts";
import { pictureSheet, type Sheet } from "./picture-sheet.ts";
import { type WrittenRecords, writeRecords } from "./write-records.ts";

/** What files are written of. */
export interface Exported {
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
  /** What the collection is about. */
  readonly description?: string | undefined;
  /** The timeline and the map as they stand, or null while there is none. */
  readonly pictures: () => { readonly timeline: string | null; readonly map: string | null };
  /** Element whose tokens the sheet is drawn in. */
  readonly root: () => HTMLElement | null;
}

function recordsOf({ store, words, title, description }: Exported): WrittenRecords {
  return { store, title, description, scope: exportScope({ store, words }) };
}

/** The shown records as text. */
export function recordsFile(format: "csv" | "geojson" | "json", options: Exported): string {
  return writeRecords(format, recordsOf(options));
}

/** Everything that is shown on one sheet. */
export function sheetFile(options: Exported): Sheet {
  const { store, words, title, pictures, root } = options;
  const scope = exportScope({ store, words });
  const theme = readTheme(root() ?? document.body);
  return pictureSheet({ store, words, title, scope, theme, ...pictures() });
}

/** The page that opens from disk; null where its program is not at hand. */
export function diskPage(options: Exported): Promise<string | null> {
  return pageFile({ ...recordsOf(options), words: options.words });
}
