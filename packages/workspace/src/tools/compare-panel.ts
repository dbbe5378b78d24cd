import type { Store } from "@whenwhere/store";
import { h, timelineTexts, type Words } from "@whenwhere/view";
import type { NamedCount } from "../summary/row-facts.ts";
import { type CompareWindow, firstWindows, type WindowSide, windowSide } from "./compare-windows.ts";

/** Styles of the comparison. */
export const compareCss = `
.ww-compare form{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:12px;margin-bottom:12px}
.ww-compare fieldset{border:0;border-top:1px solid var(--ww-rule);margin:0;padding:6px 0 0;min-width:0}
.ww-compare legend{font-weight:680;padding:0;padding-inline-end:6px}
.ww-compare label{display:flex;gap:8px;align-items:center;margin-top:4px}
.ww-compare label>span{flex:0 0 36px;color:var(--ww-ink2)}
.ww-compare table{border-collapse:collapse;width:100%}
.ww-compare :is(th,td){text-align:end;padding:3px 0;padding-inline-start:10px;border-bottom:1px solid var(--ww-grid);font-weight:400}
.ww-compare :is(th:first-child,tbody th){text-align:start;padding-inline-start:0;overflow-wrap:anywhere}
.ww-compare thead th{font-weight:650;border-bottom-color:var(--ww-rule)}
.ww-compare tbody th[colspan]{font-weight:650;padding-top:10px}
.ww-compare tr.ww-differs>*{font-weight:650}
.ww-compare tr.ww-differs>th{font-weight:400}
`;

const DAY_MS = 86_400_000;
const MOST_NAMED = 8;

const dayText = (ms: number): string => {
  const text = new Date(ms).toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : "";
};

function dayInput(value: string, label: string, onChange: (value: string) => void): HTMLElement {
  const input = h("input", { type: "date", class: "ww-input", value, onchange: () => onChange(input.value) });
  return h("label", null, h("span", null, label), input);
}

/** A change with its sign: more, fewer, or the same. */
function changeWords(from: number, to: number, words: Words): string {
  if (from === to) return words.t("compare.same");
  return new Intl.NumberFormat(words.locale, { signDisplay: "always" }).format(to - from);
}

function line(name: string, [a, b]: readonly [number, number], words: Words): HTMLElement {
  return h(
    "tr",
    { class: a === b ? null : "ww-differs" },
    h("th", { scope: "row", dir: "auto" }, name),
    h("td", null, words.number(a)),
    h("td", null, words.number(b)),
    h("td", null, changeWords(a, b, words)),
  );
}

function heading(text: string): HTMLElement {
  return h("tr", null, h("th", { scope: "rowgroup", colspan: 4 }, text));
}

/** Names of both sides, those with the greatest numbers first. */
function joined(a: readonly NamedCount[], b: readonly NamedCount[]): readonly (readonly [string, number, number])[] {
  const [left, right] = [a, b].map((side) => new Map(side.map(({ name, n }) => [name, n]))) as [
    Map<string, number>,
    Map<string, number>,
  ];
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((name) => [name, left.get(name) ?? 0, right.get(name) ?? 0] as const)
    .sort((x, y) => y[1] + y[2] - (x[1] + x[2]))
    .slice(0, MOST_NAMED);
}

function comparison(a: WindowSide, b: WindowSide, words: Words): HTMLElement {
  const head = ["", words.t("compare.first"), words.t("compare.second"), words.t("compare.change")];
  const [x, y] = [a.facts, b.facts];
  const group = (
    title: string,
    left: readonly NamedCount[],
    right: readonly NamedCount[],
    name: (n: string) => string,
  ) => {
    const rows = joined(left, right);
    return rows.length === 0 ? [] : [heading(title), ...rows.map(([key, n, m]) => line(name(key), [n, m], words))];
  };
  const rows = [
    line(words.t("compare.certain"), [a.certain, b.certain], words),
    line(words.t("compare.possible"), [a.possible, b.possible], words),
    line(words.t("compare.unplaced"), [x.unplaced, y.unplaced], words),
    ...(x.rivals === null || y.rivals === null ? [] : [line(words.t("card.differ"), [x.rivals, y.rivals], words)]),
    ...group(words.t("facets.what"), x.categories, y.categories, (name) => words.category(name || "other")),
    ...group(words.t("facets.told"), x.statuses, y.statuses, (name) => words.status(name as "happened")),
    ...group(words.t("card.where"), x.places ?? [], y.places ?? [], (name) => name),
  ];
  const titles = head.map((text) => h("th", { scope: "col" }, text));
  return h("table", null, h("thead", null, h("tr", null, titles)), h("tbody", null, rows));
}

/** Two windows side by side under all other filters, what differs marked by weight and by a signed number. */
export function comparePanel(store: Store, own: Words): HTMLElement {
  const words = own.withTexts(timelineTexts);
  const windows = [...(firstWindows(store) ?? [])] as CompareWindow[];
  const result = h("div", { role: "status" });
  if (windows.length < 2) return h("p", null, words.t("compare.no-dates"));
  const draw = (): void => {
    const [a, b] = windows.map((window) => windowSide(store, window)) as [WindowSide, WindowSide];
    result.replaceChildren(comparison(a, b, words));
  };
  const side = (index: 0 | 1): HTMLElement => {
    const change = (part: "startMs" | "endMs", text: string): void => {
      const ms = Date.parse(`${text}T00:00:00Z`);
      if (Number.isNaN(ms)) return;
      const own = windows[index] as CompareWindow;
      windows[index] = { ...own, [part]: part === "endMs" ? ms + DAY_MS : ms };
      draw();
    };
    const { startMs, endMs } = windows[index] as CompareWindow;
    return h(
      "fieldset",
      null,
      h("legend", null, words.t(index === 0 ? "compare.first" : "compare.second")),
      dayInput(dayText(startMs), words.t("timeline.from"), (text) => change("startMs", text)),
      dayInput(dayText(endMs - 1), words.t("timeline.to"), (text) => change("endMs", text)),
    );
  };
  draw();
  return h(
    "div",
    { class: "ww-compare" },
    h("form", { onsubmit: (event: Event) => event.preventDefault() }, side(0), side(1)),
    result,
  );
}
