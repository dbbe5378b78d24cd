import type { Incident, Source } from "@whenwhere/model";
import { h, type Words } from "@whenwhere/view";
import { accountTable, type Speaker } from "./account-table.ts";
import { claimText, labelOf, languageName } from "./card-words.ts";

/** Records and words that parts of a card are made of. */
export interface CardContext {
  readonly incident: Incident;
  readonly sources: Readonly<Record<string, Source>>;
  readonly words: Words;
  /** Of the texts of the record. */
  readonly language: string | null;
  /** Compares two accounts of the record. */
  readonly onCompare?: (button: HTMLElement) => void;
}

function speakerHead(speaker: Speaker, { sources, words }: CardContext): HTMLElement {
  const source = speaker.sourceKey === null ? undefined : sources[speaker.sourceKey];
  const { kind, language } = source ?? {};
  const said = speaker.said.map((edtf) => words.whenShort({ edtf })).join(words.t("list.comma"));
  const line = [kind, languageName(language, words), said].filter((part) => part).join(words.t("list.comma"));
  return h("th", { scope: "col" }, speaker.name ?? words.t("card.unnamed"), line === "" ? null : h("span", null, line));
}

function compareButton(words: Words, onCompare: (button: HTMLElement) => void): HTMLElement {
  const button = h(
    "button",
    { type: "button", class: "ww-button ww-button-small", onclick: () => onCompare(button) },
    words.t("compare.open"),
  );
  return button;
}

/**
 * Accounts side by side: equal columns for the speakers, rows for the fields; "not said" is printed, an empty cell is not.
 * Null when no claims are recorded.
 */
export function cardAccounts(context: CardContext): HTMLElement | null {
  const { incident, sources, words, onCompare } = context;
  const { speakers, rows } = accountTable(incident, sources);
  if (rows.length === 0) return null;
  const notSaid = (): HTMLElement => h("td", { class: "ww-not-said" }, words.t("card.not-said"));
  const body = rows.map((row) =>
    h(
      "tr",
      null,
      h("th", { scope: "row" }, labelOf(words, "field", row.field)),
      row.cells.map((claims) =>
        claims.length === 0
          ? notSaid()
          : h(
              "td",
              null,
              claims.map((claim) => h("p", null, claimText(words, claim))),
            ),
      ),
    ),
  );
  const graded = speakers.some((speaker) => speaker.grades.length > 0);
  const grades = h(
    "tr",
    null,
    h("th", { scope: "row" }, words.t("card.grade")),
    speakers.map((speaker) =>
      speaker.grades.length === 0 ? notSaid() : h("td", null, speaker.grades.join(words.t("list.comma"))),
    ),
  );
  const table = h(
    "table",
    { style: { "--ww-speakers": speakers.length } },
    h(
      "thead",
      null,
      h(
        "tr",
        null,
        h("td", null, h("span", { class: "ww-visually-hidden" }, words.t("card.field"))),
        speakers.map((speaker) => speakerHead(speaker, context)),
      ),
    ),
    h("tbody", null, body, graded ? grades : null),
  );
  const region = { class: "ww-accounts", role: "region", tabindex: 0, "aria-label": words.t("card.accounts.label") };
  return h(
    "div",
    { class: "ww-card-part" },
    h("h4", null, words.t("card.accounts", { n: speakers.length })),
    h("div", region, table),
    graded ? h("p", { class: "ww-secondary ww-small" }, words.t("card.grades-note")) : null,
    onCompare === undefined || speakers.length < 2 ? null : compareButton(words, onCompare),
  );
}
