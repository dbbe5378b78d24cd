import { DAY_MS, type HeadlineRule } from "@whenwhere/model";
import { HIDDEN, type Store } from "@whenwhere/store";
import { dateFieldValue, h, type Words } from "@whenwhere/view";
import { MOST_READ } from "../summary/row-facts.ts";
import { accountName, accountsSheet } from "./accounts-sheet.ts";
import { chooser, ruleChooser, sideChoosers } from "./compare-controls.ts";
import {
  compareSets,
  firstSets,
  type NamedSet,
  setOf,
  setRows,
  sharedTally,
  type WorkspaceDataset,
} from "./compare-sets.ts";
import type { CompareSheet } from "./compare-sheet.ts";
import type { CompareState } from "./compare-state.ts";
import { type CompareWindow, firstWindows, windowRows } from "./compare-windows.ts";
import { factsSheet } from "./facts-sheet.ts";
import { type Account, accountsOf, firstAccounts } from "./record-accounts.ts";
import { sideFacts } from "./side-facts.ts";

/** What every kind of comparison is made with. */
export interface CompareContext {
  readonly store: Store;
  readonly words: Words;
  readonly datasets: readonly WorkspaceDataset[];
  /** Another side was chosen. */
  readonly changed: () => void;
  /** Another record was chosen: it is selected, and its accounts are compared from the beginning. */
  readonly pick: (id: string) => void;
}

/** A comparison of one kind: what it is chosen with, and what comes of it. */
export interface Comparison {
  /** Fields of a form. */
  readonly controls: readonly HTMLElement[];
  readonly state: CompareState;
  sheet(): CompareSheet;
  /** Whether the state that was asked for fits these records. */
  readonly fits: boolean;
}

type Of<K extends CompareState["kind"]> = Extract<CompareState, { kind: K }>;

/** A longer list is no help to choose from. */
const MOST_CHOICES = 500;

function dayInput(value: string, label: string, onChange: (value: string) => void): HTMLElement {
  const input = h("input", { type: "date", class: "ww-input", value, onchange: () => onChange(input.value) });
  return h("label", null, h("span", null, label), input);
}

/** Two windows under all other filters; null where no record has a date. */
export function windowsComparison(context: CompareContext, asked: Of<"windows"> | null): Comparison | null {
  const { store, words, changed } = context;
  const first = asked?.sides ?? firstWindows(store);
  if (first === null) return null;
  const sides: [CompareWindow, CompareWindow] = [...first];
  let rule: HeadlineRule = asked?.rule ?? "first-source";
  const names = [words.t("compare.first"), words.t("compare.second")] as const;
  const fields = (index: 0 | 1): HTMLElement => {
    const change = (part: "startMs" | "endMs", text: string): void => {
      const ms = Date.parse(`${text}T00:00:00Z`);
      if (Number.isNaN(ms)) return;
      sides[index] = { ...sides[index], [part]: part === "endMs" ? ms + DAY_MS : ms };
      changed();
    };
    const { startMs, endMs } = sides[index];
    return h(
      "fieldset",
      null,
      h("legend", null, names[index]),
      dayInput(dateFieldValue(startMs), words.t("timeline.from"), (text) => change("startMs", text)),
      dayInput(dateFieldValue(endMs - 1), words.t("timeline.to"), (text) => change("endMs", text)),
    );
  };
  const onRule = (next: HeadlineRule): void => {
    rule = next;
    changed();
  };
  return {
    controls: [fields(0), fields(1), ruleChooser(words, rule, onRule)],
    fits: true,
    get state(): CompareState {
      return { kind: "windows", sides: [...sides], rule };
    },
    sheet() {
      const [a, b] = sides.map((side) => sideFacts(store, windowRows(store, side), rule));
      return factsSheet([a, b] as [NonNullable<typeof a>, NonNullable<typeof b>], {
        ...{ title: words.t("compare.title"), heads: names, rule, words, shared: null },
        countNames: [words.t("compare.certain"), words.t("compare.possible")],
      });
    },
  };
}

/** Two datasets or sources under all filters; null where there are not two. */
export function setsComparison(context: CompareContext, asked: Of<"datasets"> | null): Comparison | null {
  const { store, words, changed } = context;
  const sets = compareSets(store, context.datasets);
  const first = firstSets(sets);
  if (first === null) return null;
  const wanted = asked?.sides.map((side) => setOf(sets, side));
  const fits = wanted?.every((one) => one !== undefined) ?? true;
  const sides: [NamedSet, NamedSet] = [wanted?.[0] ?? first[0], wanted?.[1] ?? first[1]];
  let rule: HeadlineRule = asked?.rule ?? "first-source";
  const choices = sets.slice(0, MOST_CHOICES).map((set, index) => ({
    value: String(index),
    text: words.t("summary.item", { name: set.title, n: words.number(set.rows.length) }),
    group: words.t(set.by === "dataset" ? "compare.datasets" : "facets.source"),
  }));
  const labels = [words.t("compare.side-first"), words.t("compare.side-second")] as const;
  const onRule = (next: HeadlineRule): void => {
    rule = next;
    changed();
  };
  return {
    controls: [...sideChoosers(sides, { labels, choices, all: sets, changed }), ruleChooser(words, rule, onRule)],
    fits,
    get state(): CompareState {
      const [a, b] = sides.map(({ by, key }) => ({ by, key })) as [NamedSet, NamedSet];
      return { kind: "datasets", sides: [a, b], rule };
    },
    sheet() {
      const [a, b] = sides;
      return factsSheet([sideFacts(store, setRows(store, a), rule), sideFacts(store, setRows(store, b), rule)], {
        ...{ title: words.t("compare.datasets.title"), heads: [a.title, b.title], rule, words },
        shared: sharedTally(store, sides),
        countNames: [words.t("compare.shown"), words.t("compare.shown-possible")],
      });
    },
  };
}

/** Records that pass the filters and have two speakers; of very many records none is read. */
function disputedRows(store: Store): readonly number[] {
  if (store.columns.length > MOST_READ) return [];
  const passing = store.passing();
  const rows: number[] = [];
  for (const row of store.timeOrder) {
    if (passing[row] === HIDDEN || rows.length >= MOST_CHOICES) continue;
    if (accountsOf(store.incident(row), store.sources).length > 2) rows.push(row);
  }
  return rows;
}

/** Two accounts of one record, first of the selected one; null where no record has two. */
export function accountsComparison(context: CompareContext, asked: Of<"accounts"> | null): Comparison | null {
  const { store, words, changed } = context;
  const rows = disputedRows(store);
  const chosen = asked?.id ?? store.state.selectedId;
  const own = chosen === null ? -1 : store.rowOf(chosen);
  const told = (row: number): readonly Account[] => accountsOf(store.incident(row), store.sources);
  const isTold = own >= 0 && told(own).length > 1;
  const row = isTold ? own : (rows[0] ?? -1);
  if (row < 0) return null;
  const accounts = told(row);
  const find = (key: string | null | undefined): Account | undefined => accounts.find((one) => one.key === key);
  const first = firstAccounts(accounts);
  const wanted = isTold ? asked?.sides.map(find) : undefined;
  const sides = [wanted?.[0] ?? first?.[0], wanted?.[1] ?? first?.[1]] as [Account, Account];
  const choices = accounts.map((account, index) => ({ value: String(index), text: accountName(account, words) }));
  const labels = [words.t("compare.account-first"), words.t("compare.account-second")] as const;
  const records = (rows.includes(row) ? rows : [row, ...rows]).map((one) => ({
    value: store.id(one),
    text: store.incident(one).title,
  }));
  const record = chooser(words.t("card.label"), records, {
    value: store.id(row),
    isWhole: true,
    onChange: context.pick,
  });
  return {
    controls: [record, ...sideChoosers(sides, { labels, choices, all: accounts, changed })],
    fits: asked === null || (isTold && (wanted?.every((one) => one !== undefined) ?? false)),
    get state(): CompareState {
      return { kind: "accounts", id: store.id(row), sides: [sides[0].key, sides[1].key] };
    },
    sheet: () => accountsSheet(sides, { incident: store.incident(row), sources: store.sources, words }),
  };
}
