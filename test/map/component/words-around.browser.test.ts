import type { Clause } from "@whenwhere/store";
import { createWords } from "@whenwhere/view";
import { afterEach, describe, expect, it } from "vitest";
import { type Fixture, makeMap } from "./map-fixture.ts";

const DAY_MS = 86_400_000;
const YEAR_MS = Date.UTC(2022, 0, 1);

const windowOf = (day: number): Clause => ({
  ...{ source: "time", kind: "window" },
  startMs: YEAR_MS + day * DAY_MS,
  endMs: YEAR_MS + (day + 12) * DAY_MS,
});

describe("words around a map", () => {
  let made: Fixture;
  afterEach(() => made.remove());

  it("follow a moving window at a pace that can be read, and say the last picture once it rests", async () => {
    made = makeMap({ projection: "flat" });
    const { map, store } = made;
    await new Promise((resolve) => map.on("ready", resolve));
    const note = map.element.querySelector(".ww-head-note") as HTMLElement;
    const tray = map.element.querySelector(".ww-map-tray > button") as HTMLElement;
    let [written, drawn] = [0, 0];
    const watch = new MutationObserver(() => written++);
    watch.observe(note, { characterData: true, childList: true, subtree: true });
    const stop = map.on("draw", () => drawn++);
    const said = () => createWords("en").counts(store.count());
    const beginMs = performance.now();
    // Every day of them shows another number of records.
    for (let step = 0; step < 30; step++) {
      const picture = new Promise<void>((resolve) => {
        const undo = map.on("draw", () => {
          undo();
          resolve();
        });
      });
      store.set(windowOf(step % 2 === 0 ? 0 : 8));
      await picture;
    }
    const lastedMs = performance.now() - beginMs;
    expect(drawn).toBeGreaterThanOrEqual(30);
    expect(written).toBeLessThanOrEqual(Math.floor(lastedMs / 100) + 2);
    await expect.poll(() => note.textContent).toBe(said());
    await expect.poll(() => tray.textContent).toContain(`Not on the map: ${map.state.counts.unplaced}`);
    watch.disconnect();
    stop();
  });

  it("say nothing of rows that there are no more", async () => {
    made = makeMap({ projection: "flat" });
    const { map, store } = made;
    await new Promise((resolve) => map.on("ready", resolve));
    const picture = new Promise((resolve) => map.on("draw", resolve));
    store.set(windowOf(0));
    await picture;
    store.replace([]);
    await expect.poll(() => map.element.querySelector(".ww-head-note")?.textContent).toContain("0 of 0");
    expect(map.element.querySelector<HTMLElement>(".ww-map-tray")?.hidden).toBe(true);
  });
});
