import { directionOf } from "./direction.ts";
import { core } from "./messages/english/core.ts";
import type { Language, Messages } from "./messages/types.ts";

/** Looks messages up and fills them in. */
export interface Translator {
  /** The locale for dates and numbers; bare `en` means British order, "2 February 2022". */
  readonly formatLocale: string;
  /** The way in which the texts run: English ones, in place of those of an untranslated locale, from left to right. */
  readonly dir: "ltr" | "rtl";
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  has(key: string): boolean;
  number(value: number): string;
}

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function fill(
  template: string,
  values: Readonly<Record<string, string | number>>,
  number: () => Intl.NumberFormat,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return typeof value === "number" ? number().format(value) : value;
  });
}

function textsOf(tag: string, languages: readonly Language[]): Messages {
  const blocks = languages.filter((one) => one.tag === tag).flatMap((one) => one.blocks);
  return Object.assign({}, ...blocks.reverse());
}

/**
 * Messages of a locale's language out of `languages`; keys that it lacks come from English, whose core is always there,
 * and unknown keys come back as they are.
 */
export function createTranslator(locale: string, languages: readonly Language[]): Translator {
  const { language } = new Intl.Locale(locale);
  const en: Messages = { ...textsOf("en", languages), ...core };
  const own = languages.some((one) => one.tag === language) && language !== "en" ? textsOf(language, languages) : en;
  const formatLocale = locale === "en" ? "en-GB" : locale;
  // Each of them takes milliseconds to make, and words are made anew with every view: they wait until something is said.
  const number = once(() => new Intl.NumberFormat(formatLocale));
  // The rules belong to the language of the texts: an untranslated locale is spoken in English.
  const rulesLocale = own === en ? "en" : formatLocale;
  const cardinal = once(() => new Intl.PluralRules(rulesLocale));
  const ordinal = once(() => new Intl.PluralRules(rulesLocale, { type: "ordinal" }));

  return {
    formatLocale,
    dir: own === en ? "ltr" : directionOf(locale),
    has: (key) => Object.hasOwn(own, key) || Object.hasOwn(en, key),
    number: (value) => number().format(value),
    t(key, values = {}) {
      const message = own[key] ?? en[key] ?? key;
      if (typeof message === "string") return fill(message, values, number);
      const count = Number(values.n);
      const rules = key.endsWith(".ordinal") ? ordinal : cardinal;
      const exact = count === 2 && rules === cardinal ? message.two : undefined;
      return fill(exact ?? message[rules().select(count)] ?? message.other, values, number);
    },
  };
}
