import { h, replaceChildren } from "@whenwhere/view";
import type { Walk } from "../../scene/walk.ts";

/** The records for keyboard and screen reader: one tab stop, the current record and its neighbours as options. */
export interface RecordList {
  /** Renders the options round `row`; -1 = none is current. */
  show(row: number, walk: Walk): void;
  /** One option that is no record: a column of very many. */
  say(text: string): void;
}

/**
 * A listbox whose options exist only round the current record, so that a million records cost three nodes;
 * `aria-posinset` and `aria-setsize` tell the true place.
 */
export function createRecordList(
  surface: HTMLElement,
  tools: { readonly prefix: string; readonly name: (row: number) => string; readonly selectedRow: () => number },
): RecordList {
  const list = h("div", { class: "ww-visually-hidden", role: "presentation" });
  surface.appendChild(list);
  return {
    say(text) {
      const id = `${tools.prefix}-column`;
      surface.setAttribute("role", "listbox");
      replaceChildren(list, [h("div", { role: "option", id, "aria-selected": "false" }, text)]);
      surface.setAttribute("aria-activedescendant", id);
    },
    show(row, walk) {
      const place = walk.indexOf(row);
      surface.setAttribute("role", walk.size > 0 ? "listbox" : "group");
      if (walk.size === 0) {
        replaceChildren(list);
        surface.removeAttribute("aria-activedescendant");
        return;
      }
      const from = Math.max(0, place - 1);
      const options: HTMLElement[] = [];
      for (let i = from; i <= from + 2 && i < walk.size; i++) {
        const candidate = walk.at(i);
        options.push(
          h(
            "div",
            {
              role: "option",
              id: `${tools.prefix}-${candidate}`,
              "aria-posinset": i + 1,
              "aria-setsize": walk.size,
              "aria-selected": candidate === tools.selectedRow() ? "true" : "false",
            },
            tools.name(candidate),
          ),
        );
      }
      replaceChildren(list, options);
      if (place < 0) surface.removeAttribute("aria-activedescendant");
      else surface.setAttribute("aria-activedescendant", `${tools.prefix}-${row}`);
    },
  };
}
