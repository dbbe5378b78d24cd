/** Values that were taken out, to find them again in texts. */
export interface HiddenValues {
  /** A name or other short text. */
  hide(text: string | null | undefined): void;
  /** A text that stands openly elsewhere and is therefore no secret. */
  open(text: string | null | undefined): void;
  /**
   * Whether a text says something hidden: a hidden name as whole words in any case and accents (anywhere in scripts
   * without blanks), one of `own` anywhere in it, or what looks like coordinates when `places` are hidden.
   */
  tells(text: string, own: readonly string[]): boolean;
}

/** Decimal degrees, degree signs, grid references, and addresses of maps. */
const COORDINATES =
  /\d[.,]\d{4,}|\d\s*[°º]|\d{1,3}\s*deg\b|\b\d{1,2}[c-hj-np-x]\s?[a-hj-np-z]{2}\s?\d{2,5}\s?\d{2,5}\b|geo:-?\d|[@=,]-?\d{1,3}\.\d{2,}/i;

/** Scripts that put no blanks between words. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Collects hidden values; `places` says whether coordinates are among them. Cost of `tells`: linear in the text. */
export function createHiddenValues(places: boolean): HiddenValues {
  const names = new Set<string>();
  const opened = new Set<string>();
  const dense = new Set<string>();
  let longest = 0;
  return {
    hide(text) {
      const key = keyOf(text ?? "");
      if (key === "" || names.has(key)) return;
      names.add(key);
      if (DENSE.test(key)) dense.add(key);
      longest = Math.max(longest, key.split(" ").length);
    },
    open(text) {
      opened.add(keyOf(text ?? ""));
    },
    tells(text, own) {
      if (places && COORDINATES.test(text)) return true;
      const low = text.toLowerCase();
      if (own.some((value) => low.includes(value.toLowerCase()) && !opened.has(keyOf(value)))) return true;
      const key = keyOf(text);
      for (const name of dense) if (!opened.has(name) && key.includes(name)) return true;
      return someRun(key.split(" "), longest, (run) => names.has(run) && !opened.has(run));
    },
  };
}

/** Whether `test` holds for some run of neighbouring words. */
function someRun(words: readonly string[], longest: number, test: (run: string) => boolean): boolean {
  for (let start = 0; start < words.length; start++) {
    let run = "";
    for (let end = start; end < Math.min(words.length, start + longest); end++) {
      run = end === start ? (words[end] as string) : `${run} ${words[end]}`;
      if (test(run)) return true;
    }
  }
  return false;
}

/** A text for comparison: small letters and digits without accents, one blank between words. */
function keyOf(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{Mc}]+/gu, " ")
    .trim();
}
