import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import type { Incident } from "@whenwhere/model";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";

const records: readonly Incident[] = [
  { id: "a", title: "Drones launched", category: "strike", when: { edtf: "2022-02-02" } },
  { id: "b", title: "Joint exercise", category: "exercise", when: { edtf: "2024-07" } },
];

/** What a page may say of its own text, of all that is handed down. */
const HANDED_DOWN: Readonly<Record<string, string>> = {
  font: "italic small-caps 900 condensed 40px/4 cursive",
  "font-kerning": "none",
  "font-feature-settings": '"smcp"',
  "letter-spacing": "9px",
  "word-spacing": "40px",
  "text-transform": "uppercase",
  "text-indent": "60px",
  "text-shadow": "2px 2px red",
  "text-align": "right",
  "text-align-last": "right",
  "white-space": "pre",
  "word-break": "break-all",
  "overflow-wrap": "anywhere",
  "line-break": "anywhere",
  hyphens: "auto",
  "tab-size": "40",
  quotes: "none",
  "list-style": "square inside",
  cursor: "wait",
  color: "fuchsia",
  "-webkit-text-fill-color": "red",
  "-webkit-text-stroke": "1px lime",
  "writing-mode": "vertical-rl",
  "text-orientation": "upright",
};
/** Follow from those of the page's own box, or from the width that is left. */
const LONGHANDS = [...Object.keys(HANDED_DOWN).flatMap(longhandsOf)];

function longhandsOf(name: string): string[] {
  const probe = document.createElement("i");
  probe.style.setProperty(name, "inherit");
  return [...probe.style];
}

const stylesOf = (element: Element): Readonly<Record<string, string>> => {
  const computed = getComputedStyle(element);
  return Object.fromEntries(LONGHANDS.map((name) => [name, computed.getPropertyValue(name)]));
};

async function mounted(tag: string, box: HTMLElement): Promise<WhenWhereElement> {
  const element = document.createElement(tag) as WhenWhereElement;
  element.collection = records;
  box.append(element);
  await eventually(() => expect(element.handle).not.toBeNull());
  return element;
}

const box = (css: Readonly<Record<string, string>>): HTMLElement => {
  const made = document.createElement("div");
  for (const [name, value] of Object.entries(css)) made.style.setProperty(name, value);
  document.body.append(made);
  return made;
};

beforeAll(() => defineElements());
afterEach(() => document.body.replaceChildren());

describe("a page whose own text is capitals, spaced out, shadowed and upright", () => {
  it.each(["ww-timeline", "ww-map", "ww-table", "ww-filters", "ww-record", "ww-player", "when-where"])(
    "changes nothing of the text of <%s>",
    async (tag) => {
      const plain = await mounted(tag, box({}));
      const hostile = await mounted(tag, box(HANDED_DOWN));
      const rootOf = (element: WhenWhereElement) => element.shadowRoot?.querySelector(".ww") as Element;
      expect(stylesOf(rootOf(hostile))).toEqual(stylesOf(rootOf(plain)));
    },
  );
});

describe("a page that unsets every style of its elements", () => {
  it.each([
    ["ww-map", 320],
    ["ww-table", 240],
    ["ww-filters", 240],
  ] as const)("leaves <%s> the width of its place and a height of its own", async (tag, leastPx) => {
    const style = document.createElement("style");
    style.textContent = "body *{all:unset}body>div{display:block;width:640px}";
    document.body.append(style);
    const { shadowRoot } = await mounted(tag, box({}));
    const view = shadowRoot?.querySelector(".ww-host") as HTMLElement;
    const { width, height } = view.getBoundingClientRect();
    expect(width).toBe(640);
    expect(height).toBeGreaterThanOrEqual(leastPx);
  });
});
