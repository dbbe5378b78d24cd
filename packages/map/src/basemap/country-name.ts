/**
 * The name of a country in a language, by ISO code. English names are the basemap's own (shorter, as maps print them);
 * others come from the platform's `Intl.DisplayNames`. Falls back to `english`, then to the code.
 */
export function countryName(iso: string, locale: string, english?: string): string {
  if (english !== undefined && /^en\b/i.test(locale)) return english;
  try {
    const names = new Intl.DisplayNames([locale], { type: "region", style: "short", fallback: "none" });
    return names.of(iso) ?? english ?? iso;
  } catch {
    return english ?? iso;
  }
}

/** The name of a sea in a language; null where we have none, so that a map does not mix scripts. */
export function seaName(
  sea: { readonly name: string; readonly names?: Readonly<Record<string, string>> },
  locale: string,
): string | null {
  const language = locale.split("-")[0]?.toLowerCase() ?? "en";
  return language === "en" ? sea.name : (sea.names?.[language] ?? null);
}
