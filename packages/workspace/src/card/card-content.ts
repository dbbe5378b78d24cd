import type { HeadlineRule, Incident } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { type CategoryStyle, type Child, categoryStyles, h, markIcon, type Words } from "@whenwhere/view";
import { markedText, searchedText } from "../facets/marked-text.ts";
import { accountsDiffer } from "./account-table.ts";
import { type CardContext, cardAccounts } from "./card-accounts.ts";
import { type CardFiguresOptions, cardFigures } from "./card-figures.ts";
import { cardMedia } from "./card-media.ts";
import { cardSources } from "./card-sources.ts";
import { changeList, citeButton, coveredSummary } from "./card-tools.ts";
import { labelOf } from "./card-words.ts";
import type { LinkedRecord } from "./relation-index.ts";

/** One record to be shown. */
export interface CardContentOptions {
  readonly store: Store;
  readonly words: Words;
  readonly row: number;
  readonly links: readonly LinkedRecord[];
  readonly onPick: (row: number) => void;
  /** Picks the number shown first where speakers differ. */
  readonly rule: HeadlineRule;
  readonly onRule: (rule: HeadlineRule) => void;
  /** The record before its last update; null when none is known. */
  readonly before?: Incident | null;
  readonly onCompare?: ((button: HTMLElement) => void) | undefined;
}

function pair(term: string, ...description: readonly Child[]): HTMLElement[] {
  return [h("dt", null, term), h("dd", null, description)];
}

function actorLines(incident: Incident, words: Words): HTMLElement[] {
  return (incident.actors ?? []).map((actor) => {
    const role = actor.role ? ` (${labelOf(words, "role", actor.role)})` : "";
    return h("p", { dir: "auto" }, actor.name, h("span", { class: "ww-secondary" }, role));
  });
}

function facts(options: CardFiguresOptions): HTMLElement {
  const { incident, words } = options;
  const { when, from } = incident;
  const label = when?.edtf && when.label ? words.t("card.source-words", { words: when.label }) : null;
  const actors = actorLines(incident, words);
  const figures = cardFigures(options);
  const status = incident.status ?? "happened";
  const rows = [
    pair(
      words.t("card.when"),
      words.whenOf(incident),
      label === null ? null : h("p", { class: "ww-secondary" }, label),
    ),
    pair(words.t("card.where"), words.where(incident.where)),
    from === undefined ? [] : pair(words.t("card.from"), words.where(from)),
    status === "happened" ? [] : pair(words.t("card.told"), words.status(status)),
    actors.length === 0 ? [] : pair(words.t("card.who"), actors),
    figures === null ? [] : pair(words.t("card.figures"), figures),
  ];
  return h("div", { class: "ww-card-facts" }, h("dl", { class: "ww-words" }, rows));
}

function linkedList(options: CardContentOptions, styles: readonly CategoryStyle[]): HTMLElement | null {
  const { store, words, links, onPick } = options;
  if (links.length === 0) return null;
  const items = links.map((link) => {
    const icon = markIcon(styles[store.columns.category.at(link.row)] as CategoryStyle, {
      status: store.statusOf(link.row),
    });
    const relation = words.t(`relation.${link.back ? "back." : ""}${link.type}`);
    return h(
      "li",
      null,
      h(
        "button",
        { type: "button", class: "ww-text-button", onclick: () => onPick(link.row) },
        icon,
        h("span", null, h("u", { lang: store.language }, store.incident(link.row).title), " ", h("i", null, relation)),
      ),
    );
  });
  return h(
    "div",
    { class: "ww-card-part" },
    h("h4", null, words.t("card.linked")),
    h("ul", { class: "ww-linked" }, items),
  );
}

/** The record in full: kicker, title, facts in words, accounts, sources, ties. All text as text. */
export function cardContent(options: CardContentOptions): DocumentFragment {
  const { store, words, row, rule, onRule } = options;
  const incident = store.incident(row);
  const question = searchedText(store);
  const { onCompare } = options;
  const { sources, language } = store;
  const context: CardContext = { incident, sources, words, language, ...(onCompare ? { onCompare } : {}) };
  const styles = categoryStyles(store.categories);
  const style = styles[store.columns.category.at(row)] as CategoryStyle;
  const kicker = h(
    "p",
    { class: "ww-card-kicker" },
    markIcon(style, { status: store.statusOf(row) }),
    h("span", null, words.category(incident.category ?? "other")),
    accountsDiffer(incident) ? h("em", null, words.t("card.differ")) : null,
  );
  const fragment = document.createDocumentFragment();
  fragment.append(
    kicker,
    h(
      "h3",
      { class: "ww-card-title", tabindex: -1, dir: "auto", lang: language },
      markedText(incident.title, question),
    ),
  );
  const more = h(
    "div",
    { class: "ww-card-more" },
    changeList(context, options.before ?? null),
    incident.summary ? coveredSummary(context, markedText(incident.summary, question)) : null,
    cardAccounts(context),
    cardSources(context),
    cardMedia(context),
    incident.note
      ? h(
          "div",
          { class: "ww-card-part" },
          h("h4", null, words.t("card.note")),
          h("p", { dir: "auto", lang: language }, incident.note),
        )
      : null,
    linkedList(options, styles),
    citeButton({ ...context, credit: store }),
  );
  fragment.append(facts({ ...context, rule, onRule }), more);
  return fragment;
}
