import { type Incident, parseEdtf } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { fullSpan, initialView, statedExtent } from "@whenwhere/timeline";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fullRuns } from "../full-runs.ts";
import { record, sceneOfStore } from "./fixtures.ts";

const DAY_MS = 86_400_000;
const storeOf = (dates: readonly string[]) => createStore(dates.map((edtf, i) => record(`r${i}`, { edtf })));
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const daysFrom = (from: string, n: number): string[] =>
  Array.from({ length: n }, (_, i) => day(Date.parse(from) + i * DAY_MS));

test("records spread over all dates are shown over all dates", () => {
  const store = storeOf(["2001", "2004", "2008", "2011", "2015", "2019", "2022"]);
  expect(initialView(store)).toEqual(fullSpan(store));
});

test("a record of another century does not squeeze the others into an edge", () => {
  const store = storeOf(["190X", ...daysFrom("2022-01-10", 9)]);
  const view = initialView(store);
  expect(day(view.startMs)).toBe("2022-01-09");
  expect(view.endMs - view.startMs).toBeLessThan(14 * DAY_MS);
  const { counts } = sceneOfStore(store, { view });
  expect([counts.before, counts.after, counts.outside]).toEqual([1, 0, 1]);
});

test("a date that is open at one side counts where it is stated", () => {
  const store = storeOf(["1990", "[..2022-02-02]", "[..2022-02-03]", "[2022-02-04..]", "2022-02-01", "2022-01-31"]);
  const view = initialView(store);
  expect(day(view.startMs) > "2022-01-20").toBe(true);
  expect(sceneOfStore(store, { view }).counts.before).toBe(1);
});

test("a long record does not widen the view when most are short, and gets the arrow of a bar that runs on", () => {
  const store = storeOf(["2021/2022-02-04", ...daysFrom("2022-01-20", 12)]);
  const view = initialView(store);
  expect(day(view.startMs) > "2022-01-01").toBe(true);
  const mark = sceneOfStore(store, { view }).marks.find((one) => one.id === "r0");
  expect(mark?.edges.start).toBe("beyond");
});

test("of two groups that are equally tight the later one is shown", () => {
  // Twelve of fifteen are held by the ten in the middle with the two before or with the two after them.
  const pair = (date: string) => [date, date];
  const middle = Array.from({ length: 10 }, () => "2020-06-01");
  const view = initialView(storeOf(["1900", ...pair("2020-02-22"), ...middle, ...pair("2020-09-09")]));
  expect([day(view.startMs) > "2020-02-22", day(view.endMs) > "2020-09-09"]).toEqual([true, true]);
});

test("a single day looks like a day, and all dates are the view and the strip", () => {
  const store = storeOf(["2022-02-02"]);
  const view = initialView(store);
  expect(view).toEqual(fullSpan(store));
  expect(view.endMs - view.startMs).toBe(5 * DAY_MS);
});

test("an instant does not say how long a day looks", () => {
  const noon = Date.UTC(2022, 1, 2, 12);
  const startMs = Float64Array.of(noon - DAY_MS / 2, noon);
  const endMs = Float64Array.of(noon + DAY_MS / 2, noon + 1);
  const { startMs: from, endMs: to } = fullSpan(createStore({ columns: { startMs, endMs } }));
  expect(to - from).toBe(5 * DAY_MS);
});

test("without a date the axis has no ticks, since any would be made up", () => {
  const store = createStore([record("a", undefined)]);
  expect(initialView(store)).toEqual(fullSpan(store));
  expect(sceneOfStore(store, { view: initialView(store), dated: false }).axis.ticks).toEqual([]);
});

test("a view that must be long does not run on past the last date", () => {
  const store = storeOf([
    "2015",
    "2018/2022-01-21",
    "[..2022-01-21]",
    "[..2022-01-20]",
    "[..2022-01-19]",
    "[..2022-01-18]",
  ]);
  expect(initialView(store).endMs).toBeLessThanOrEqual(fullSpan(store).endMs + DAY_MS);
});

test("filters have no say in the first view", () => {
  const store = storeOf(["190X", ...daysFrom("2022-01-10", 9)]);
  const before = initialView(store);
  store.set({ source: "x", kind: "text", text: "r0" });
  expect(initialView(store)).toEqual(before);
});

const dates = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), fc.constantFrom("x", "before", "after"))
    .map(([at, more, side]) => {
      const [from, to] = [day(at * DAY_MS), day((at + more) * DAY_MS)];
      return side === "x" ? `${from}/${to}` : side === "before" ? `[..${to}]` : `[${from}..]`;
    }),
  { minLength: 1, maxLength: 25 },
);

/** Length of the core by its slow twin: every pair of a stated start and a stated end, the latest of the tightest, and its neighbours. */
function coreByTrial(texts: readonly string[]): number {
  const spans = texts.map((text) => {
    const { startMs, endMs } = parseEdtf(text);
    if (!Number.isFinite(startMs)) return [endMs - 1, endMs] as const;
    return [startMs, Number.isFinite(endMs) ? endMs : startMs + 1] as const;
  });
  const within = (from: number, to: number) => spans.filter(([a, b]) => a >= from && b <= to);
  const pairs = spans.flatMap(([start]) => spans.map(([, end]) => [start, end] as const));
  const holding = pairs.filter(([start, end]) => within(start, end).length >= Math.ceil(spans.length * 0.8));
  const [core] = holding.sort(([a, b], [c, d]) => b - a - (d - c) || c - a);
  const [start, end] = core as readonly [number, number];
  const near = within(start - (end - start) / 4, end + (end - start) / 4);
  return Math.max(end, ...near.map(([, b]) => b)) - Math.min(start, ...near.map(([a]) => a));
}

test("the view holds four fifths of the records whole, and is the tightest that does, with its air", () => {
  fc.assert(
    fc.property(dates, (texts) => {
      const store = storeOf(texts);
      const view = initialView(store);
      const full = fullSpan(store);
      const { length, outerStartMs, outerEndMs } = store.columns;
      const held = Array.from({ length }, (_, row) => [outerStartMs.at(row), outerEndMs.at(row)]).filter(
        ([a = 0, b = 0]) =>
          (!Number.isFinite(a) || a >= view.startMs) &&
          (!Number.isFinite(b) || b <= view.endMs) &&
          (Number.isFinite(a) || b > view.startMs) &&
          (Number.isFinite(b) || a < view.endMs),
      );
      expect(held.length).toBeGreaterThanOrEqual(length * 0.8);
      const coreMs = coreByTrial(texts);
      const leastMs = 401 * 5 * DAY_MS;
      if (coreMs >= (full.endMs - full.startMs) * 0.4) expect(view).toEqual(full);
      else expect(view.endMs - view.startMs).toBeLessThanOrEqual(Math.max(coreMs * 1.1, leastMs) + 2 * DAY_MS);
    }),
    { numRuns: fullRuns(400), seed: 46 },
  );
});

test("before and after sum to outside, and over all dates there is neither", () => {
  fc.assert(
    fc.property(dates, (texts) => {
      const incidents: Incident[] = texts.map((edtf, i) => record(`r${i}`, { edtf }));
      const store = createStore(incidents);
      const { counts } = sceneOfStore(store, { view: initialView(store) });
      expect(counts.before + counts.after).toBe(counts.outside);
      expect(statedExtent(store)).not.toBeNull();
      expect(sceneOfStore(store, { view: fullSpan(store) }).counts.outside).toBe(0);
    }),
    { numRuns: fullRuns(150), seed: 47 },
  );
});
