import { h, type Words } from "@whenwhere/view";
import { type Disclosure, disclosure } from "../disclosure.ts";
import { TABLE_COLUMNS, type TableColumn } from "./table-order.ts";

/** A button that opens a list of the columns; at least one stays. */
export function columnChooser(
  words: Words,
  columns: { get(): readonly TableColumn[]; set(columns: readonly TableColumn[] | null): void },
): Disclosure {
  const content = (): HTMLElement => {
    const boxes = TABLE_COLUMNS.map(() => {
      const box = h("input", {
        type: "checkbox",
        onchange: () => {
          const chosen = TABLE_COLUMNS.filter((_, index) => boxes[index]?.checked);
          if (chosen.length > 0) columns.set(chosen);
          refresh();
        },
      });
      return box;
    });
    const refresh = (): void => {
      const now = columns.get();
      for (const [index, box] of boxes.entries()) {
        box.checked = now.includes(TABLE_COLUMNS[index] as TableColumn);
        box.disabled = box.checked && now.length === 1;
      }
    };
    refresh();
    const labels = TABLE_COLUMNS.map((column, index) =>
      h("label", { class: "ww-menu-item ww-choice" }, boxes[index], h("span", null, words.t(`table.${column}`))),
    );
    const usual = h(
      "button",
      {
        type: "button",
        class: "ww-menu-item",
        onclick: () => {
          columns.set(null);
          refresh();
        },
      },
      words.t("table.columns.usual"),
    );
    return h("div", { role: "group", "aria-label": words.t("table.columns") }, labels, usual);
  };
  return disclosure({ label: words.t("table.columns"), className: "ww-button ww-button-small", content });
}
