import type { Collection } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { type TimelineOptions, timeline } from "@whenwhere/timeline";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import allRecords from "../../data/all.json";
import { eventually } from "../eventually.ts";

const seed = 20_261_122;
const records = allRecords as unknown as Collection;
const ends: (() => void)[] = [];
const [walked, fresh] = [document.createElement("main"), document.createElement("main")];

beforeEach(() => {
  for (const host of [walked, fresh]) {
    host.replaceChildren();
    host.style.cssText = "position:absolute;inset:0 auto auto 0;width:900px;background:Canvas";
    document.body.append(host);
  }
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  for (const host of [walked, fresh]) host.remove();
});

const VALUES = {
  lane: ["category", "status", ["country", "admin1"]],
  collapsed: [[], "all"],
  laneOrder: ["first", "size", "name"],
  histogram: [true, false],
  lanes: [[], ["category", "country"]],
  height: [240, 460, 700],
  overview: [true, false],
  size: ["full", "sparkline"],
  orientation: ["horizontal", "vertical"],
  mode: ["pan", "select"],
  header: [true, false],
  footer: [true, false],
  theme: ["auto", "light", "dark"],
  locale: ["en", "fr", "ar"],
  eras: [[], [{ label: "Drought", when: "2021-06/2021-12" }]],
  annotations: [[], [{ label: "A vote", when: "2021-10" }]],
  now: [false, "2022-02-04"],
  zone: ["UTC", "Africa/Maputo"],
  calendars: [["gregory"], ["gregory", "persian"]],
  labelPriority: [undefined, "killed"],
  links: ["selected", "all", "none"],
} as const satisfies { readonly [Name in keyof TimelineOptions]?: readonly unknown[] };

const change = fc
  .constantFrom(...(Object.keys(VALUES) as (keyof typeof VALUES)[]))
  .chain((name) => fc.constantFrom(...(VALUES[name] as readonly unknown[])).map((value) => ({ [name]: value })));

/** What a reader has before them; without the ids, and what a voice has been told. */
function seen(host: HTMLElement) {
  const all = <E extends Element = HTMLElement>(selector: string): E[] =>
    [...host.querySelectorAll<E>(selector)].filter((one) => one.checkVisibility());
  const root = host.firstElementChild as HTMLElement;
  return {
    root: [root.className, root.lang, root.dir, root.dataset.theme, root.getAttribute("aria-label"), root.offsetHeight],
    text: all(".ww-head,.ww-tl-foot,.ww-tl-says").map(({ innerText }) => innerText.replace(/\s+/g, " ")),
    labels: all("[aria-label]")
      .filter((one) => one.closest(".ww-visually-hidden") === null)
      .map((one) => `${one.tagName} ${one.getAttribute("aria-label")}`),
    pressed: all("[aria-pressed]").map((one) => `${one.innerText} ${one.getAttribute("aria-pressed")}`),
    pictures: all<HTMLCanvasElement>("canvas").map((one) => `${one.width} ${one.height} ${one.toDataURL()}`),
  };
}

describe("a timeline after many changes of its options", () => {
  const walks = fc.sample(fc.noBias(fc.array(change, { minLength: 24, maxLength: 24 })), { seed, numRuns: 6 });

  it.each(walks.map((changes, walk) => [walk, changes] as const))(
    "is as one that is made with them: walk %i",
    async (_, changes) => {
      const store = createStore(records);
      let options: TimelineOptions = { store };
      const long = timeline(walked, options);
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
        const short = timeline(fresh, options);
        ends.push(() => short.destroy());
        await eventually(() => expect(seen(walked), done.join(", ")).toEqual(seen(fresh)));
        expect(long.toSVG(), done.join(", ")).toBe(short.toSVG());
        for (const end of ends.splice(2)) end();
      }
    },
  );
});
