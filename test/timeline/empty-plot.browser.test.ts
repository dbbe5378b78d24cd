import { createStore } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame } from "../hands.ts";
import { record } from "./fixtures.ts";

let view: TimelineHandle | null = null;
afterEach(() => {
  view?.destroy();
  view = null;
  document.body.replaceChildren();
});

test("where filters leave nothing a button under the words brings all back and hands the keyboard to the drawing", async () => {
  const store = createStore([record("a", { edtf: "2022-01-04" }), record("b", { edtf: "2022-02" })]);
  view = timeline(document.body.appendChild(document.createElement("main")), { store, motion: "none" });
  const button = view.element.querySelector(".ww-tl-all") as HTMLButtonElement;
  await frame();
  expect(button.hidden).toBe(true);
  store.set({ source: "search", kind: "text", text: "no such word" });
  await expect.poll(() => button.hidden).toBe(false);
  expect(button.textContent).toBe("Clear all filters");
  const [box, stage] = [button, view.element.querySelector(".ww-tl-stage") as HTMLElement].map((one) =>
    one.getBoundingClientRect(),
  ) as [DOMRect, DOMRect];
  expect(box.bottom - stage.top).toBeLessThan(view.scene.axis.yPx);
  expect(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)).toBe(button);
  button.focus();
  button.click();
  await expect.poll(() => button.hidden).toBe(true);
  expect(store.count().shown).toBe(2);
  expect(document.activeElement).toBe(view.element.querySelector(".ww-tl-surface"));
});
