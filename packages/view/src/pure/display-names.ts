/** Names of countries and languages as a locale says them. */
export interface DisplayNames {
  /** By ISO 3166 code; `style` as of `Intl.DisplayNames`. A code that is none comes back as it is. */
  country(code: string, style?: "long" | "short"): string;
  /** By BCP 47 tag. */
  language(tag: string): string;
}

type Kind = "region" | "region-short" | "language";

/** Makes the {@link DisplayNames} of a locale. Its tables are made when first asked for, and then kept: one costs as much as a hundred names. */
export function createDisplayNames(locale: string): DisplayNames {
  const kept = new Map<Kind, Intl.DisplayNames>();
  const namesOf = (kind: Kind): Intl.DisplayNames => {
    const known = kept.get(kind);
    if (known !== undefined) return known;
    const type = kind === "language" ? "language" : "region";
    const made = new Intl.DisplayNames([locale], { type, style: kind === "region-short" ? "short" : "long" });
    kept.set(kind, made);
    return made;
  };
  const name = (kind: Kind, code: string): string => {
    try {
      return namesOf(kind).of(code) ?? code;
    } catch {
      // It is written by somebody's file and may be no code at all.
      return code;
    }
  };
  return {
    country: (code, style = "long") => name(style === "short" ? "region-short" : "region", code),
    language: (tag) => name("language", tag),
  };
}
