import { DAY_MS } from "@whenwhere/model";
import { dateFormatter, type Words } from "@whenwhere/view";
import type { PlayerFrame } from "./player-frames.ts";
import type { PlayerStep } from "./step-edges.ts";

/** Says a window as finely as its steps are: "July 2022", "1–7 August 2022", "1990–1999". */
export type SpanWords = (startMs: number, endMs: number) => string;

const PARTS: Readonly<Record<PlayerStep, Intl.DateTimeFormatOptions>> = {
  hour: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "long", year: "numeric" },
  week: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  quarter: { month: "long", year: "numeric" },
  year: { year: "numeric" },
  decade: { year: "numeric" },
  century: { year: "numeric" },
};
/** Greatest instant that a platform's dates reach. */
const MOST_MS = 8.64e15;

/** Makes the words for the steps of a run. Formatters are slow to make; this is one for all frames. */
export function spanWords(words: Words, step: PlayerStep): SpanWords {
  const { locale } = words;
  // Bare English has its days before its months, as everywhere in the library.
  const tag = /^en$/i.test(locale) ? "en-GB" : locale;
  const common = { ...PARTS[step], timeZone: "UTC", calendar: "gregory" } as const;
  const plain = dateFormatter(tag, common);
  const early = dateFormatter(tag, { ...common, era: "short" });
  const firstMs = Date.UTC(2000, 0, 1) - 2000 * 365.2425 * DAY_MS;
  return (startMs, endMs) => {
    if (isDeep(startMs) || isDeep(endMs)) return words.range(startMs, endMs);
    const [from, to] = [Math.max(-MOST_MS, startMs), Math.min(MOST_MS, Math.max(startMs, endMs - 1))];
    return (from < firstMs ? early : plain).formatRange(from, to);
  };
}

/** Stated, and beyond what a platform's dates reach. */
function isDeep(ms: number): boolean {
  return Number.isFinite(ms) && Math.abs(ms) > MOST_MS;
}

/** "July 2022, step 7 of 12". */
export function frameWords({ index, count, startMs, endMs }: PlayerFrame, words: Words, span: SpanWords): string {
  return words.t("player.frame", { range: span(startMs, endMs), i: index + 1, n: count });
}
