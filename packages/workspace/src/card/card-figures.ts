import { type Figure, HEADLINE_RULES, type HeadlineRule, headlines } from "@whenwhere/model";
import { h } from "@whenwhere/view";
import type { CardContext } from "./card-accounts.ts";
import { figureText, labelOf } from "./card-words.ts";

/** Figures of a record under the rule that picks the number shown first. */
export interface CardFiguresOptions extends CardContext {
  readonly rule: HeadlineRule;
  readonly onRule: (rule: HeadlineRule) => void;
}

function speakerLine(figure: Figure, { words }: CardContext): HTMLElement {
  const by = figure.by ? words.t("card.by", { name: figure.by }) : words.t("card.unnamed");
  return h("li", null, figureText(words, figure), h("span", { class: "ww-secondary" }, words.t("list.comma"), by));
}

function ruleChooser({ words, rule, onRule }: CardFiguresOptions): HTMLElement {
  const select = h(
    "select",
    { class: "ww-select", onchange: () => onRule(select.value as HeadlineRule) },
    HEADLINE_RULES.map((one) => h("option", { value: one, selected: one === rule }, words.t(`rule.${one}`))),
  );
  return h("label", { class: "ww-secondary" }, words.t("card.headline"), " ", select);
}

/**
 * Figures by measure: where speakers differ, the number that the named rule picks and then every speaker's own.
 * Unknown is printed as unknown, and nothing is added up. Null without figures.
 */
export function cardFigures(options: CardFiguresOptions): HTMLElement | null {
  const { incident, words, rule } = options;
  const figures = incident.figures ?? [];
  if (figures.length === 0) return null;
  const heads = headlines(figures, rule);
  const items = heads.map((head) => {
    const own = figures.filter((figure) => figure.measure === head.measure);
    const label = labelOf(words, "measure", head.measure);
    if (own.length === 1) {
      const line = speakerLine(own[0] as Figure, options);
      return h("p", null, `${label}: `, [...line.childNodes]);
    }
    const value = head.value === null ? words.t("card.figure.unknown") : words.number(head.value);
    return h(
      "div",
      null,
      h("p", null, `${label}: ${value}`, h("span", { class: "ww-secondary" }, ` (${words.t(`rule.${rule}`)})`)),
      h(
        "ul",
        { class: "ww-figure-speakers" },
        own.map((figure) => speakerLine(figure, options)),
      ),
    );
  });
  const disputed = heads.some((head) => head.disputed);
  return h("div", null, items, disputed ? ruleChooser(options) : null);
}
