import { createStore, type Store } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { arabic, createWords } from "@whenwhere/view";
import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { frame, press } from "../hands.ts";
import { record } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-04" }),
  record("b", { edtf: "2022-01-20" }, { category: "strike" }),
  record("c", { edtf: "2022-02-02" }, { category: "strike" }),
  record("d", { edtf: "[..2022-02-02]" }, { category: "arrest", status: "alleged" }),
  record("e", undefined),
];

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

function mount(
  options: Partial<Parameters<typeof timeline>[1]> = {},
  target: HTMLElement = document.createElement("main"),
): { store: Store; view: TimelineHandle; surface: HTMLElement } {
  if (!target.isConnected && target.getRootNode() === target) document.body.append(target);
  const store = createStore(RECORDS);
  const view = timeline(target, { store, ...options });
  handle = view;
  return { store, view, surface: view.element.querySelector("[tabindex='0'].ww-tl-surface") as HTMLElement };
}

test("brushing by the keyboard changes the counts of the store, and Escape undoes it", async () => {
  const { store, view } = mount();
  const [start, end] = [...view.element.querySelectorAll("[role=slider]")] as [HTMLElement, HTMLElement];
  expect(start.getAttribute("aria-valuetext")).toMatch(/2022|2021/);
  press(start, "PageUp");
  press(start, "PageUp");
  expect(store.state.clauses.timeline).toMatchObject({ kind: "window" });
  await frame();
  for (let i = 0; i < 12; i++) {
    press(start, "PageUp");
    await frame();
  }
  expect(store.count().shown).toBeLessThan(5);
  press(end, "Escape");
  expect(store.state.clauses.timeline).toBeUndefined();
  expect(store.count().shown).toBe(5);
});

test("records before and after the view are counted in words, and a press brings them in", async () => {
  const { store, view } = mount({ motion: "none" });
  const buttons = [...view.element.querySelectorAll<HTMLButtonElement>(".ww-tl-beyond")];
  expect(buttons.map((one) => one.hidden)).toEqual([true, true]);
  store.setView({ startMs: Date.UTC(2022, 0, 15), endMs: Date.UTC(2022, 0, 25) });
  // Words wait until the view rests.
  await expect.poll(() => buttons.map((one) => one.textContent)).toEqual(["1 before this view", "1 after this view"]);
  buttons[0]?.click();
  buttons[1]?.click();
  await frame();
  expect(view.scene.counts.outside).toBe(0);
  await expect.poll(() => buttons.map((one) => one.hidden)).toEqual([true, true]);
  expect(document.activeElement).toBe(view.element.querySelector(".ww-tl-surface"));
});

test("the button that clears the window goes grey, and the drawing takes the keyboard", async () => {
  const { store, view } = mount();
  store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 0, 15), endMs: Date.UTC(2022, 0, 25) });
  await frame();
  const clear = [...view.element.querySelectorAll<HTMLButtonElement>(".ww-tl-dates button")].at(
    -1,
  ) as HTMLButtonElement;
  clear.focus();
  clear.click();
  await expect.poll(() => clear.disabled).toBe(true);
  expect(document.activeElement).toBe(view.element.querySelector(".ww-tl-surface"));
});

test("All shows every date, whatever the first view is", async () => {
  const store = createStore([record("old", { edtf: "190X" }), ...RECORDS, record("f", { edtf: "2022-01-30" })]);
  const { view } = mount({ store });
  expect(view.scene.counts.before).toBe(1);
  const all = [...view.element.querySelectorAll("button")].find((one) => one.textContent === "All");
  all?.click();
  await frame();
  expect(view.scene.counts.outside).toBe(0);
});

test("dragging on the strip of all dates sets the window", async () => {
  const { store, view } = mount();
  const strip = view.element.querySelector(".ww-tl-strip") as HTMLElement;
  const overview = view.scene.overview;
  if (overview === null) throw new Error("no strip");
  const box = strip.getBoundingClientRect();
  const at = (type: string, share: number): void => {
    const clientX = box.left + overview.xPx + share * overview.widthPx;
    strip.dispatchEvent(
      new PointerEvent(type, { pointerId: 1, clientX, clientY: box.top + 30, bubbles: true, button: 0 }),
    );
  };
  const capture = strip.setPointerCapture;
  strip.setPointerCapture = () => undefined;
  at("pointerdown", 0);
  at("pointermove", 0.2);
  at("pointermove", 0.4);
  at("pointerup", 0.4);
  strip.setPointerCapture = capture;
  const clause = store.state.clauses.timeline;
  expect(clause?.kind).toBe("window");
  expect(store.count().shown).toBeLessThan(5);
  expect(store.state.view).toMatchObject({ startMs: expect.any(Number) });
});

test("the arrow keys reach every record and name it", async () => {
  const { view, surface } = mount();
  surface.focus();
  const seen: string[] = [];
  press(surface, "Home");
  for (let i = 0; i < 5; i++) {
    const option = view.element.querySelector(`#${surface.getAttribute("aria-activedescendant")}`);
    seen.push(option?.textContent ?? "");
    press(surface, "ArrowRight");
  }
  for (const { title } of RECORDS) expect(seen.some((text) => text.includes(title))).toBe(true);
  expect(seen.join("\n")).toMatch(/2 February 2022 or at any time before/i);
});

test("Enter selects the record in focus, Escape lets it go, and slash asks for the search", () => {
  const { store, view, surface } = mount();
  let asked = 0;
  view.on("search", () => asked++);
  press(surface, "Home");
  press(surface, "Enter");
  expect(store.state.selectedId).not.toBeNull();
  press(surface, "Escape");
  press(surface, "Escape");
  expect(store.state.selectedId).toBeNull();
  press(surface, "/");
  expect(asked).toBe(1);
});

test("a plain wheel is the page's, a wheel with Ctrl zooms at the pointer, a sideways one pans", () => {
  const { store, surface } = mount();
  const wheel = (init: WheelEventInit): boolean => {
    const event = new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: 600, clientY: 100, ...init });
    surface.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(wheel({ deltaY: 100 })).toBe(false);
  expect(store.state.view).toBeNull();
  expect(wheel({ deltaY: -100, ctrlKey: true })).toBe(true);
  const zoomed = store.state.view;
  expect(zoomed).not.toBeNull();
  expect(wheel({ deltaX: 50 })).toBe(true);
  expect(store.state.view?.startMs).toBeGreaterThan(zoomed?.startMs as number);
});

test("focus moves the view only when the record is out of sight", () => {
  const { store, surface } = mount();
  store.setView({ startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 25) });
  press(surface, "Home");
  const still = store.state.view;
  press(surface, "ArrowRight");
  press(surface, "ArrowRight");
  expect(store.state.view).toEqual(still);
  press(surface, "ArrowRight");
  expect(store.state.view).not.toEqual(still);
});

test("clicking a mark selects it everywhere", async () => {
  const { store, view, surface } = mount();
  const mark = view.scene.marks.find((one) => one.id === "c");
  if (mark === undefined) throw new Error("not drawn");
  const box = surface.getBoundingClientRect();
  const init = {
    pointerId: 1,
    button: 0,
    bubbles: true,
    clientX: box.left + mark.xPx + mark.widthPx / 2,
    clientY: box.top + mark.yPx + mark.heightPx / 2,
  };
  surface.dispatchEvent(new PointerEvent("pointerdown", init));
  surface.dispatchEvent(new PointerEvent("pointerup", init));
  expect(store.state.selectedId).toBe("c");
});

test("it works in a shadow root, and fifty of them leave nothing behind", async () => {
  const host = document.createElement("div");
  document.body.append(host);
  const shadow = host.attachShadow({ mode: "open" });
  const inner = document.createElement("div");
  shadow.append(inner);
  const before = document.querySelectorAll("*").length;
  for (let i = 0; i < 50; i++) timeline(inner, { store: createStore(RECORDS), footer: false }).destroy();
  const { view } = mount({}, inner);
  expect(view.scene.counts.shown).toBe(5);
  expect(getComputedStyle(view.element.querySelector(".ww-tl-stage") as Element).position).toBe("relative");
  view.destroy();
  view.destroy();
  expect(inner.childNodes).toHaveLength(0);
  expect(shadow.adoptedStyleSheets).toHaveLength(0);
  expect(document.querySelectorAll("*")).toHaveLength(before);
});

test("the drawing can be had as SVG and PNG", async () => {
  const { view } = mount();
  const svg = new DOMParser().parseFromString(view.toSVG(), "image/svg+xml");
  expect(svg.querySelector("parsererror")).toBeNull();
  expect(svg.querySelectorAll("text").length).toBeGreaterThan(8);
  expect((await view.toPNG({ scale: 1 })).size).toBeGreaterThan(2000);
});

test.each(["en", "ar"])("axe finds nothing to complain about in %s", async (locale) => {
  document.documentElement.lang = "en";
  document.title = "Timeline";
  const { store, surface } = mount({ words: createWords(locale, [arabic]) });
  surface.focus();
  press(surface, "Home");
  press(surface, "Enter");
  store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 0, 10), endMs: Date.UTC(2022, 0, 11) });
  await frame();
  const { violations } = await axe.run(document.body, {
    rules: { "target-size": { enabled: true }, region: { enabled: true } },
  });
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
});

test("what is no store is named, with what to pass", () => {
  const options = {} as Parameters<typeof timeline>[1];
  expect(() => timeline(document.body, options)).toThrow(/needs a store and found undefined.*createStore\(incidents\)/);
});
