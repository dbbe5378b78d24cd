import { createDisplayNames } from "@whenwhere/view/pure";

/**
 * The name of a country in a language, by ISO code. English names are the basemap's own (shorter, as maps print them);
 * others come from the platform's `Intl.DisplayNames`. Falls back to `english`, then to the code.
 */
export function countryName(iso: string, locale: string, english?: string): string {
  return countryNames(locale)(iso, english);
}

/** {@link countryName} for many countries of one language: its table of names is made once. */
export function countryNames(
  locale: string,
  names = createDisplayNames(locale),
): (iso: string, english?: string) => string {
  const isEnglish = /^en\b/i.test(locale);
  return (iso, english) => {
    if (english !== undefined && isEnglish) return english;
    const name = names.country(iso, "short");
    return name === iso ? (english ?? iso) : name;
  };
}

/** The name of a sea in a language; null where we have none, so that a map does not mix scripts. */
export function seaName(
  sea: { readonly name: string; readonly names?: Readonly<Record<string, string>> },
  locale: string,
): string | null {
  const language = locale.split("-")[0]?.toLowerCase() ?? "en";
  return language === "en" ? sea.name : (sea.names?.[language] ?? null);
}
