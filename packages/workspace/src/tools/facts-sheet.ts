import { type HeadlineRule, PLACE_PRECISIONS } from "@whenwhere/model";
import { DATE_WIDTHS } from "@whenwhere/store";
import { isolatedText, type Words } from "@whenwhere/view";
import { labelOf } from "../card/card-words.ts";
import { binWords } from "../summary/summary-words.ts";
import { lastDayMs } from "../summary/time-bins.ts";
import { countryName } from "../table/table-order.ts";
import { type Bounds, changeOf } from "./compare-change.ts";
import type { CompareCell, CompareGroup, CompareLine, CompareSheet } from "./compare-sheet.ts";
import { COUNTED_FIELDS, type CountedField, type SideFacts, type SideFigure, type Tally } from "./side-facts.ts";

/** What two sides are compared with. */
export interface FactsSheetOptions {
  readonly title: string;
  readonly heads: readonly [string, string];
  /** Words for "surely in it" and "possibly in it". */
  readonly countNames: readonly [certain: string, possible: string];
  readonly rule: HeadlineRule;
  /** Records that both sides have; null where that is no question. */
  readonly shared: Tally | null;
  readonly words: Words;
}

const MOST_NAMED = 8;
const MOST_MISSING = 6;
const NONE: Tally = { certain: 0, possible: 0 };

type Pair<T> = readonly [T, T];
const pair = <T, U>([a, b]: Pair<T>, of: (one: T) => U): Pair<U> => [of(a), of(b)];
const boundsOf = ({ certain, possible }: Tally): Bounds => ({ low: certain, high: certain + possible });
const sizeOf = ({ certain, possible }: Tally): number => certain + possible;

/** "5 + 2": five certainly, two possibly. */
function tallyText({ certain, possible }: Tally, words: Words): string {
  if (certain + possible === 0) return words.t("compare.none");
  return possible === 0 ? words.number(certain) : `${words.number(certain)} + ${words.number(possible)}`;
}

function shareOf(tally: Tally, whole: Tally, words: Words): string | undefined {
  if (sizeOf(whole) === 0 || sizeOf(tally) === 0) return undefined;
  const percent = new Intl.NumberFormat(words.locale, { style: "percent" });
  return percent.format(sizeOf(tally) / sizeOf(whole));
}

/** A line of counts; `wholes` adds their share of all. */
function tallyLine(name: string, sides: Pair<Tally>, how: { words: Words; wholes?: Pair<Tally> }): CompareLine {
  const { words, wholes } = how;
  const cell = (index: 0 | 1): CompareCell => {
    const note = wholes && shareOf(sides[index], wholes[index], words);
    const isSilent = sizeOf(sides[index]) === 0;
    return { text: tallyText(sides[index], words), isSilent, ...(note === undefined ? {} : { note }) };
  };
  return { name, cells: [cell(0), cell(1)], ...changeOf(...pair(sides, boundsOf), words) };
}

/** A line of texts that are the same or not. */
function textLine(name: string, texts: Pair<string | null>, words: Words): CompareLine {
  const cells = pair(
    texts,
    (text): CompareCell => (text === null ? { text: words.t("compare.none"), isSilent: true } : { text }),
  );
  if (texts[0] === texts[1]) return { name, cells, verdict: "same", change: words.t("compare.same") };
  return { name, cells, verdict: "differs", change: words.t("compare.differs") };
}

function headLines(sides: Pair<SideFacts>, { words, countNames }: FactsSheetOptions): CompareLine[] {
  const exact = (name: string, key: keyof Tally): CompareLine =>
    tallyLine(
      name,
      pair(sides, ({ shown }) => ({ certain: shown[key], possible: 0 })),
      { words },
    );
  const wholes = pair(sides, ({ shown }) => shown);
  const shared = (name: string, of: (one: SideFacts) => Tally): CompareLine =>
    tallyLine(name, pair(sides, of), { words, wholes });
  const day = (ms: number | undefined): string | null => (ms === undefined ? null : binWords(ms, "day", words));
  const first = pair(sides, ({ extentMs }) => day(extentMs?.[0]));
  const last = pair(sides, ({ extentMs }) => day(extentMs === null ? undefined : lastDayMs(extentMs)));
  const rivals = pair(sides, (side) => side.rivals);
  return [
    exact(countNames[0], "certain"),
    exact(countNames[1], "possible"),
    ...(first[0] === null && first[1] === null
      ? []
      : [textLine(words.t("compare.first-date"), first, words), textLine(words.t("compare.last-date"), last, words)]),
    shared(words.t("compare.wide"), ({ uncertain }) => uncertain),
    shared(words.t("compare.undated"), ({ undated }) => undated),
    shared(words.t("compare.areas"), ({ areas }) => areas),
    shared(words.t("compare.unplaced"), ({ unplaced }) => unplaced),
    ...(rivals[0] === null || rivals[1] === null
      ? []
      : [shared(words.t("compare.rivals"), (one) => one.rivals ?? NONE)]),
  ];
}

const HEADINGS: Readonly<Record<CountedField, string>> = {
  category: "facets.what",
  status: "facets.told",
  country: "compare.country",
  dated: "facets.dated",
  precision: "facets.precision",
  place: "card.where",
};

/** Fields with few values in an order of their own, of which shares are told. */
const CODED: Readonly<Partial<Record<CountedField, readonly string[]>>> = {
  dated: DATE_WIDTHS,
  precision: PLACE_PRECISIONS,
};

function valueName(field: CountedField, value: string, words: Words): string {
  if (field === "category") return words.category(value || "other");
  if (field === "status") return words.status(value as "happened");
  if (field === "dated" || field === "precision") return words.t(`${field}.${value}`);
  if (value === "") return words.t("facets.not-stated");
  return field === "country" ? countryName(words, value) : value;
}

function fieldGroup(field: CountedField, sides: Pair<SideFacts>, words: Words): CompareGroup | null {
  const counts = pair(sides, ({ fields }) => fields[field] ?? new Map<string, Tally>());
  const order = CODED[field];
  const both = (name: string): Pair<Tally> => pair(counts, (side) => side.get(name) ?? NONE);
  const weight = (name: string): number => sizeOf(both(name)[0]) + sizeOf(both(name)[1]);
  const names = [...new Set([...counts[0].keys(), ...counts[1].keys()])];
  names.sort(order ? (a, b) => order.indexOf(a) - order.indexOf(b) : (a, b) => weight(b) - weight(a));
  if (names.every((name) => name === "")) return null;
  const wholes = pair(sides, ({ shown }) => shown);
  const lines = names
    .slice(0, order ? names.length : MOST_NAMED)
    .map((name) => tallyLine(valueName(field, name, words), both(name), order ? { words, wholes } : { words }));
  return { heading: words.t(HEADINGS[field]), lines };
}

function figureCell(figure: SideFigure | undefined, words: Words): CompareCell {
  if (figure === undefined) return { text: words.t("compare.none"), isSilent: true };
  const { rows, unknown, value, low, high } = figure;
  const open = unknown === 0 ? [] : [words.t("compare.no-number", { n: unknown })];
  const note = [...(rows === 0 ? [] : [words.t("compare.from-records", { n: rows })]), ...open];
  return { text: sumText({ rows, value, low, high }, words), note: note.join(words.t("list.comma")) };
}

/** The sum by the rule, with the range of all that is said: never a middle. */
function sumText({ rows, value, low, high }: Omit<SideFigure, "unknown">, words: Words): string {
  if (rows === 0) return words.t("card.figure.unknown");
  if (low === high) return words.number(value);
  if (Number.isFinite(high)) return words.t("card.figure.range-best", { best: value, low, high });
  return words.t("summary.item", { name: words.number(value), n: words.t("card.figure.at-least", { n: low }) });
}

function figureLine(measure: string, sides: Pair<SideFacts>, words: Words): CompareLine {
  const figures = pair(sides, (side) => side.figures?.get(measure));
  const cells = pair(figures, (figure) => figureCell(figure, words));
  const name = labelOf(words, "measure", measure);
  const [a, b] = figures;
  if (a === undefined || b === undefined) return { name, cells, verdict: "one", change: words.t("compare.one") };
  if (a.rows + b.rows === 0) return { name, cells, verdict: "same", change: words.t("compare.same") };
  return { name, cells, ...changeOf(a, b, words) };
}

function measuresOf(side: SideFacts): readonly string[] {
  return [...(side.figures?.keys() ?? [])];
}

function figureGroup(sides: Pair<SideFacts>, { words, rule }: FactsSheetOptions): CompareGroup | null {
  const [a, b] = pair(sides, measuresOf);
  const both = a.filter((measure) => b.includes(measure));
  const measures = [...new Set([...both, ...a, ...b])].slice(0, MOST_NAMED);
  if (measures.length === 0) return null;
  const heading = words.t("compare.figures", { rule: words.t(`rule.${rule}`) });
  return { heading, lines: measures.map((measure) => figureLine(measure, sides, words)) };
}

/** Names that stand on one side alone, in words; null for none. */
function onlyText(own: readonly string[], other: readonly string[], words: Words): string | null {
  const only = own.filter((name) => !other.includes(name));
  const more = only.length - MOST_MISSING;
  const first = only.slice(0, MOST_MISSING).map((name) => isolatedText(name, words.dir));
  const named = [...first, ...(more > 0 ? [words.t("workspace.report.more", { n: more })] : [])];
  return only.length === 0 ? null : named.join(words.t("list.comma"));
}

function missingGroup(sides: Pair<SideFacts>, words: Words): CompareGroup | null {
  const named = (field: CountedField) =>
    pair(sides, ({ fields }) => [...(fields[field]?.keys() ?? [])].filter((name) => name !== ""));
  const fields = COUNTED_FIELDS.filter((field) => !(field in CODED));
  const kinds = [
    ...fields.map((field) => ({
      name: words.t(HEADINGS[field]),
      sides: pair(named(field), (names) => names.map((name) => valueName(field, name, words))),
    })),
    {
      name: words.t("card.figures"),
      sides: pair(pair(sides, measuresOf), (names) => names.map((name) => labelOf(words, "measure", name))),
    },
  ];
  const lines = kinds.flatMap(({ name, sides: [a, b] }) => {
    const texts = [onlyText(a, b, words), onlyText(b, a, words)] as const;
    if (texts[0] === null && texts[1] === null) return [];
    return [{ ...textLine(name, texts, words), verdict: "one" as const, change: words.t("compare.one") }];
  });
  return lines.length === 0 ? null : { heading: words.t("compare.missing"), lines };
}

function sharedGroup(sides: Pair<SideFacts>, { shared, words }: FactsSheetOptions): CompareGroup | null {
  if (shared === null) return null;
  const left = ({ shown }: SideFacts): Tally => ({
    certain: shown.certain - shared.certain,
    possible: shown.possible - shared.possible,
  });
  return {
    heading: words.t("compare.shared"),
    lines: [
      tallyLine(words.t("compare.in-both"), [shared, shared], { words }),
      tallyLine(words.t("compare.only-here"), pair(sides, left), { words }),
    ],
  };
}

/** Two sides counted line by line: how many, when, what, where, how closely known, figures, and what the other has not. */
export function factsSheet(sides: Pair<SideFacts>, options: FactsSheetOptions): CompareSheet {
  const { title, heads, words } = options;
  const groups = [
    { heading: null, lines: headLines(sides, options) },
    sharedGroup(sides, options),
    ...COUNTED_FIELDS.map((field) => fieldGroup(field, sides, words)),
    figureGroup(sides, options),
    missingGroup(sides, words),
  ].filter((group) => group !== null);
  const hasPossible = sides.some(({ shown }) => shown.possible > 0);
  const isCut = sides.some(({ figures }) => figures === null);
  const notes = [
    words.t("compare.legend"),
    ...(hasPossible ? [words.t("compare.possible-note")] : []),
    ...(isCut ? [words.t("compare.too-many")] : []),
  ];
  return { title, heads, changeHead: words.t("compare.change"), groups, notes };
}
