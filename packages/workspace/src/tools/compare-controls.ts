import { HEADLINE_RULES, type HeadlineRule } from "@whenwhere/model";
import { type Child, h, type Words } from "@whenwhere/view";

/** One entry of a list to choose from. */
export interface CompareChoice {
  readonly value: string;
  readonly text: string;
  /** Heading under which it stands. */
  readonly group?: string;
}

/** A list to choose one from, under a label, with entries of one heading together. */
export function chooser(
  label: string,
  choices: readonly CompareChoice[],
  how: { readonly value: string; readonly isWhole?: boolean; readonly onChange: (value: string) => void },
): HTMLElement {
  const option = ({ value, text }: CompareChoice): HTMLElement =>
    h("option", { value, selected: value === how.value }, text);
  const groups = [...new Set(choices.map(({ group }) => group))];
  const entries = groups.map((group): Child => {
    const own = choices.filter((one) => one.group === group).map(option);
    return group === undefined ? own : h("optgroup", { label: group }, own);
  });
  const select = h("select", { class: "ww-select", onchange: () => how.onChange(select.value) }, entries);
  return h("label", { class: how.isWhole ? "ww-cmp-whole" : null }, h("span", null, label), select);
}

/** One list for each of two sides, whose choices are named by their index in `all`. Writes what is chosen into `sides`. */
export function sideChoosers<T>(
  sides: [T, T],
  how: {
    readonly labels: readonly [first: string, second: string];
    readonly choices: readonly CompareChoice[];
    readonly all: readonly T[];
    readonly changed: () => void;
  },
): readonly HTMLElement[] {
  const { labels, choices, all, changed } = how;
  return ([0, 1] as const).map((side) =>
    chooser(labels[side], choices, {
      value: String(all.indexOf(sides[side])),
      isWhole: true,
      onChange: (value) => {
        sides[side] = all[Number(value)] ?? sides[side];
        changed();
      },
    }),
  );
}

/** Which number of a record counts where its speakers give several. */
export function ruleChooser(words: Words, rule: HeadlineRule, onChange: (rule: HeadlineRule) => void): HTMLElement {
  const choices = HEADLINE_RULES.map((one) => ({ value: one, text: words.t(`rule.${one}`) }));
  return chooser(words.t("compare.rule"), choices, {
    value: rule,
    isWhole: true,
    onChange: (value) => onChange(value as HeadlineRule),
  });
}
