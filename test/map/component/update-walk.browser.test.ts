import { type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import type { Collection } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import allRecords from "../../../data/all.json";
import { eventually } from "../../eventually.ts";

const seed = 20_261_122;
const records = allRecords as unknown as Collection;
const ends: (() => void)[] = [];
const [walked, fresh] = [document.createElement("main"), document.createElement("main")];

beforeEach(() => {
  for (const host of [walked, fresh]) {
    host.replaceChildren();
    host.style.cssText = "position:absolute;inset:0 auto auto 0;width:720px;height:480px;background:Canvas";
    document.body.append(host);
  }
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  for (const host of [walked, fresh]) host.remove();
});

const VALUES = {
  projection: ["flat", "equal-earth", "natural-earth"],
  theme: ["auto", "light", "dark"],
  locale: ["en", "fr", "ar"],
  detail: ["110m", "50m"],
  worldview: ["de-facto", "none"],
  points: ["clusters", "all"],
  attribution: ["", "Desk"],
  header: ["counts", "hint", "none"],
  density: ["none", "hexbin", "heat"],
  tools: [["fullscreen"], ["reset", "locate"], []],
  camera: [
    { lon: 40, lat: 20, zoom: 3 },
    { lon: 100, lat: 35, zoom: 1.5 },
  ],
} as const;

const change = fc
  .constantFrom(...(Object.keys(VALUES) as (keyof typeof VALUES)[]))
  .chain((name) => fc.constantFrom(...(VALUES[name] as readonly unknown[])).map((value) => ({ [name]: value })));

/** What a reader has before them. The canvas of the records is left out: names and badges of areas keep their places there. */
function seen(host: HTMLElement) {
  const all = <E extends Element = HTMLElement>(selector: string): E[] =>
    [...host.querySelectorAll<E>(selector)].filter((one) => one.checkVisibility());
  const root = host.firstElementChild as HTMLElement;
  return {
    root: [root.className, root.lang, root.dir, root.dataset.theme, root.getAttribute("aria-label"), root.offsetHeight],
    text: root.innerText.replace(/\s+/g, " "),
    labels: all("[aria-label]")
      .filter((one) => one.closest(".ww-visually-hidden") === null)
      .map((one) => `${one.tagName} ${one.getAttribute("aria-label")}`),
    pictures: all<HTMLCanvasElement>("canvas:not(.ww-map-records)").map(
      (one) => `${one.width} ${one.height} ${one.toDataURL()}`,
    ),
  };
}

describe("a map after many changes of its options", () => {
  const walks = fc.sample(fc.noBias(fc.array(change, { minLength: 18, maxLength: 18 })), { seed, numRuns: 6 });

  it.each(walks.map((changes, walk) => [walk, changes] as const))(
    "is as one that is made with them: walk %i",
    async (_, changes) => {
      const store = createStore(records);
      let options: IncidentMapOptions = { store, projection: "flat", camera: { lon: 40, lat: 20, zoom: 3 } };
      const long = incidentMap(walked, options);
      ends.push(
        () => long.destroy(),
        () => store.destroy(),
      );
      const done: string[] = [];
      for (const [step, one] of changes.entries()) {
        done.push(JSON.stringify(one));
        long.update(one);
        options = { ...options, ...one };
        if (step % 3 === 0) await new Promise((go) => setTimeout(go, 30));
        if (step % 6 !== 5) continue;
        const short = incidentMap(fresh, options);
        ends.push(() => short.destroy());
        await eventually(() => expect(short.state.ground).toBe("flat"));
        await eventually(() => expect(seen(walked), done.join(", ")).toEqual(seen(fresh)));
        expect(long.state.counts, done.join(", ")).toEqual(short.state.counts);
        for (const end of ends.splice(2)) end();
      }
    },
  );
});
