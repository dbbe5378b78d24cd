import { createStore } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventually } from "../eventually.ts";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2022, 0, 1);
/** Six a day for a hundred days: marks in a view of some days, columns in one of all. */
const MANY = Array.from({ length: 600 }, (_, i) =>
  record(`r${i}`, { edtf: new Date(START_MS + (i * DAY_MS) / 6).toISOString().slice(0, 10) }),
);
const days = (n: number) => ({ startMs: START_MS, endMs: START_MS + n * DAY_MS });

let handle: TimelineHandle | null = null;
/** Opacity of each copy of pixels that was laid over a picture. */
let laid: number[] = [];

beforeEach(() => {
  laid = [];
  const draw = CanvasRenderingContext2D.prototype.drawImage as (...given: unknown[]) => void;
  vi.spyOn(CanvasRenderingContext2D.prototype, "drawImage").mockImplementation(function (
    this: CanvasRenderingContext2D,
    ...given: unknown[]
  ) {
    if (this.globalCompositeOperation === "lighter") laid.push(this.globalAlpha);
    draw.apply(this, given);
  });
});
afterEach(() => {
  handle?.destroy();
  handle = null;
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

async function mount(options: Partial<Parameters<typeof timeline>[1]> = {}) {
  const target = document.createElement("main");
  target.style.width = "900px";
  document.body.append(target);
  const view = timeline(target, { store: createStore(MANY), ...options });
  handle = view;
  view.fit(days(12));
  await frame();
  expect(laid).toEqual([]);
  return view;
}

const levelOf = (view: TimelineHandle): string | undefined => view.scene.lanes[0]?.level;

test("marks that a zoom folds go out over the columns, and every frame counts all records", async () => {
  const view = await mount();
  const before = levelOf(view);
  const sums: number[] = [];
  view.on("draw", ({ drawn, folded, undated, outside, scrolled }) =>
    sums.push(drawn + folded + undated + outside + scrolled),
  );
  view.fit(days(45));
  await eventually(() => expect(laid.length).toBeGreaterThan(0));
  expect(levelOf(view)).not.toBe(before);
  await eventually(async () => {
    const count = laid.length;
    await frame();
    expect(laid.length).toBe(count);
  });
  expect(laid).toEqual([...laid].sort((a, b) => b - a));
  expect(new Set(sums)).toEqual(new Set([MANY.length]));
});

test("nothing fades while the view is panned", async () => {
  const view = await mount();
  for (let i = 1; i < 6; i++) {
    view.fit({ startMs: START_MS + i * DAY_MS, endMs: START_MS + (i + 12) * DAY_MS });
    await frame();
  }
  expect(laid).toEqual([]);
});

test("a press ends the fade at once", async () => {
  const view = await mount();
  view.fit(days(45));
  await eventually(() => expect(laid.length).toBeGreaterThan(0));
  const surface = view.element.querySelector(".ww-tl-surface") as HTMLElement;
  surface.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerId: 1 }));
  const count = laid.length;
  await frame();
  await frame();
  expect(laid.length).toBe(count);
});

test("a view without motion, and a step to quite another view, do not fade", async () => {
  const still = await mount({ motion: "none" });
  still.fit(days(45));
  await frame();
  still.destroy();
  const far = await mount();
  far.fit(days(99));
  await frame();
  expect(laid).toEqual([]);
});
