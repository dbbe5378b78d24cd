import type { Language } from "./types.ts";

/** A language is a part of the program of its own, asked for when somebody speaks it. */
const LOADERS: Readonly<Record<string, () => Promise<Language>>> = {
  ar: async () => (await import("./arabic/arabic.ts")).arabic,
  es: async () => (await import("./spanish/spanish.ts")).spanish,
  fa: async () => (await import("./persian/persian.ts")).persian,
  fr: async () => (await import("./french/french.ts")).french,
  pt: async () => (await import("./portuguese/portuguese.ts")).portuguese,
  ru: async () => (await import("./russian/russian.ts")).russian,
  uk: async () => (await import("./ukrainian/ukrainian.ts")).ukrainian,
  zh: async () => (await import("./chinese/chinese.ts")).chinese,
};

/**
 * The texts that `createWords` needs for these locales beside English, fetched once a page:
 * `createWords("fr", await loadLanguages("fr"))`. A language without texts, and a tag that is none, add nothing.
 *
 * @throws as `import()` does, where a part of the program does not come.
 */
export async function loadLanguages(...locales: readonly string[]): Promise<readonly Language[]> {
  const tags = new Set(locales.map(loadableLanguage).filter((tag) => tag !== null));
  return Promise.all([...tags].map((tag) => (LOADERS[tag] as () => Promise<Language>)()));
}

/** The language of a locale whose texts {@link loadLanguages} would fetch; null where there is nothing to wait for. */
export function loadableLanguage(locale: string): string | null {
  try {
    const { language } = new Intl.Locale(locale);
    return Object.hasOwn(LOADERS, language) ? language : null;
  } catch {
    return null;
  }
}
