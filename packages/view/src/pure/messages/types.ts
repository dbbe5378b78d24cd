/** Forms of one message by plural category of `{n}` (cardinal, or ordinal for keys that end in `.ordinal`). */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The texts of one language by key. `{name}` is filled in. */
export type Messages = Readonly<Record<string, string | PluralForms>>;

/** Texts of one language (`tag` as in BCP 47: `en`, `ar`), in blocks by view; of two texts for a key the first counts. */
export interface Language {
  readonly tag: string;
  readonly blocks: readonly Messages[];
}
