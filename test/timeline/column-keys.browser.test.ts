import { createStore } from "@whenwhere/store";
import { type TimelineHandle, timeline } from "@whenwhere/timeline";
import { afterEach, expect, test } from "vitest";
import { frame, press } from "../hands.ts";

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 6);

let handle: TimelineHandle | null = null;
afterEach(() => {
  handle?.destroy();
  handle = null;
  document.body.replaceChildren();
});

test("over a band the arrows walk its columns in words, Enter shows what one holds, Escape goes back", async () => {
  const rows = 9_000;
  const startMs = Float64Array.from({ length: rows }, (_, i) => START + ((i * 7919) % 728) * DAY);
  const codes = Uint8Array.from({ length: rows }, (_, i) => i % 2);
  const store = createStore({
    columns: { startMs, endMs: startMs.map((ms) => ms + 1), category: { codes, values: ["attack", "strike"] } },
  });
  const target = document.createElement("main");
  target.style.width = "900px";
  document.body.append(target);
  const view = timeline(target, { store, motion: "none" });
  handle = view;
  const surface = view.element.querySelector(".ww-tl-surface") as HTMLElement;
  const said = (): string => {
    const id = surface.getAttribute("aria-activedescendant");
    return id === null ? "" : (surface.querySelector(`#${CSS.escape(id)}`)?.textContent ?? "");
  };
  await frame();
  expect(view.scene.lanes.every(({ level }) => level === "density")).toBe(true);
  press(surface, "ArrowRight");
  await frame();
  const first = said();
  expect(first).toMatch(/^.+: the week of .+: \d+/);
  press(surface, "ArrowRight");
  await frame();
  expect(said()).not.toBe(first);
  press(surface, "ArrowDown");
  await frame();
  expect(said().split(":")[0]).not.toBe(first.split(":")[0]);
  const before = view.state.view;
  press(surface, "Enter");
  await frame();
  const after = view.state.view;
  expect(after.endMs - after.startMs).toBeLessThan((before.endMs - before.startMs) / 10);
  press(surface, "Escape");
  await frame();
  expect(said()).not.toMatch(/: the week of /);
});
