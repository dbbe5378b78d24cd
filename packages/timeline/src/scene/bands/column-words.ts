import type { Words } from "@whenwhere/view/pure";
import { type AxisFormat, axisFormat } from "../axis/axis-format.ts";
import { floorTo, nextAfter } from "../axis/calendar.ts";
import type { FoldColumn } from "../types.ts";

/** When a column is: a whole year, month or day by its name, a week by its Monday, anything else as a range. */
export function columnTime(
  column: Pick<FoldColumn, "startMs" | "endMs">,
  tools: { readonly words: Words; readonly format?: AxisFormat },
): string {
  const [startMs, endMs] = [tools.words.wallMs(column.startMs), tools.words.wallMs(column.endMs)];
  const unit = (["year", "month", "day"] as const).find((one) => {
    const step = { unit: one, count: 1 };
    return floorTo(startMs, step) === startMs && nextAfter(startMs, step) === endMs;
  });
  const step = unit === undefined ? null : { unit, count: 1 };
  if (step !== null)
    return (
      tools.format?.heading(column.startMs, step, true) ?? axisFormat(tools.words.locale).heading(startMs, step, true)
    );
  const week = { unit: "week", count: 1 } as const;
  if (floorTo(startMs, week) === startMs && nextAfter(startMs, week) === endMs) {
    const day = { unit: "day", count: 1 } as const;
    const format = tools.format?.heading(column.startMs, day, true);
    return tools.words.t("timeline.week-of", {
      day: format ?? axisFormat(tools.words.locale).heading(startMs, day, true),
    });
  }
  return withoutLength(tools.words.range(column.startMs, column.endMs));
}

/** A range as `words.range` writes it, without how long it is. */
export function withoutLength(range: string): string {
  return range.replace(/(?:, |[،，])(?:,\S|[^,،，])*$/, "");
}

/** A column in words: all records that touch it, and how many of them only possibly belong to it. */
export function columnWords(
  column: FoldColumn,
  tools: { readonly words: Words; readonly format?: AxisFormat },
): string {
  const { words } = tools;
  if (column.touching === null) {
    const n = Math.round((column.inside + column.spread) * 10) / 10;
    return words.t("timeline.column", { n: words.number(n), range: words.range(column.startMs, column.endMs) });
  }
  const all = words.t("timeline.column", { n: words.number(column.touching), range: columnTime(column, tools) });
  const possible = column.touching - column.inside;
  return possible === 0
    ? all
    : [all, words.t("counts.possible.filter", { n: words.number(possible) })].join(words.t("list.comma"));
}
