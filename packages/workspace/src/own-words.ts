import { arabic, createWords, type Language, type Words, workspaceTexts } from "@whenwhere/view";

/** The words of a view of this package: those it is given, else those of a locale, with the texts that it needs. */
export function ownWords(options: { readonly words?: Words; readonly locale?: string }): Words {
  return (options.words ?? createWords(options.locale ?? "en", [arabic])).withTexts(workspaceTexts);
}

/** The words in the language of a link, where there are texts of it; else those that the view would have anyway. */
export function linkedWords(
  options: { readonly words?: Words; readonly locale?: string; readonly languages?: readonly Language[] },
  language: string | null,
): Words {
  const own = ownWords(options);
  if (language === null || language === own.locale) return own;
  const { languages = [arabic] } = options;
  const tag = new Intl.Locale(language).language;
  if (tag !== "en" && !languages.some((one) => one.tag === tag)) return own;
  return createWords(language, languages).withTexts(workspaceTexts);
}
