import { WhenWhereError } from "@whenwhere/model";
import { createWords, elementTexts, loadableLanguage, loadLanguages, type Words } from "@whenwhere/view";

/** Words in the language of an element. */
export interface SpokenWords {
  /** At once: of a language whose texts are still to come it has direction and numbers, and English texts, which nobody is shown. */
  readonly words: Words;
  /** The whole words, where their texts are to come; null where they are here. It never rejects. */
  readonly coming: Promise<HeardWords> | null;
}

/** Words that have come, or the English ones where they did not. */
export interface HeardWords {
  readonly words: Words;
  /** Why the texts did not come; null when they did. */
  readonly failure: WhenWhereError | null;
}

/** The reader's language: the nearest `lang`, through shadow roots, else the browser's. */
function languageOf(host: HTMLElement): string {
  let node: Node | null = host;
  while (node !== null) {
    if (node instanceof Element && node.getAttribute("lang")) return node.getAttribute("lang") as string;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return navigator.language;
}

/** The words of an element in its own language; texts that are not here are asked for. */
export function spokenWords(host: HTMLElement): SpokenWords {
  const locale = tagOf(languageOf(host));
  const words = createWords(locale, [elementTexts]);
  return { words, coming: loadableLanguage(locale) === null ? null : heard(locale) };
}

/** A tag that is none, such as `en_US`, is written by a page: it costs the reader nothing but the language. */
function tagOf(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return "en";
  }
}

async function heard(locale: string): Promise<HeardWords> {
  try {
    return { words: createWords(locale, [...(await loadLanguages(locale)), elementTexts]), failure: null };
  } catch (cause) {
    const words = createWords("en", [elementTexts]);
    const text = words.t("language.failed", { language: words.names.language(locale) });
    const hint = "Serve all files of the library beside each other.";
    return { words, failure: new WhenWhereError("load/language", text, hint, { cause }) };
  }
}
