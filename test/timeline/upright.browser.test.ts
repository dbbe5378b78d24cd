import { createStore, type Store } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { arabic, createWords } from "@whenwhere/view";
import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../eventually.ts";
import { frame, press } from "../hands.ts";
import { record } from "./fixtures.ts";

const RECORDS = [
  record("a", { edtf: "2022-01-04" }),
  record("b", { edtf: "2022-01-20" }, { category: "strike" }),
  record("c", { edtf: "2022-02-02" }, { category: "strike" }),
  record("d", { edtf: "2022-02" }, { category: "arrest", status: "alleged" }),
  record("e", undefined),
];

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

async function mount(options: Partial<Parameters<typeof timeline>[1]> = {}): Promise<{
  store: Store;
  view: TimelineHandle;
  surface: HTMLElement;
}> {
  const target = document.createElement("main");
  target.style.width = "390px";
  document.body.append(target);
  const store = createStore(RECORDS);
  const view = timeline(target, { store, orientation: "vertical", motion: "none", ...options });
  handle = view;
  // What draws it is loaded first.
  await eventually(() => expect(view.element.dataset["orientation"]).toBe("vertical"));
  return { store, view, surface: view.element.querySelector(".ww-tl-surface") as HTMLElement };
}

function point(surface: HTMLElement, type: string, at: readonly [xPx: number, yPx: number]): void {
  const box = surface.getBoundingClientRect();
  const [clientX, clientY] = [box.left + at[0], box.top + at[1]];
  surface.dispatchEvent(new PointerEvent(type, { clientX, clientY, button: 0, pointerId: 1, bubbles: true }));
}

const markOf = (view: TimelineHandle, id: string) => {
  const mark = view.scene.marks.find((one) => one.id === id);
  if (mark === undefined) throw new Error(`${id} is not drawn`);
  return mark;
};

test("arrows down and up walk in time, arrows to the side from lane to lane", async () => {
  const { store, surface } = await mount();
  surface.focus();
  press(surface, "Home");
  expect(store.state.hoveredId).toBe("a");
  press(surface, "ArrowDown");
  expect(store.state.hoveredId).toBe("b");
  press(surface, "ArrowUp");
  expect(store.state.hoveredId).toBe("a");
  press(surface, "ArrowRight");
  expect(store.state.hoveredId).not.toBe("a");
  const lane = (id: string | null) => RECORDS.find((one) => one.id === id)?.category;
  expect(lane(store.state.hoveredId)).not.toBe("attack");
});

test("a press selects what lies under it, a drag downward shows earlier dates", async () => {
  const { store, view, surface } = await mount();
  const mark = markOf(view, "b");
  const at = [mark.xPx + mark.widthPx / 2, mark.yPx + mark.heightPx / 2] as const;
  point(surface, "pointerdown", at);
  point(surface, "pointerup", at);
  expect(store.state.selectedId).toBe("b");
  const before = view.state.view;
  // The page of a test has no pointer to capture.
  surface.setPointerCapture = () => {};
  view.fit({ startMs: Date.UTC(2022, 0, 10), endMs: Date.UTC(2022, 0, 25) });
  await frame();
  const from = view.state.view.startMs;
  point(surface, "pointerdown", [200, 200]);
  point(surface, "pointermove", [200, 260]);
  point(surface, "pointermove", [200, 300]);
  point(surface, "pointerup", [200, 300]);
  expect(view.state.view.startMs).toBeLessThan(from);
  expect(before.startMs).toBeLessThan(view.state.view.startMs);
});

test("a selecting drag brushes exactly the time between its ends, and a plain wheel is left to the page", async () => {
  const { store, view, surface } = await mount({ mode: "select" });
  surface.setPointerCapture = () => {};
  const [a, c] = [markOf(view, "a"), markOf(view, "c")];
  const middle = ({ yPx, heightPx }: typeof a): number => yPx + heightPx / 2;
  point(surface, "pointerdown", [200, middle(a) - 8]);
  point(surface, "pointermove", [210, middle(a) + 20]);
  point(surface, "pointermove", [210, middle(c) - 14]);
  point(surface, "pointerup", [210, middle(c) - 14]);
  const window = view.state.window;
  expect(window?.startMs).toBeLessThan(Date.UTC(2022, 0, 5));
  expect(window?.endMs).toBeGreaterThan(Date.UTC(2022, 0, 20));
  expect(window?.endMs).toBeLessThan(Date.UTC(2022, 1, 2));
  expect(store.count().certain).toBe(2);
  const wheel = new WheelEvent("wheel", { deltaY: 100, bubbles: true, cancelable: true });
  surface.dispatchEvent(wheel);
  expect(wheel.defaultPrevented).toBe(false);
});

test("the ends of the brush are sliders of their own direction: down is later", async () => {
  const { view } = await mount();
  await frame();
  const sliders = [...view.element.querySelectorAll<HTMLElement>("[role=slider]")];
  expect(sliders.map((slider) => slider.getAttribute("aria-orientation"))).toEqual(["vertical", "vertical"]);
  const [start, end] = sliders as [HTMLElement, HTMLElement];
  expect(start.getBoundingClientRect().top).toBeLessThan(end.getBoundingClientRect().top);
  press(start, "ArrowDown");
  await frame();
  const from = view.state.window?.startMs as number;
  press(start, "ArrowDown");
  await frame();
  const later = view.state.window?.startMs as number;
  expect(later).toBeGreaterThan(from);
  press(start, "ArrowUp");
  expect(view.state.window?.startMs).toBeLessThan(later);
});

test("lane names stand over their columns, in the order of the lanes, also from right to left", async () => {
  const { view } = await mount();
  const leftOf = (node: Element): number => node.getBoundingClientRect().left;
  const names = [...view.element.querySelectorAll(".ww-tl-lane[role=treeitem]")];
  expect(names.length).toBe(view.scene.lanes.length);
  for (const [i, node] of names.entries()) {
    const leftPx = leftOf(node) - leftOf(view.element);
    expect(Math.abs(leftPx - (view.scene.lanes[i]?.xPx as number))).toBeLessThan(2);
  }
  view.update({ words: createWords("ar", [arabic]) });
  await frame();
  const mirrored = [...view.element.querySelectorAll(".ww-tl-lane[role=treeitem]")];
  expect(leftOf(mirrored[0] as Element)).toBeGreaterThan(leftOf(mirrored[1] as Element));
});

test("a press, Enter and Space close and open a group of lanes; arrows down and up lead into it and out of it", async () => {
  const where = (country: string, admin1: string) =>
    ({ name: admin1, country, admin1, precision: "province" }) as const;
  const records = [
    record("a", { edtf: "2022-01-04" }, { where: where("Mali", "Mopti") }),
    record("b", { edtf: "2022-01-20" }, { where: where("Mali", "Gao") }),
    record("c", { edtf: "2022-02-02" }, { where: where("Niger", "Diffa") }),
  ];
  const { view } = await mount({ store: createStore(records), lane: ["country", "admin1"] });
  await frame();
  const nodes = (): HTMLElement[] => [...view.element.querySelectorAll<HTMLElement>("[role=treeitem]")];
  const headOf = (name: string): HTMLElement => {
    const node = nodes().find((one) => one.querySelector(".ww-tl-lane-name")?.textContent === name);
    if (node === undefined) throw new Error(`${name} has no head`);
    return node;
  };
  const box = headOf("Mali").getBoundingClientRect();
  expect(box.height).toBe(24);
  expect(box.bottom).toBeCloseTo(headOf("Gao").getBoundingClientRect().top, 0);
  expect(box.right).toBeCloseTo(headOf("Gao").getBoundingClientRect().right, 0);
  headOf("Mali").click();
  await frame();
  expect(view.state.collapsed).toEqual(["Mali"]);
  expect(nodes().map((node) => node.getAttribute("aria-expanded"))).toEqual(["false", "true", null]);
  expect(view.element.querySelector("[aria-live]")?.textContent ?? "").toContain("Mali is closed");
  for (const [key, collapsed] of [
    ["Enter", []],
    [" ", ["Mali"]],
    ["ArrowDown", []],
    ["ArrowUp", ["Mali"]],
  ] as const) {
    headOf("Mali").focus();
    press(headOf("Mali"), key);
    await frame();
    expect(view.state.collapsed).toEqual(collapsed);
    expect(document.activeElement).toBe(headOf("Mali"));
  }
  press(headOf("Mali"), "ArrowRight");
  expect(document.activeElement).toBe(headOf("Niger"));
  press(headOf("Niger"), "ArrowDown");
  expect(document.activeElement).toBe(headOf("Diffa"));
  press(headOf("Diffa"), "ArrowUp");
  expect(document.activeElement).toBe(headOf("Niger"));
});

test("it turns back, and again, without a trace", async () => {
  const { view } = await mount();
  view.update({ orientation: "horizontal" });
  await frame();
  expect(view.scene.orientation).toBeUndefined();
  const slider = view.element.querySelector("[role=slider]") as HTMLElement;
  expect(slider.hasAttribute("aria-orientation")).toBe(false);
  const strip = view.element.querySelector<HTMLElement>(".ww-tl-strip");
  expect(strip?.getBoundingClientRect().width).toBe(view.element.getBoundingClientRect().width);
  view.update({ orientation: "vertical" });
  await frame();
  expect(view.scene.orientation).toBe("vertical");
  expect(strip?.getBoundingClientRect().width).toBe(40);
});

test("many lanes are scrolled by a bar below them", async () => {
  const { view } = await mount({
    store: createStore(
      Array.from({ length: 30 }, (_, i) => record(`r${i}`, { edtf: "2022-01-20" }, { kind: `k${i}` })),
    ),
    lane: "kind",
  });
  await frame();
  const bar = view.element.querySelector("[role=scrollbar]") as HTMLElement;
  expect(bar.hidden).toBe(false);
  expect(bar.getAttribute("aria-orientation")).toBe("horizontal");
  const first = view.scene.lanes[0]?.code;
  bar.dispatchEvent(new WheelEvent("wheel", { deltaY: 120, bubbles: true, cancelable: true }));
  await frame();
  expect(view.scene.lanes[0]?.code).not.toBe(first);
});

test("axe finds no fault in it", async () => {
  const { view } = await mount();
  await frame();
  const { violations } = await axe.run(view.element, { rules: { "target-size": { enabled: true } } });
  expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`))).toEqual([]);
});
