import { createStore, type Store } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

const where = (country: string, admin1: string) => ({ name: admin1, country, admin1, precision: "province" }) as const;
const FEW = [
  record("a", { edtf: "2022-01-04" }, { where: where("Mali", "Mopti") }),
  record("b", { edtf: "2022-01-20" }, { where: where("Mali", "Gao") }),
  record("c", { edtf: "2022-02-02" }, { where: where("Niger", "Diffa") }),
  record("d", { edtf: "2022-05-10" }, { where: where("Niger", "Agadez") }),
];
const MANY = Array.from({ length: 80 }, (_, i) => record(`r${i}`, { edtf: "2022-01-04" }, { kind: `Kind ${i}` }));

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

function mount(
  records = FEW,
  options: Partial<Parameters<typeof timeline>[1]> = {},
): { store: Store; view: TimelineHandle; surface: HTMLElement; item: (name: string) => HTMLElement } {
  const target = document.createElement("main");
  document.body.append(target);
  const store = createStore(records);
  const view = timeline(target, { store, lane: ["country", "admin1"], motion: "none", ...options });
  handle = view;
  const surface = view.element.querySelector(".ww-tl-surface") as HTMLElement;
  const items = (): HTMLElement[] => [...view.element.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const item = (name: string): HTMLElement =>
    items().find((one) => one.querySelector(".ww-tl-lane-name")?.textContent === name) as HTMLElement;
  return { store, view, surface, item };
}

const said = (): string => document.querySelector("[role=status]")?.textContent ?? "";

test("a press closes a group and opens it again; its lanes are one lane then", async () => {
  const { view, item } = mount();
  expect(item("Mali").getAttribute("aria-expanded")).toBe("true");
  await userEvent.click(item("Mali"));
  await frame();
  expect(view.state.collapsed).toEqual(["Mali"]);
  expect(view.scene.lanes.map(({ name, shown }) => [name, shown])).toEqual([
    ["Mali", 2],
    ["Diffa", 1],
    ["Agadez", 1],
  ]);
  expect(item("Mopti")).toBeUndefined();
  await userEvent.click(item("Mali"));
  await frame();
  expect(view.state.collapsed).toEqual([]);
});

test("lanes of countries bear their names in the reader's language, and a name that is a record's own joins its code", async () => {
  const coded = [...FEW, record("e", { edtf: "2022-05-11" }, { where: where("NE", "Agadez") })];
  const { view, item } = mount(coded, { collapsed: ["Niger"] });
  await frame();
  expect(item("Niger").getAttribute("aria-expanded")).toBe("false");
  expect(view.scene.lanes.map(({ name, shown }) => [name, shown])).toEqual([
    ["Mopti", 1],
    ["Gao", 1],
    ["Niger", 3],
  ]);
  view.destroy();
  const { view: arabic } = mount(coded, { locale: "ar", lane: "country" });
  await frame();
  expect(arabic.scene.lanes.map(({ name }) => name)).toContain("النيجر");
});

test("a group of a country is named by its code or its name, and told by its code, which is one in every language", async () => {
  const coded = [
    record("a", { edtf: "2022-01-04" }, { where: where("ML", "Mopti") }),
    record("b", { edtf: "2022-01-20" }, { where: where("NE", "Diffa") }),
  ];
  const { view, item } = mount(coded, { collapsed: ["Mali", "NE"] });
  await frame();
  expect(["Mali", "Niger"].map((name) => item(name).getAttribute("aria-expanded"))).toEqual(["false", "false"]);
  await userEvent.click(item("Mali"));
  await frame();
  expect(view.state.collapsed).toEqual([["NE"]]);
  await userEvent.click(item("Mali"));
  await frame();
  expect(view.state.collapsed).toEqual([["NE"], "ML"]);
});

test("the tree of lanes is walked, closed and left by the keyboard, with one tab stop", async () => {
  const { view, item } = mount();
  expect(view.element.querySelectorAll("[role=treeitem][tabindex='0']")).toHaveLength(1);
  item("Mali").focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(document.activeElement).toBe(item("Gao"));
  await userEvent.keyboard("{ArrowLeft}");
  expect(document.activeElement).toBe(item("Mali"));
  await userEvent.keyboard("{ArrowLeft}");
  await frame();
  expect(view.state.collapsed).toEqual(["Mali"]);
  expect(document.activeElement).toBe(item("Mali"));
  await userEvent.keyboard("{Enter}{End}");
  await frame();
  expect(document.activeElement).toBe(item("Agadez"));
  await userEvent.keyboard("{Enter}");
  const { startMs, endMs } = view.state.view;
  expect([startMs < Date.UTC(2022, 4, 10), startMs > Date.UTC(2022, 4, 9), endMs < Date.UTC(2022, 4, 12)]).toEqual([
    true,
    true,
    true,
  ]);
});

test("Alt with the arrows moves a lane and says where it stands", async () => {
  const { view, item } = mount();
  item("Mopti").focus();
  await userEvent.keyboard("{Alt>}{ArrowDown}{/Alt}");
  await frame();
  expect(view.scene.lanes.map(({ name }) => name)).toEqual(["Gao", "Mopti", "Diffa", "Agadez"]);
  expect(document.activeElement).toBe(item("Mopti"));
  await expect.poll(said).toBe("Mopti is now 2 of 2");
});

test("a drag puts a group elsewhere", async () => {
  const { view, item } = mount();
  const box = item("Niger").getBoundingClientRect();
  const send = (type: string, y: number): void => {
    const init = { clientX: box.left + 20, clientY: y, pointerId: 1, bubbles: true, button: 0 };
    item("Niger").dispatchEvent(new PointerEvent(type, init));
  };
  view.element.setPointerCapture = () => {};
  const tree = view.element.querySelector("[role=tree]") as HTMLElement;
  tree.setPointerCapture = () => {};
  send("pointerdown", box.top + 5);
  send("pointermove", item("Mali").getBoundingClientRect().top + 2);
  send("pointerup", item("Mali").getBoundingClientRect().top + 2);
  await frame();
  expect(view.scene.heads.map(({ name }) => name)).toEqual(["Niger", "Diffa", "Agadez", "Mali", "Mopti", "Gao"]);
  expect(view.state.laneOrder).toContain("Niger");
});

test("lanes that do not fit are scrolled by the bar and the keyboard, never by the wheel over the plot", async () => {
  const { view, surface, item } = mount(MANY, { lane: "kind" });
  const { scroll } = view.scene;
  expect(view.scene.heightPx).toBeLessThanOrEqual(view.state.height);
  expect(view.element.textContent).toContain(`${scroll?.lanesInSight} of 80 lanes in view`);
  const wheel = (target: Element): boolean =>
    target.dispatchEvent(new WheelEvent("wheel", { deltaY: 120, bubbles: true, cancelable: true }));
  expect(wheel(surface)).toBe(true);
  expect(wheel(view.element.querySelector("[role=scrollbar]") as Element)).toBe(false);
  await frame();
  expect(view.scene.scroll?.first).toBe(3);
  item("Kind 3").focus();
  await userEvent.keyboard("{End}");
  expect(document.activeElement).toBe(item("Kind 79"));
  expect(view.scene.counts.scrolled).toBe(80 - view.scene.lanes.length);
  await userEvent.keyboard("{PageUp}{Home}");
  expect(view.scene.scroll?.first).toBe(0);
  view.goTo("r60");
  expect(view.scene.marks.map(({ id }) => id)).toContain("r60");
});

test("undo and redo go through what the reader looked at and brushed", async () => {
  const { store, view, surface } = mount();
  const first = view.state.view;
  surface.focus();
  await userEvent.keyboard("+");
  const closer = view.state.view;
  await userEvent.keyboard("+");
  store.set({ source: "timeline", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 1, 1) });
  await userEvent.keyboard("{Control>}z{/Control}");
  expect([view.state.view, view.state.window]).toEqual([closer, null]);
  await userEvent.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(view.state.view).toEqual(first);
  await userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}");
  expect(view.state.view).toEqual(closer);
});

test("S shows the selected record, or the window", async () => {
  const { store, view, surface } = mount();
  store.select("d");
  surface.focus();
  await userEvent.keyboard("s");
  expect(view.state.view).toEqual({ startMs: Date.UTC(2022, 4, 9), endMs: Date.UTC(2022, 4, 12) });
  store.select(null);
  const window = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 1, 1) };
  store.set({ source: "timeline", kind: "window", ...window });
  await userEvent.keyboard("s");
  expect(view.state.view).toEqual(window);
});

test("a view glides to where a key leads, and any press ends the glide where it is", async () => {
  const { view, surface } = mount(FEW, { motion: "gestures" });
  surface.focus();
  const before = view.state.view;
  await userEvent.keyboard("0");
  view.fit({ startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 3) });
  expect(view.state.view.endMs).toBe(Date.UTC(2022, 0, 3));
  view.fit(before, { animate: true });
  expect(view.state.view).toEqual(before);
  surface.dispatchEvent(new PointerEvent("pointerdown", { pointerId: 1, bubbles: true, button: 0 }));
  const held = view.state.view;
  expect(held.endMs - held.startMs).toBeLessThan(before.endMs - before.startMs);
  surface.dispatchEvent(new PointerEvent("pointerup", { pointerId: 1, bubbles: true, button: 0 }));
  // A glide that went on would have moved it in each frame.
  await frame();
  expect(view.state.view).toEqual(held);
});

test("two fingers pinch, and one that rests shows the words of a mark without choosing it", async () => {
  const { store, view, surface } = mount();
  const box = surface.getBoundingClientRect();
  const touch = (type: string, pointerId: number, x: number, y: number): void => {
    const init = {
      pointerId,
      clientX: box.left + x,
      clientY: box.top + y,
      pointerType: "touch",
      bubbles: true,
      button: 0,
    };
    surface.dispatchEvent(new PointerEvent(type, init));
  };
  const length = (): number => view.state.view.endMs - view.state.view.startMs;
  const before = length();
  touch("pointerdown", 1, 400, 40);
  touch("pointerdown", 2, 500, 40);
  touch("pointermove", 2, 600, 40);
  expect(length()).toBeCloseTo(before / 2, -3);
  touch("pointerup", 1, 400, 40);
  touch("pointerup", 2, 600, 40);
  view.fit();
  await frame();
  const mark = view.scene.marks.find(({ id }) => id === "b");
  const [x, y] = [(mark?.xPx ?? 0) + (mark?.widthPx ?? 0) / 2, (mark?.yPx ?? 0) + (mark?.heightPx ?? 0) / 2];
  touch("pointerdown", 3, x, y);
  const tip = view.element.querySelector("[role=tooltip]") as HTMLElement;
  await expect.poll(() => [tip.hidden, tip.textContent?.includes("Record b")]).toEqual([false, true]);
  touch("pointerup", 3, x, y);
  expect(store.state.selectedId).toBeNull();
});

test("a notch of a wheel zooms by no more than a third, however large it is said to be", () => {
  const { view, surface } = mount();
  const length = (): number => view.state.view.endMs - view.state.view.startMs;
  const before = length();
  for (const [deltaY, deltaMode] of [
    [-5000, 0],
    [-3, 1],
    [-1, 2],
  ] as const) {
    const last = length();
    surface.dispatchEvent(
      new WheelEvent("wheel", { deltaY, deltaMode, ctrlKey: true, bubbles: true, cancelable: true }),
    );
    expect(length() / last).toBeGreaterThan(0.73);
  }
  expect(length()).toBeLessThan(before);
});
