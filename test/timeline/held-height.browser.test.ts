import { createStore } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

/** Three lanes of 2022, one of them of eight lines, of which January needs none. */
const RECORDS = [
  record("first", { edtf: "2022-01-04" }),
  ...Array.from({ length: 8 }, (_, at) => record(`b${at}`, { edtf: "2022-06-01/2022-08-30" }, { category: "strike" })),
  record("last", { edtf: "2022-11-02" }, { category: "arrest" }),
];
const JANUARY = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 1, 1) };

let view: TimelineHandle | null = null;
afterEach(() => {
  view?.destroy();
  view = null;
  document.body.replaceChildren();
});

test("a drawing does not become lower under a hand that is down on it, and does when the hand lets go anywhere", async () => {
  const store = createStore(RECORDS);
  const target = document.body.appendChild(document.createElement("main"));
  view = timeline(target, { store, motion: "none" });
  await frame();
  const highPx = view.scene.plot.heightPx;
  const stage = view.element.querySelector(".ww-tl-stage") as HTMLElement;
  const point = (on: EventTarget, type: string): void => {
    on.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0 }));
  };
  point(stage, "pointerdown");
  store.setView(JANUARY);
  await frame();
  expect(view.scene.plot.heightPx).toBe(highPx);
  store.setView(null);
  await frame();
  store.setView(JANUARY);
  await frame();
  expect(view.scene.plot.heightPx).toBe(highPx);
  point(document.body, "pointerup");
  await frame();
  expect(view.scene.plot.heightPx).toBeLessThan(highPx);
  // With no hand on it a step takes the height that it needs.
  store.setView(null);
  await frame();
  expect(view.scene.plot.heightPx).toBe(highPx);
});
