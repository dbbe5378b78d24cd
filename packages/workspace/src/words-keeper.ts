import { type Language, loadLanguages } from "@whenwhere/view";
import { type LanguageOptions, type LinkedWords, linkedWords } from "./own-words.ts";

/** The words of a workspace, whose texts may have to be loaded first. */
export interface WordsKeeper {
  /** The words for these options and the language of a link. What they lack is asked for; `onWords` tells when to ask again. */
  wordsFor(options: LanguageOptions, language: string | null): LinkedWords;
  /** Resolves when nothing is on its way. */
  readonly ready: Promise<void>;
  /** The locale whose texts did not come; null when all did. */
  readonly failed: string | null;
  destroy(): void;
}

/** Keeps the texts that have been loaded, and which could not be. */
export function wordsKeeper(onWords: () => void): WordsKeeper {
  const loaded: Language[] = [];
  const without = new Set<string>();
  const asked = new Map<string, Promise<void>>();
  let failed: string | null = null;
  let destroyed = false;
  const load = async (locale: string): Promise<void> => {
    try {
      loaded.push(...(await loadLanguages(locale)));
    } catch {
      without.add(locale);
      failed = locale;
    }
    asked.delete(locale);
    if (!destroyed) onWords();
  };
  return {
    wordsFor(options, language) {
      const languages = [...(options.languages ?? []), ...loaded];
      const found = linkedWords({ ...options, languages }, language, without);
      const { waitsFor } = found;
      if (waitsFor !== null && !asked.has(waitsFor)) asked.set(waitsFor, load(waitsFor));
      return found;
    },
    get ready() {
      return Promise.all(asked.values()).then(() => {});
    },
    get failed() {
      return failed;
    },
    destroy() {
      destroyed = true;
    },
  };
}
