import { WhenWhereError } from "../errors.ts";
import type { Figure, FigureKind } from "../incident.ts";

/**
 * How one number is chosen out of rival ones. `first-source`: the figure listed first. `lowest` and `highest`: the
 * smallest and largest number that anybody gave. `median`: the middle of the speakers' best numbers.
 */
export type HeadlineRule = "first-source" | "lowest" | "highest" | "median";

/** All values of {@link HeadlineRule}; the first is the default. */
export const HEADLINE_RULES: readonly HeadlineRule[] = ["first-source", "lowest", "highest", "median"];

/** The number that stands for all, with what the speakers say together. Unknown is null and never zero. */
export interface Headline {
  readonly measure: string;
  readonly rule: HeadlineRule;
  /** The chosen number; null when no speaker gave one that the rule can take. */
  readonly value: number | null;
  /** How the chosen number was arrived at; null without a number. */
  readonly kind: FigureKind | null;
  /** Who said it; null for a median of several, or when the figure does not say. */
  readonly by: string | null;
  /** Smallest and largest number that any speaker allows; null when none is given on that side. */
  readonly low: number | null;
  readonly high: number | null;
  /** Figures that were weighed. */
  readonly speakers: number;
  /** At least two speakers gave numbers that differ. */
  readonly disputed: boolean;
}

/**
 * Chooses one number out of the figures of one measure by a named rule.
 *
 * @throws WhenWhereError when the figures count different things, or the rule is not known.
 */
export function headline(figures: readonly Figure[], rule: HeadlineRule = "first-source"): Headline | null {
  const [first] = figures;
  if (!HEADLINE_RULES.includes(rule)) {
    throw new WhenWhereError(
      "accounts/rule",
      `headline: the rule "${rule}" is not known.`,
      `Use one of ${HEADLINE_RULES.join(", ")}.`,
    );
  }
  if (first === undefined) return null;
  const other = figures.find(({ measure }) => measure !== first.measure);
  if (other !== undefined) {
    const message = `headline: the figures count both "${first.measure}" and "${other.measure}".`;
    throw new WhenWhereError(
      "accounts/measures",
      message,
      "Call it once for each measure, or use headlines(incident).",
    );
  }
  const numbers = figures.flatMap(numbersOf);
  const said = new Set(figures.map((figure) => JSON.stringify(numbersOf(figure))).filter((text) => text !== "[]"));
  const chosen = choose(figures, rule);
  return {
    measure: first.measure,
    rule,
    value: chosen?.value ?? null,
    kind: chosen?.figure?.kind ?? null,
    by: chosen?.figure?.by ?? null,
    low: numbers.length === 0 ? null : Math.min(...numbers),
    high: figures.some(isOpenAbove) || numbers.length === 0 ? null : Math.max(...numbers),
    speakers: figures.length,
    disputed: said.size > 1,
  };
}

/** One headline for each measure of a record, in the order in which the measures first stand. */
export function headlines(
  figures: readonly Figure[] | undefined,
  rule: HeadlineRule = "first-source",
): readonly Headline[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures ?? []) {
    const group = groups.get(figure.measure);
    if (group === undefined) groups.set(figure.measure, [figure]);
    else group.push(figure);
  }
  return [...groups.values()].flatMap((group) => headline(group, rule) ?? []);
}

interface Choice {
  readonly value: number;
  readonly figure: Figure | null;
}

function choose(figures: readonly Figure[], rule: HeadlineRule): Choice | null {
  if (rule === "first-source") {
    const [figure] = figures;
    const value = figure === undefined ? null : bestOf(figure);
    return value === null ? null : { value, figure: figure ?? null };
  }
  if (rule === "median") return medianOf(figures);
  const sign = rule === "lowest" ? 1 : -1;
  let best: Choice | null = null;
  for (const figure of figures) {
    for (const value of numbersOf(figure)) {
      if (best === null || (value - best.value) * sign < 0) best = { value, figure };
    }
  }
  return best;
}

/** The middle one; of an even number the lower of the two, so that it is a number somebody said. */
function medianOf(figures: readonly Figure[]): Choice | null {
  const given = figures.flatMap((figure) => {
    const value = bestOf(figure);
    return value === null ? [] : [{ value, figure }];
  });
  return given.sort((a, b) => a.value - b.value)[Math.floor((given.length - 1) / 2)] ?? null;
}

function bestOf({ best, low, high }: Figure): number | null {
  return best ?? low ?? high ?? null;
}

function numbersOf({ low, best, high }: Figure): readonly number[] {
  return [low, best, high].filter((value) => typeof value === "number");
}

/** "At least 12" has no upper end. */
function isOpenAbove(figure: Figure): boolean {
  return figure.kind === "lowest-reported" && (figure.high ?? null) === null;
}
