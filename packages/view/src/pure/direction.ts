const RTL_SCRIPTS = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** The direction in which the script of a locale runs. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RTL_SCRIPTS.has(new Intl.Locale(locale).maximize().script ?? "") ? "rtl" : "ltr";
}

/** A run of Latin signs ("UTC+2", "Asia/Dubai") that keeps its order among the words of a locale. */
export function latinRun(text: string, locale: string): string {
  return directionOf(locale) === "rtl" ? `\u2066${text}\u2069` : text;
}
