import { createWords, type Language, loadableLanguage, WORDS, type Words, workspaceTexts } from "@whenwhere/view";

/** The words of a view of this package: those it is given, else those of a locale, with the texts that it needs. */
export function ownWords(options: { readonly words?: Words; readonly locale?: string }): Words {
  return (options.words ?? createWords(options.locale ?? "en")).withTexts(workspaceTexts);
}

/** Options by name that every view of this package takes. */
export const LOOK_FORM = { words: [WORDS], locale: [String], theme: ["auto", "light", "dark"] } as const;

/** What is said of the language of a workspace, and the texts that are here. */
export interface LanguageOptions {
  readonly words?: Words;
  readonly locale?: string;
  readonly languages?: readonly Language[];
}

/** Words, and the locale whose texts they still lack; null when they are whole. */
export interface LinkedWords {
  readonly words: Words;
  readonly waitsFor: string | null;
}

/**
 * The words in the language of a link, where there are texts of it; else those that the view would have anyway. A locale in
 * `without` could not be loaded: it is spoken in English, and a link in it changes nothing.
 */
export function linkedWords(
  options: LanguageOptions,
  language: string | null,
  without: ReadonlySet<string>,
): LinkedWords {
  const { languages = [] } = options;
  const isHere = (locale: string): boolean => {
    const tag = new Intl.Locale(locale).language;
    return tag === "en" || languages.some((one) => one.tag === tag);
  };
  const isLoadable = (locale: string): boolean => loadableLanguage(locale) !== null && !without.has(locale);
  const spoken = (locale: string): LinkedWords => ({
    words: createWords(locale, languages).withTexts(workspaceTexts),
    waitsFor: !isHere(locale) && isLoadable(locale) ? locale : null,
  });
  const own = options.words?.locale ?? options.locale ?? "en";
  if (language !== null && language !== own && (isHere(language) || isLoadable(language))) return spoken(language);
  if (options.words) return { words: options.words.withTexts(workspaceTexts), waitsFor: null };
  return spoken(without.has(own) ? "en" : own);
}
