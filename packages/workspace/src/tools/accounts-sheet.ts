import { type Claim, type Incident, rivalClaims, type Source } from "@whenwhere/model";
import { safeUrl, shownHost, type Words } from "@whenwhere/view";
import { claimText, figureText, labelOf, languageName } from "../card/card-words.ts";
import type { Verdict } from "./compare-change.ts";
import type { CompareCell, CompareLine, CompareSheet } from "./compare-sheet.ts";
import { type Account, type Saying, sayingOf } from "./record-accounts.ts";

/** What two accounts are compared with. */
export interface AccountsSheetOptions {
  readonly incident: Incident;
  readonly sources: Readonly<Record<string, Source>>;
  readonly words: Words;
}

type Accounts = readonly [Account, Account];

/** Fields in the order in which people ask; others follow as they come. */
const ASKED: readonly string[] = ["when", "where", "from", "status"];

/** The name of an account as it stands above its column. */
export function accountName({ key, name }: Account, words: Words): string {
  if (key === null) return words.t("compare.record-itself");
  return name ?? words.t("card.unnamed");
}

/** Two claims agree when neither is a rival of the other; a claim without a value says nothing to agree with. */
function agree(a: Claim, b: Claim): boolean {
  if (a.value === null || b.value === null) return a.value === b.value;
  if ((a.stance ?? "asserts") !== (b.stance ?? "asserts")) return false;
  const claims = [a, b].map(({ stance: _, ...claim }): Claim => claim);
  return rivalClaims({ id: "", title: "", claims }).length === 0;
}

/** Figures as claims, so that a number and a claim of the same measure are held against each other. */
function claimsOf({ claims, figures }: Saying): readonly Claim[] {
  const numbers = figures.map(({ measure, low = null, best = null, high = null }, index): Claim => {
    const given = [...new Set([low, best, high].filter((one) => one !== null))];
    const value = given.length < 2 ? (given[0] ?? null) : given.join("-");
    return { id: `figure-${index}`, field: `figures.${measure}`, value };
  });
  return [...claims, ...numbers];
}

function verdictOf(first: Saying, second: Saying): Verdict {
  const [a, b] = [claimsOf(first), claimsOf(second)];
  if (a.length === 0 || b.length === 0) return "one";
  const isSame =
    a.every((one) => b.some((other) => agree(one, other))) && b.every((one) => a.some((other) => agree(one, other)));
  return isSame ? "same" : "differs";
}

const CHANGES: Readonly<Record<Verdict, string>> = {
  same: "compare.same",
  differs: "compare.differs",
  maybe: "compare.unsure",
  one: "compare.one",
};

function silent(words: Words): CompareCell {
  return { text: words.t("compare.silent"), isSilent: true };
}

/** Words of the source beside ours: "in the source: “last week”". */
function sourceWords({ claims }: Saying, words: Words): string | null {
  const labels = claims.flatMap(({ value }) =>
    typeof value === "object" && value !== null && "label" in value && value.label ? [value.label] : [],
  );
  return labels.length === 0 ? null : words.t("card.source-words", { words: labels.join(words.t("list.comma")) });
}

function sayingCell(saying: Saying, words: Words): CompareCell {
  const texts = [
    ...saying.claims.map((claim) => claimText(words, claim)),
    ...saying.figures.map((figure) => figureText(words, figure)),
  ];
  if (texts.length === 0) return silent(words);
  const note = sourceWords(saying, words);
  return { text: [...new Set(texts)].join(words.t("export.and")), ...(note === null ? {} : { note }) };
}

function sayingLine(field: string, accounts: Accounts, words: Words): CompareLine {
  const [a, b] = [sayingOf(accounts[0], field), sayingOf(accounts[1], field)];
  const verdict = verdictOf(a, b);
  const name = labelOf(words, "field", field);
  return { name, cells: [sayingCell(a, words), sayingCell(b, words)], verdict, change: words.t(CHANGES[verdict]) };
}

/** What is known of who speaks, one text for each of its sources. */
function knownOf(account: Account, of: (source: Source) => string | null | undefined, options: AccountsSheetOptions) {
  const known = account.sources.flatMap((key) =>
    Object.hasOwn(options.sources, key) ? [options.sources[key] as Source] : [],
  );
  return [...new Set(known.map(of).filter((text): text is string => !!text))];
}

/** Where it is said, by whom it was published, when, in which language, and how it is graded. */
function speakerLines(accounts: Accounts, options: AccountsSheetOptions): CompareLine[] {
  const { words } = options;
  const date = (edtf: string): string => words.whenShort({ edtf });
  const source = (of: (one: Source) => string | null | undefined) => (account: Account) =>
    knownOf(account, of, options);
  const host = ({ url }: Source): string | null => {
    const safe = safeUrl(url ?? null);
    return safe === null ? null : shownHost(safe);
  };
  const asked: readonly (readonly [key: string, (account: Account) => readonly string[]])[] = [
    ["compare.publication", source(({ title, publisher }) => publisher ?? title)],
    ["compare.publication-title", source(({ title, publisher }) => (publisher ? title : null))],
    ["compare.host", source(host)],
    ["compare.published", source(({ published }) => (published ? date(published) : null))],
    ["compare.said", ({ said }) => said.map(date)],
    ["compare.language", source(({ language }) => languageName(language, words))],
    ["compare.kind", source(({ kind }) => kind)],
    ["card.grade", ({ grades }) => grades],
    ["compare.reliability", source(({ reliability }) => reliability)],
  ];
  return asked.flatMap(([key, of]): CompareLine[] => {
    const [a = "", b = ""] = accounts.map((account) => of(account).join(words.t("export.and")));
    if (a === "" && b === "") return [];
    const verdict: Verdict = a === b ? "same" : a === "" || b === "" ? "one" : "differs";
    const cell = (text: string): CompareCell =>
      text === "" ? { text: words.t("facets.not-stated"), isSilent: true } : { text };
    return [{ name: words.t(key), cells: [cell(a), cell(b)], verdict, change: words.t(CHANGES[verdict]) }];
  });
}

/**
 * Two accounts of one record, field by field, and who gives them. What only one of them speaks of stands beside "says nothing";
 * nothing is averaged, and neither is called the right one.
 */
export function accountsSheet(accounts: Accounts, options: AccountsSheetOptions): CompareSheet {
  const { words, incident } = options;
  const said = accounts.flatMap(({ fields }) => [...fields.keys()]);
  const numbers = said.filter((field) => field.startsWith("figures."));
  const fields = new Set([
    ...ASKED.filter((field) => said.includes(field)),
    ...said.filter((one) => !numbers.includes(one)),
    ...numbers,
  ]);
  const heads = [accountName(accounts[0], words), accountName(accounts[1], words)] as const;
  const graded = accounts.some(({ grades }) => grades.length > 0);
  return {
    title: `${words.t("compare.accounts.title")}: ${incident.title}`,
    heads,
    changeHead: words.t("compare.change"),
    groups: [
      { heading: words.t("compare.what"), lines: [...fields].map((field) => sayingLine(field, accounts, words)) },
      { heading: words.t("compare.who"), lines: speakerLines(accounts, options) },
    ].filter(({ lines }) => lines.length > 0),
    notes: [words.t("compare.no-winner"), ...(graded ? [words.t("card.grades-note")] : [])],
  };
}
