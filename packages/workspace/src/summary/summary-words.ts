import { civilDateOf, DAY_MS } from "@whenwhere/model";
import { dayText, monthText, yearText } from "@whenwhere/model/day-text";
import type { Store } from "@whenwhere/store";
import { isolatedText, type Peak, peaksOf, timelineTexts, type Words } from "@whenwhere/view";
import { exportScope, scopeText } from "../export/export-scope.ts";
import { countryName } from "../table/table-order.ts";
import { type NamedCount, passingRows, type RowFacts, rowFacts } from "./row-facts.ts";
import { type BinUnit, lastDayMs, type TimeBins, timeBins } from "./time-bins.ts";

/** What is shown, counted and in sentences. */
export interface Summary {
  readonly facts: RowFacts;
  readonly bins: TimeBins | null;
  readonly sentences: readonly string[];
}

const MOST_NAMED = 3;

/** A bin as EDTF: `2022-02-02`, `2022-02`, `2022`, `202X`; of years with more than four digits only the year. */
function binText(ms: number, unit: BinUnit): string {
  const day = Math.floor(ms / DAY_MS);
  const { year, month } = civilDateOf(day);
  if (Math.abs(year) > 9999) return `Y${year}`;
  if (unit === "decade") return `${yearText(year).slice(0, -1)}X`;
  if (unit === "year") return yearText(year);
  return unit === "month" ? monthText(year, month) : dayText(day);
}

/** A bin as a name: "2 February 2022", "February 2022", "2022", "1990–1999". */
export function binWords(ms: number, unit: BinUnit, words: Words): string {
  const edtf = binText(ms, unit);
  if (unit === "day" || edtf.startsWith("Y")) return words.whenShort({ edtf });
  const style = unit === "month" ? ({ year: "numeric", month: "long" } as const) : ({ year: "numeric" } as const);
  const locale = words.locale === "en" ? "en-GB" : words.locale;
  const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC", calendar: "gregory" });
  if (unit !== "decade") return format.format(ms);
  const last = new Date(ms);
  last.setUTCFullYear(last.getUTCFullYear() + 9);
  return words.t("date.range.short", { a: format.format(ms), b: format.format(last) });
}

function listWords(counts: readonly NamedCount[], words: Words, name: (one: string) => string = (one) => one): string {
  const items = counts.map((one) =>
    words.t("summary.item", { name: isolatedText(name(one.name), words.dir), n: words.number(one.n) }),
  );
  return items.join(words.t("summary.and"));
}

/** Sentences one after the other; those of a script without spaces stand close. */
export function sentencesText(sentences: readonly string[]): string {
  return sentences
    .map((sentence) => (sentence.endsWith("。") ? sentence : `${sentence} `))
    .join("")
    .trimEnd();
}

/** A sentence that ends in an abbreviation, as dates of some languages do, has one full stop and not two. */
function closed(sentence: string): string {
  return sentence.replace(/\.\.$/, ".");
}

/** Of what is sure. */
function fullestBins({ edgesMs, certain }: TimeBins): readonly Peak[] {
  const mean = certain.reduce((sum, n) => sum + n, 0) / Math.max(1, certain.length);
  return peaksOf(edgesMs, certain, mean);
}

function dateSentences(facts: RowFacts, bins: TimeBins | null, words: Words): string[] {
  const said: string[] = [];
  if (facts.extentMs !== null) {
    const day = (ms: number): string => binWords(ms, "day", words);
    said.push(words.t("summary.span", { a: day(facts.extentMs[0]), b: day(lastDayMs(facts.extentMs)) }));
  }
  const peaks = bins === null ? [] : fullestBins(bins);
  if (bins !== null && peaks.length > 0) {
    const named = peaks.map(({ startMs, n }) => {
      const range = binWords(startMs, bins.unit, words);
      return words.t("timeline.peak", { range, n: words.number(n) });
    });
    said.push(words.t("timeline.peaks", { peaks: named.join(words.t("summary.and")) }));
  }
  const dated = facts.shown - facts.undated;
  if (facts.uncertain > 0) {
    const share = new Intl.NumberFormat(words.locale, { style: "percent" }).format(facts.uncertain / dated);
    said.push(words.t("timeline.uncertain", { uncertain: facts.uncertain, dated, share }));
  }
  return said;
}

function tellingSentences(facts: RowFacts, words: Words): string[] {
  const said: string[] = [];
  const categories = facts.categories.filter(({ name }) => name !== "").slice(0, MOST_NAMED);
  if (categories.length > 0) said.push(words.t("summary.what", { list: listWords(categories, words, words.category) }));
  const open = facts.statuses.filter(({ name }) => name !== "happened");
  const statusName = (name: string): string => words.status(name as (typeof open)[number]["name"]);
  if (open.length > 0) said.push(words.t("summary.told", { list: listWords(open, words, statusName) }));
  if (facts.rivals) said.push(words.t("summary.rival", { n: facts.rivals }));
  return said;
}

function placeSentences(facts: RowFacts, words: Words): string[] {
  const said: string[] = [];
  const places = (facts.places ?? []).slice(0, MOST_NAMED);
  if (places.length > 0) said.push(words.t("summary.places", { list: listWords(places, words) }));
  if (facts.areas > 0) said.push(words.t("summary.area", { n: facts.areas }));
  if (facts.unplaced > 0) said.push(words.t("summary.unplaced", { n: facts.unplaced }));
  if (facts.undated > 0) said.push(words.t("summary.undated", { n: facts.undated }));
  return said;
}

/** What is shown, in sentences: span, peaks, share of uncertain dates, what, how told, where, and what is not known. */
export function summarize(store: Store, own: Words): Summary {
  const words = own.withTexts(timelineTexts);
  const facts = rowFacts(store, passingRows(store), (code) => countryName(words, code));
  const bins = facts.extentMs === null ? null : timeBins(store, facts.extentMs);
  if (facts.shown === 0) return { facts, bins: null, sentences: [words.t("workspace.nothing-shown")] };
  const parts = [dateSentences(facts, bins, words), tellingSentences(facts, words), placeSentences(facts, words)];
  return { facts, bins, sentences: parts.flat().map(closed) };
}

/** A text file of what is shown: title, scope, a body, credit. */
export function textSheet(
  store: Store,
  words: Words,
  sheet: { readonly title: string; readonly body: string },
): string {
  const scope = exportScope({ store, words });
  return `${[sheet.title, scopeText(scope), sheet.body, scope.credit].filter((part) => part !== "").join("\n\n")}\n`;
}

/** The summary as a text file: title, scope, sentences, credit. */
export function summaryText(store: Store, words: Words, title: string): string {
  return textSheet(store, words, { title, body: sentencesText(summarize(store, words).sentences) });
}
