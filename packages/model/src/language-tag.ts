/** A language as the attribute `lang` takes it (the shape of BCP 47); null for any other text, and for none. */
export function languageTag(language: string | null | undefined): string | null {
  return language && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(language) ? language : null;
}
