import { createStore } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-10" }),
  record("b", { edtf: "2022-03" }, { category: "strike" }),
  record("c", { edtf: "2022-12-24" }),
];

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

function mount() {
  const target = document.createElement("main");
  target.style.width = "300px";
  document.body.append(target);
  const store = createStore([...RECORDS]);
  handle = timeline(target, { store, size: "sparkline" });
  return { target, store, view: handle };
}

const seen = (root: Element): Element[] =>
  [...root.querySelectorAll("button,input,select,[tabindex],[role=slider],[role=treeitem]")].filter((one) =>
    one.checkVisibility(),
  );

test("a sparkline is one image of 300 by 60 pixels with a sentence for its name, and nothing in it takes the focus", () => {
  const { view } = mount();
  const { width, height } = view.element.getBoundingClientRect();
  expect([width, height]).toEqual([300, 60]);
  const images = view.element.querySelectorAll("[role=img]");
  expect(images).toHaveLength(1);
  expect(images[0]?.getAttribute("aria-label")).toMatch(/^3 records, .*without a date\.$/);
  expect(view.describe()).toBe(images[0]?.getAttribute("aria-label"));
  expect(seen(view.element)).toEqual([]);
});

test("it leaves the wheel to the page, and goTo moves no view", async () => {
  const { view, store } = mount();
  const { x, y } = view.element.getBoundingClientRect();
  const hit = document.elementFromPoint(x + 150, y + 30);
  const wheel = new WheelEvent("wheel", { deltaY: 50, ctrlKey: true, bubbles: true, cancelable: true });
  hit?.dispatchEvent(wheel);
  view.goTo("b");
  await frame();
  expect(wheel.defaultPrevented).toBe(false);
  expect(store.state.view).toBeNull();
});

test("it follows the filters of the store, and becomes a whole timeline and a sparkline again", async () => {
  const { view, store } = mount();
  store.set({ source: "category", kind: "values", field: "category", values: ["strike"] });
  await frame();
  expect(view.element.querySelector("[role=img]")?.getAttribute("aria-label")).toMatch(/^1 record,/);
  view.update({ size: "full" });
  await frame();
  expect(view.element.querySelector("[role=img]")).toBeNull();
  expect(view.element.querySelector(".ww-tl-surface")?.getAttribute("tabindex")).toBe("0");
  expect(view.element.getBoundingClientRect().height).toBeGreaterThan(100);
  view.update({ size: "sparkline" });
  await frame();
  expect(view.element.getBoundingClientRect().height).toBe(60);
  expect(seen(view.element)).toEqual([]);
});

test("its SVG is the same picture", () => {
  const { view } = mount();
  const svg = new DOMParser().parseFromString(view.toSVG(), "image/svg+xml");
  expect(svg.querySelector("parsererror")).toBeNull();
  expect(svg.documentElement.getAttribute("height")).toBe("60");
  expect(svg.querySelector("desc")?.textContent).toBe(view.describe());
});

test("its credit stands where its drawing begins, and that of a whole timeline at its margin", async () => {
  const target = document.body.appendChild(document.createElement("main"));
  target.style.width = "300px";
  const store = createStore([...RECORDS], { attribution: "By us" });
  handle = timeline(target, { store, size: "sparkline" });
  const paddingPx = (): string =>
    getComputedStyle(target.querySelector(".ww-attribution") as Element).getPropertyValue("padding-inline-start");
  expect(paddingPx()).toBe(`${handle.scene.plot.xPx}px`);
  handle.update({ size: "full" });
  await expect.poll(paddingPx).toBe("16px");
});
