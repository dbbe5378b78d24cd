import { createStore, type Store } from "@whenwhere/store";
import { type WorkspaceHandle, type WorkspaceOptions, workspace } from "@whenwhere/workspace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventually } from "../eventually.ts";
import { twinHosts, visibleIn, WALK_SEED, WALKED_RECORDS } from "../walk.ts";

const USUAL: Partial<WorkspaceOptions> = { fragment: false, projection: "flat", map: { detail: "110m" } };
const FIELDS = ["category", "status", "country", "precision"];
const { walked, fresh, ends } = twinHosts("");

/** What is done to a workspace: by its reader, through the store, or by its host. */
interface Act {
  readonly name: string;
  readonly clause?: (store: Store) => Parameters<Store["set"]>[0] | null;
  readonly reader?: (store: Store) => void;
  readonly options?: Partial<WorkspaceOptions>;
  readonly widthPx?: number;
}

const share = fc.integer({ min: 0, max: 999 }).map((n) => n / 1000);
const spanOf = ({ extentMs }: Store, at: number, length: number) => {
  const [startMs, endMs] = extentMs as readonly [number, number];
  const from = Math.round(startMs + at * (endMs - startMs));
  return { startMs: from, endMs: from + Math.round(length ** 3 * (endMs - startMs)) + 86_400_000 };
};
const reader = (name: string, run: (store: Store) => void): Act => ({ name, reader: run });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(share, share).map(([at, length]) => ({
    name: `window ${at} ${length}`,
    clause: (store: Store) => ({ source: "timeline", kind: "window" as const, ...spanOf(store, at, length) }),
  })),
  fc.tuple(share, share).map(([x, y]) => {
    const [west, south] = [-60 + x * 160, -40 + y * 80];
    const box = { west, south, east: west + 60, north: south + 40 };
    return { name: `box ${west} ${south}`, clause: () => ({ source: "map", kind: "bbox" as const, ...box }) };
  }),
  fc.tuple(fc.constantFrom(...FIELDS), share).map(([field, which]) => ({
    name: `facet ${field} ${which}`,
    clause: (store: Store) => {
      const values = store.facet(field).map(({ value }) => value);
      const value = values[Math.floor(which * values.length)];
      const source = `facet:${field}`;
      return value === undefined ? null : { source, kind: "values" as const, field, values: [value] };
    },
  })),
  fc
    .constantFrom("drone", "attack", "palma", "nothing of this")
    .map((text) => ({ name: `search ${text}`, clause: () => ({ source: "search", kind: "text" as const, text }) })),
  share.map((which) =>
    reader(`clear one ${which}`, (store) => {
      const sources = Object.keys(store.state.clauses);
      if (sources.length > 0) store.clear(sources[Math.floor(which * sources.length)] as string);
    }),
  ),
  fc.constant(reader("clear", (store) => store.clear())),
  share.map((which) =>
    reader(`select ${which}`, (store) => store.select(store.id(Math.floor(which * store.columns.length)))),
  ),
  share.map((which) =>
    reader(`hover ${which}`, (store) => store.hover(store.id(Math.floor(which * store.columns.length)))),
  ),
  fc.constant(reader("let go", (store) => store.select(null))),
  fc
    .tuple(share, share)
    .map(([at, length]) => reader(`view ${at} ${length}`, (store) => store.setView(spanOf(store, at * 0.8, length)))),
  fc.constant(reader("whole view", (store) => store.setView(null))),
  fc
    .tuple(share, share, share)
    .map(([x, y, z]) =>
      reader(`camera ${x} ${y} ${z}`, (store) =>
        store.setCamera({ lon: -20 + x * 140, lat: -30 + y * 80, zoom: z * 6 }),
      ),
    ),
  fc.constantFrom("light", "dark", "auto").map((theme) => ({ name: theme, options: { theme } as const })),
  fc.constantFrom("category", "country", "status").map((lane) => ({ name: `lane ${lane}`, options: { lane } })),
  fc.constantFrom(1280, 1100, 900, 600, 390).map((widthPx) => ({ name: `${widthPx} px`, widthPx })),
);

/**
 * What a reader has before them. Left out: where lists are scrolled, the way back of filters, which option of the timeline a voice
 * has come to, live words, and the records' canvas of the map, whose ground keeps its names where they were.
 */
function seen(host: HTMLElement) {
  const all = visibleIn(host);
  const apart = (one: Element): boolean => one.closest(".ww-table,.ww-visually-hidden") === null;
  const text = (one: HTMLElement): string =>
    `${one.className}: ${one.innerText
      .replace(/\s+/g, " ")
      .replace(/(No date given:? \d+).*/, "")
      .replace(/\d+ of \d+ shown(, \d+ [a-z ]+)*$/, "")
      .trim()}`;
  const box = (one: HTMLElement): string => {
    const [at, from] = [one.getBoundingClientRect(), host.getBoundingClientRect()];
    return [one.className, at.x - from.x, at.y - from.y, at.width, at.height].map((n) => n.toString()).join(" ");
  };
  return {
    texts: all(".ww-timeline,.ww-map,.ww-facets,.ww-counts,.ww-card,.ww-ws-tabs").map(text),
    labels: all("[aria-label]")
      .filter(apart)
      .map((one) => `${one.tagName} ${one.getAttribute("aria-label")}`),
    pressed: all("[aria-pressed],[aria-expanded]")
      .filter(apart)
      .map((one) => `${one.innerText} ${one.getAttribute("aria-pressed")} ${one.getAttribute("aria-expanded")}`),
    lines: all(".ww-table [role=grid]").map((one) => one.getAttribute("aria-rowcount")),
    boxes: all(".ww-timeline,.ww-map,.ww-table,.ww-facets,.ww-card").map(box),
    pictures: all<HTMLCanvasElement>("canvas:not(.ww-map-records)").map((one) => one.toDataURL()),
  };
}

describe("a workspace after a long walk", () => {
  const walks = fc.sample(fc.noBias(fc.array(act, { minLength: 24, maxLength: 24 })), { seed: WALK_SEED, numRuns: 6 });

  it.each(walks.map((acts, walk) => [walk, acts] as const))(
    "is as one that is made in that state: walk %i",
    async (_, acts) => {
      const store = createStore(WALKED_RECORDS);
      const wide = (px: number): void => {
        for (const host of [walked, fresh]) host.style.width = `${px}px`;
      };
      wide(1280);
      let options = USUAL;
      const long = workspace(walked, { store, ...options });
      ends.push(
        () => long.destroy(),
        () => store.destroy(),
      );
      await long.ready;
      // The map is there, and its ground is still to come.
      store.setCamera({ lon: 30, lat: 10, zoom: 2 });
      const done: string[] = [];
      for (const [step, { name, clause, reader: run, options: changes, widthPx }] of acts.entries()) {
        done.push(name);
        const wanted = clause?.(store);
        if (wanted) store.set(wanted);
        run?.(store);
        if (changes) long.update(changes);
        options = { ...options, ...changes };
        if (widthPx) wide(widthPx);
        if (step % 3 === 0) await new Promise((go) => setTimeout(go, 40));
        if (step % 8 !== 7) continue;
        store.hover(null);
        const own = createStore(WALKED_RECORDS);
        own.restore(store.state);
        const short: WorkspaceHandle = workspace(fresh, { store: own, ...options });
        ends.push(
          () => short.destroy(),
          () => own.destroy(),
        );
        await short.ready;
        await eventually(() => expect(seen(walked), done.join(", ")).toEqual(seen(fresh)));
        for (const end of ends.splice(2)) end();
      }
    },
  );
});
