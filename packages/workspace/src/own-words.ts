import { arabic, createWords, type Words, workspaceTexts } from "@whenwhere/view";

/** The words of a view of this package: those it is given, else those of a locale, with the texts that it needs. */
export function ownWords(options: { readonly words?: Words; readonly locale?: string }): Words {
  return (options.words ?? createWords(options.locale ?? "en", [arabic])).withTexts(workspaceTexts);
}
