import type { Words } from "@whenwhere/view";

/** A number between two bounds, both included; `high` is Infinity where nobody gives an upper end. Law: low <= high. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * How two cells stand to each other. `same`: as far as is known, no doubt left. `differs`: surely not the same. `maybe`: not the
 * same as told, yet the truth may be. `one`: only one side says anything.
 */
export type Verdict = "same" | "differs" | "maybe" | "one";

/** The bounds of second minus first. */
function differenceOf(first: Bounds, second: Bounds): Bounds {
  return { low: second.low - first.high, high: second.high - first.low };
}

/** A difference with its sign, as a range where it is one: nothing is averaged, and no middle is made up. */
export function changeOf(
  first: Bounds,
  second: Bounds,
  words: Words,
): { readonly verdict: Verdict; readonly change: string; readonly isMeasured?: boolean } {
  const { low, high } = differenceOf(first, second);
  const signed = new Intl.NumberFormat(words.locale, { signDisplay: "exceptZero" });
  const [from = "", to = ""] = [low, high].map((end) => signed.format(end).replace("-", "−"));
  if (low === 0 && high === 0) return { verdict: "same", change: words.t("compare.same") };
  const verdict = low > 0 || high < 0 ? "differs" : "maybe";
  if (low === high) return { verdict, change: from, isMeasured: true };
  if (Number.isFinite(low) && Number.isFinite(high)) {
    return { verdict, change: words.t("card.figure.range", { low: from, high: to }), isMeasured: true };
  }
  if (Number.isFinite(low)) return { verdict, change: words.t("card.figure.at-least", { n: from }), isMeasured: true };
  if (Number.isFinite(high)) return { verdict, change: words.t("card.figure.at-most", { n: to }), isMeasured: true };
  return { verdict, change: words.t("compare.unsure") };
}
