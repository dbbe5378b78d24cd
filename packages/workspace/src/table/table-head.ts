import { h, type Words } from "@whenwhere/view";
import type { TableColumn, TableSort } from "./table-order.ts";

/** What the headings of a table are made of. */
export interface TableHeadOptions {
  readonly columns: readonly TableColumn[];
  readonly sort: readonly TableSort[];
  /** `isMore`: as one more key. */
  readonly onPress: (column: TableColumn, isMore: boolean) => void;
}

/** Headings that sort. One column at a time may say so by `aria-sort`; the further keys say it in words. */
export function headCells(words: Words, { columns, sort, onPress }: TableHeadOptions): readonly HTMLElement[] {
  return columns.map((column, index) => {
    const key = sort.findIndex((one) => one.column === column);
    const direction = key < 0 ? null : sort[key]?.descending === true ? "descending" : "ascending";
    const isOneOfMany = direction !== null && sort.length > 1;
    return h(
      "div",
      {
        role: "columnheader",
        tabindex: -1,
        "aria-colindex": index + 1,
        "aria-sort": key === 0 ? direction : "none",
        "data-sort": direction,
        title: words.t(column === "when" ? "table.sort-rule" : "table.sort-help"),
        onclick: (event: MouseEvent) => onPress(column, event.shiftKey),
      },
      words.t(`table.${column}`),
      isOneOfMany ? h("small", { "aria-hidden": "true" }, words.number(key + 1)) : null,
      isOneOfMany ? h("span", { class: "ww-visually-hidden" }, ` ${words.t("table.sort-key", { n: key + 1 })}`) : null,
    );
  });
}
