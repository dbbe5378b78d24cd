import { arabic } from "./arabic/arabic.ts";
import { chinese } from "./chinese/chinese.ts";
import { french } from "./french/french.ts";
import { persian } from "./persian/persian.ts";
import { portuguese } from "./portuguese/portuguese.ts";
import { russian } from "./russian/russian.ts";
import { spanish } from "./spanish/spanish.ts";
import type { Language } from "./types.ts";
import { ukrainian } from "./ukrainian/ukrainian.ts";

export { arabic, chinese, french, persian, portuguese, russian, spanish, ukrainian };

/**
 * The languages that have texts beside English, which is always there: for a page that speaks any of them and cannot wait.
 * It carries them all; {@link loadLanguages} brings the one that is spoken.
 */
export const allLanguages: readonly Language[] = [
  arabic,
  chinese,
  french,
  persian,
  portuguese,
  russian,
  spanish,
  ukrainian,
];
