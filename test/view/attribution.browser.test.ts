import { defineElements, type WhenWhereElement } from "@whenwhere/embed";
import { incidentMap } from "@whenwhere/map";
import { createStore, type Store } from "@whenwhere/store";
import { timeline } from "@whenwhere/timeline";
import { creditLine, creditLines } from "@whenwhere/view/pure";
import { facets, recordCard, recordTable, workspace } from "@whenwhere/workspace";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";

const ATTRIBUTION = "Armed Conflict Location & Event Data (ACLED), acleddata.com";
const LICENSE = "Terms of use of the publisher";
const LINE = `${ATTRIBUTION} · ${LICENSE}`;
const incidents = [
  { id: "a", title: "A", category: "x", when: { edtf: "2022-02-02" }, where: { lon: 54.4, lat: 24.5 } },
  { id: "b", title: "B", category: "y", when: { edtf: "2022-02" } },
];
const makeStore = (): Store => createStore({ incidents, attribution: ATTRIBUTION, license: LICENSE });

/** All that a page can try against text inside a component, short of a script that removes it. */
const HOSTILE = `
:root,when-where,ww-table,.ww,.ww *{--ww-page:#fff;--ww-panel:#fff;--ww-ink:#fff;--ww-ink2:#fff;--ww-font:"none";--ww-scheme:inherit;--ww-rule:#fff}
.ww-attribution,.ww-attribution *,.ww>:last-child,::part(attribution),::part(credit),[dir=auto]{display:none!important;visibility:hidden!important;opacity:0!important;font-size:0!important;color:transparent!important;-webkit-text-fill-color:transparent!important;height:0!important;max-height:0!important;width:0!important;overflow:hidden!important;position:absolute!important;left:-9999px!important;clip-path:inset(50%)!important;transform:scale(0)!important;filter:opacity(0)!important;text-indent:-999em!important;line-height:0!important;letter-spacing:-1em!important;content-visibility:hidden!important;mix-blend-mode:difference!important;zoom:.01!important;content:""!important}
.ww{visibility:hidden;-webkit-text-fill-color:transparent;text-indent:-999em;line-height:0;letter-spacing:-1em;font-size:0}
`;

const undo: (() => void)[] = [];
function box(): HTMLElement {
  const element = document.createElement("div");
  element.style.cssText = "width:900px;height:700px";
  document.body.append(element);
  return element;
}

beforeAll(() => defineElements());
afterEach(() => {
  for (const one of undo.splice(0)) one();
  document.body.replaceChildren();
});

function hostile(): void {
  const style = document.createElement("style");
  style.textContent = HOSTILE;
  document.head.append(style);
  undo.push(() => style.remove());
}

const VIEWS: readonly (readonly [
  string,
  (target: HTMLElement, store: Store) => { element: HTMLElement; destroy(): void },
])[] = [
  ["timeline", (target, store) => timeline(target, { store })],
  ["map", (target, store) => incidentMap(target, { store, projection: "flat" })],
  ["table", (target, store) => recordTable(target, { store })],
  ["card", (target, store) => recordCard(target, { store })],
  ["facets", (target, store) => facets(target, { store })],
  ["workspace", (target, store) => workspace(target, { store, fragment: false })],
];

/** All slots below, through shadow roots. */
function slotsOf(root: Element | ShadowRoot): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => [
    ...(element.classList.contains("ww-attribution") ? [element] : []),
    ...(element.shadowRoot && !element.classList.contains("ww-attribution") ? slotsOf(element.shadowRoot) : []),
  ]);
}

function luminance(color: string): number {
  const parts = (color.match(/[\d.]+/g) ?? []).map(Number);
  expect(parts[3] ?? 1).toBe(1);
  const [r = 0, g = 0, b = 0] = parts.map((part) =>
    part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Fails unless the slot stands in the page as text that can be read. */
function expectReadable(slot: HTMLElement, root: HTMLElement): void {
  const text = slot.shadowRoot?.querySelector("p") as HTMLElement;
  expect(text.innerText).toBe(LINE);
  for (const element of [slot, text]) {
    const style = getComputedStyle(element);
    expect(Number.parseFloat(style.fontSize)).toBeGreaterThanOrEqual(11);
    expect(style).toMatchObject({
      visibility: "visible",
      opacity: "1",
      textIndent: "0px",
      transform: "none",
      zoom: "1",
    });
    expect(style.clipPath).toBe("none");
    expect(style.letterSpacing).toBe("normal");
    expect(style.webkitTextFillColor).toBe(style.color);
  }
  const style = getComputedStyle(slot);
  const [light, dark] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => b - a) as [
    number,
    number,
  ];
  expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5);
  const range = document.createRange();
  range.selectNodeContents(text);
  const [drawn, own, around] = [range, slot, root].map((one) => one.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
    DOMRect,
  ];
  expect(drawn.width).toBeGreaterThan(150);
  expect(drawn.height).toBeGreaterThanOrEqual(11);
  expect(own.left).toBeGreaterThanOrEqual(around.left - 1);
  expect(own.right).toBeLessThanOrEqual(around.right + 1);
  expect(own.bottom).toBeLessThanOrEqual(around.bottom + 1);
  expect(slot.scrollHeight).toBeLessThanOrEqual(slot.clientHeight + 1);
}

describe("the attribution of the records", () => {
  it.each(VIEWS.filter(([name]) => name === "table" || name === "card" || name === "facets"))(
    "stands in line with the words of the %s",
    async (_, mount) => {
      const view = mount(box(), makeStore());
      undo.push(() => view.destroy());
      await eventually(() => expect(slotsOf(document.body)).toHaveLength(1));
      const line = slotsOf(document.body)[0]?.shadowRoot?.querySelector("p") as HTMLElement;
      expect(line.getBoundingClientRect().left).toBe(view.element.getBoundingClientRect().left);
    },
  );

  it.each(VIEWS)("is shown once by the %s", async (_, mount) => {
    const view = mount(box(), makeStore());
    undo.push(() => view.destroy());
    await eventually(() => expect(slotsOf(document.body)).toHaveLength(1));
    expectReadable(slotsOf(document.body)[0] as HTMLElement, view.element);
  });

  it.each(VIEWS)("stays readable in the %s whatever the page's styles and properties try", async (_, mount) => {
    hostile();
    const view = mount(box(), makeStore());
    undo.push(() => view.destroy());
    await eventually(() => expect(slotsOf(document.body).length).toBeGreaterThan(0));
    const [slot] = slotsOf(document.body) as [HTMLElement];
    slot.setAttribute("style", "display:none!important;color:#fff!important");
    expectReadable(slot, view.element);
  });

  it.each(["when-where", "ww-timeline", "ww-table"])(
    "is shown by <%s>, from its data, against hostile styles",
    async (tag) => {
      hostile();
      const element = document.createElement(tag) as WhenWhereElement;
      element.style.cssText = "display:block;width:900px;height:700px";
      element.collection = { whenwhere: 1, attribution: ATTRIBUTION, license: LICENSE, incidents };
      element.setAttribute("attribution", "");
      document.body.append(element);
      await eventually(() => expect(element.handle).not.toBeNull());
      const slots = slotsOf(element.shadowRoot as ShadowRoot);
      expect(slots).toHaveLength(1);
      const host = element.shadowRoot?.querySelector<HTMLElement>(".ww-host > .ww") as HTMLElement;
      expectReadable(slots[0] as HTMLElement, host);
    },
  );

  it("is not there when the publisher demands none, and follows the data", () => {
    const view = timeline(box(), { store: createStore(incidents) });
    undo.push(() => view.destroy());
    expect(slotsOf(document.body)).toEqual([]);
    view.update({ store: makeStore() });
    expect(slotsOf(document.body)[0]?.shadowRoot?.textContent).toBe(LINE);
  });

  it("cannot be emptied by an option, only added to", () => {
    const view = workspace(box(), { store: makeStore(), fragment: false, attribution: "Desk of the paper" });
    undo.push(() => view.destroy());
    expect(slotsOf(document.body)[0]?.shadowRoot?.textContent).toBe(`${LINE} · Desk of the paper`);
    view.update({ attribution: "" });
    expect(slotsOf(document.body)[0]?.shadowRoot?.textContent).toBe(LINE);
  });

  it("stands in the SVG and in the PNG of the timeline", async () => {
    const view = timeline(box(), { store: makeStore() });
    const bare = timeline(box(), { store: createStore(incidents) });
    undo.push(
      () => view.destroy(),
      () => bare.destroy(),
    );
    const svg = new DOMParser().parseFromString(view.toSVG(), "image/svg+xml");
    const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts.join(" ")).toContain(LINE);
    const last = [...svg.querySelectorAll("text")].at(-1);
    expect(Number(last?.getAttribute("y"))).toBeLessThan(Number(svg.documentElement.getAttribute("height")));
    const [tall, low] = await Promise.all(
      [view, bare].map(async (one) => (await createImageBitmap(await one.toPNG({ scale: 1 }))).height),
    );
    expect(tall).toBe((low as number) + 20);
  });

  it("stands in the SVG of the map, escaped", async () => {
    const store = createStore({ incidents, attribution: "<script>alert(1)</script> & Co" });
    const view = incidentMap(box(), { store, projection: "flat" });
    undo.push(() => view.destroy());
    await eventually(() => expect(view.toSVG()).toContain("&lt;script&gt;alert(1)"));
    expect(view.toSVG()).not.toContain("<script");
  });
});

describe("lines of attribution", () => {
  it("say each part once and nothing when there is none", () => {
    expect(creditLine({ attribution: " A ", license: "B" }, { attribution: "A" }, { license: null }, {})).toBe("A · B");
    expect(creditLine({}, { attribution: "" })).toBe("");
  });

  it("are cut to the width of a picture without losing a letter", () => {
    const lines = creditLines(`${LINE} ${"x".repeat(200)}`, 200, 10);
    expect(lines.join("").replaceAll(" ", "")).toBe(`${LINE} ${"x".repeat(200)}`.replaceAll(" ", ""));
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(33);
    expect(creditLines("", 200, 10)).toEqual([]);
  });
});
