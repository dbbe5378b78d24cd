const RTL_SCRIPTS = new Set(["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg"]);

/** The direction in which the script of a locale runs. */
export function directionOf(locale: string): "ltr" | "rtl" {
  return RTL_SCRIPTS.has(new Intl.Locale(locale).maximize().script ?? "") ? "rtl" : "ltr";
}

// Compiled once: a class of all letters is dear to build.
const LETTER = /\p{L}/u;
const RTL_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** First strong character decides, as in HTML `dir=auto`. */
export function isRtlText(text: string): boolean {
  const strong = LETTER.exec(text);
  return strong !== null && RTL_LETTER.test(strong[0]);
}

/** Embeddings and overrides may be left open in a text. */
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * A text of the data inside a sentence of a locale: isolated where it runs the other way, so that neither's signs wander into the
 * other; as it stands where both run alike.
 */
export function isolatedText(text: string, dir: "ltr" | "rtl"): string {
  return isRtlText(text) === (dir === "rtl") && !CONTROL.test(text) ? text : `\u2068${text}\u2069`;
}

/** A run of Latin signs ("UTC+2", "Asia/Dubai") that keeps its order among words that run the other way. */
export function latinRun(text: string, dir: "ltr" | "rtl"): string {
  return dir === "rtl" ? `\u2066${text}\u2069` : text;
}
