import { createStore } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

const START_MS = Date.UTC(2022, 0, 1);
const DAY_MS = 86_400_000;
const RECORDS = Array.from({ length: 240 }, (_, i) =>
  record(
    `r${i}`,
    { edtf: new Date(START_MS + ((i * 7) % 90) * DAY_MS).toISOString().slice(0, 10) },
    {
      category: `kind ${String(i % 24).padStart(2, "0")}`,
    },
  ),
);

const handles: TimelineHandle[] = [];

afterEach(() => {
  for (const handle of handles.splice(0)) handle.destroy();
  document.body.replaceChildren();
});

async function mount(days: number): Promise<TimelineHandle> {
  const target = document.createElement("main");
  target.style.width = "900px";
  document.body.append(target);
  const view = timeline(target, { store: createStore(RECORDS), motion: "none" });
  handles.push(view);
  view.fit({ startMs: START_MS, endMs: START_MS + days * DAY_MS });
  await frame();
  return view;
}

const namesOf = (view: TimelineHandle): HTMLElement[] => [
  ...view.element.querySelectorAll<HTMLElement>("[role=treeitem]"),
];
/** What a node says and where it stands, but not which of them the keyboard is at; properties in one order. */
function lookOf(node: HTMLElement): readonly string[] {
  const attributes = [...node.attributes].filter(({ name }) => name !== "tabindex" && name !== "style");
  const said = attributes.map(({ name, value }) => `${name}=${value}`);
  return [
    node.innerHTML,
    ...said.sort(),
    ...node.style.cssText
      .split("; ")
      .map((one) => one.replace(";", ""))
      .sort(),
  ];
}

async function scroll(view: TimelineHandle, lines: number): Promise<void> {
  const bar = view.element.querySelector("[role=scrollbar]");
  bar?.dispatchEvent(new WheelEvent("wheel", { deltaY: 40 * lines, bubbles: true, cancelable: true }));
  await frame();
}

test("names of lanes that stay are the same nodes, and stand and read as in a timeline made anew", async () => {
  const view = await mount(90);
  for (const [days, lines] of [
    [60, 1],
    [30, 3],
    [80, -2],
    [45, 2],
  ] as const) {
    const before = new Map(namesOf(view).map((node) => [node.textContent, node]));
    view.fit({ startMs: START_MS, endMs: START_MS + days * DAY_MS });
    await frame();
    await scroll(view, lines);
    const now = namesOf(view);
    expect(now.length).toBeGreaterThan(3);
    for (const node of now) expect(before.get(node.textContent) ?? node).toBe(node);
    const fresh = await mount(days);
    await scroll(fresh, view.scene.scroll?.first ?? 0);
    expect(fresh.scene.scroll?.first).toBe(view.scene.scroll?.first);
    expect(now.map(lookOf)).toEqual(namesOf(fresh).map(lookOf));
    expect(now.filter((node) => node.tabIndex === 0).length).toBe(1);
  }
});

test("the name that has the keyboard keeps it through a zoom", async () => {
  const view = await mount(90);
  const [, second] = namesOf(view);
  second?.focus();
  expect(document.activeElement).toBe(second);
  view.fit({ startMs: START_MS, endMs: START_MS + 20 * DAY_MS });
  await frame();
  expect(document.activeElement).toBe(namesOf(view)[1]);
});
