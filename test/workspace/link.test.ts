import { INITIAL_STATE } from "@whenwhere/store";
import { decodeLink, encodeLink, LAYOUT_PRESETS, PANES, TABLE_COLUMNS, type WorkspaceLink } from "@whenwhere/workspace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../full-runs.ts";

const seed = 20_261_121;
const usual: WorkspaceLink = {
  state: INITIAL_STATE,
  layout: { preset: "dashboard", hidden: [], sizes: {} },
  table: { sort: [{ column: "when", descending: false }], columns: null },
  language: "en",
  data: { count: 24, mark: "k3x" },
};
const tracks = ["side", "left", "middle", "right", "top", "body", "foot"];

const link: fc.Arbitrary<WorkspaceLink> = fc.record({
  state: fc
    .record({
      text: fc.string({ unit: "grapheme", minLength: 1 }),
      selectedId: fc.option(fc.string({ unit: "grapheme" })),
      startMs: fc.integer({ min: -20_000, max: 20_000 }).map((days) => days * 86_400_000),
      zoom: fc.double({ min: 0, max: 20, noNaN: true }),
    })
    .map(({ text, selectedId, startMs, zoom }) => ({
      ...INITIAL_STATE,
      clauses: {
        timeline: { source: "timeline", kind: "window" as const, startMs, endMs: startMs + 1 },
        search: { source: "search", kind: "text" as const, text },
      },
      selectedId,
      camera: { lon: 45.5, lat: -12.25, zoom },
    })),
  layout: fc.record({
    preset: fc.constantFrom(...LAYOUT_PRESETS),
    hidden: fc.subarray([...PANES], { maxLength: PANES.length - 1 }),
    sizes: fc.dictionary(fc.constantFrom(...tracks), fc.integer({ min: 1, max: 9999 })),
  }),
  table: fc.record({
    sort: fc
      .shuffledSubarray([...TABLE_COLUMNS], { minLength: 1 })
      .chain((columns) =>
        fc.tuple(...columns.map((column) => fc.boolean().map((descending) => ({ column, descending })))),
      ),
    columns: fc.option(fc.shuffledSubarray([...TABLE_COLUMNS], { minLength: 1 })),
  }),
  language: fc.constantFrom("en", "ar", "zh", "fr", "fa", "pt-BR", "ru", "es", "uk", "ar-EG"),
  data: fc.record({ count: fc.nat(), mark: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }) }),
  nth: fc.integer({ min: 1, max: 99 }),
});

describe("a view as a link", () => {
  it("leaves out what is as usual, but for language and data", () => {
    expect(encodeLink(usual)).toBe("v=1&lang=en&data=24.k3x");
    const story = { preset: "story", hidden: ["side"], sizes: { left: 700, right: 500 } } as const;
    expect(encodeLink({ ...usual, layout: story })).toContain("&lay=story,left:700,right:500&");
    expect(encodeLink({ ...usual, layout: { ...usual.layout, hidden: ["card"] } })).toContain("&lay=dashboard,-card&");
    const sort = [
      { column: "where", descending: true },
      { column: "when", descending: false },
    ] as const;
    expect(encodeLink({ ...usual, table: { sort, columns: ["what", "id"] } })).toContain(
      "&sort=-where,when&cols=what,id&",
    );
  });

  it("gives the same bytes again when it is read and written, whatever is in it", () => {
    fc.assert(
      fc.property(link, (given) => {
        const text = encodeLink(given);
        const read = decodeLink(text);
        expect(read).toMatchObject({ refused: null, faults: 0, language: given.language, data: given.data });
        const again: WorkspaceLink = {
          state: read?.state ?? INITIAL_STATE,
          layout: read?.layout ?? usual.layout,
          table: { sort: read?.sort ?? usual.table.sort, columns: read?.columns ?? null },
          language: read?.language ?? "",
          data: read?.data ?? usual.data,
          nth: read?.nth ?? 0,
        };
        expect(encodeLink(again)).toBe(text);
        expect(again.state).toEqual(given.state);
      }),
      { seed, numRuns: fullRuns(400) },
    );
  });

  it("stands for the usual layout and order where it names its data, and leaves them to the host where it does not", () => {
    expect(decodeLink("v=1&lang=en&data=24.k3x")).toMatchObject({ layout: usual.layout, sort: usual.table.sort });
    expect(decodeLink("v=1&w=2022-01-01/2022-02-01")).toMatchObject({ layout: null, sort: null, nth: null });
    expect(decodeLink("v=1&lang=en&data=24.k3x")).toMatchObject({ nth: 1, faults: 0 });
    expect(decodeLink("v=1&nth=0&lang=en&data=24.k3x")).toMatchObject({ nth: 1, faults: 1 });
  });

  it("keeps a publisher's word for the records, in whatever script and however long it is said", () => {
    const data = { count: 24, mark: "النسخة الثانية من البيانات بعد مراجعة المصادر كلها" };
    expect(decodeLink(encodeLink({ ...usual, data }))).toMatchObject({ data, faults: 0 });
  });

  it("is none of ours without its version", () => {
    for (const text of ["", "section-2", "lay=story", "w=2021/2022"]) expect(decodeLink(text)).toBeNull();
  });

  it.each([
    ["lay=__proto__", 1],
    ["lay=dashboard,left:0", 1],
    ["lay=dashboard,left:99999", 1],
    ["lay=dashboard,nowhere:100", 1],
    ["lay=dashboard,-side,-time,-map,-table,-card", 1],
    ["lay=dashboard,-nothing", 1],
    ["sort=__proto__", 1],
    ["sort=what,what", 1],
    ["cols=", 1],
    ["lang=../../etc", 1],
    ["lang=x", 1],
    ["data=abc", 1],
    ["data=1.%E0%A4%A", 1],
    ["lay=story&lay=dashboard", 1],
    ["q=%&w=NaN/NaN&__proto__=1&constructor=2", 4],
    ["eyJhIjp7fX0=", 1],
  ])("leaves out %s and counts it", (text, faults) => {
    const read = decodeLink(`v=1&${text}`);
    expect(read).toMatchObject({ refused: null, faults, state: INITIAL_STATE });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("is refused when it is longer than any of ours, or of another version", () => {
    expect(decodeLink(`v=1&q=${"a".repeat(10_000_000)}`)).toMatchObject({ refused: "length" });
    expect(decodeLink(`v=1&${"a&".repeat(5_000)}`)).toMatchObject({ refused: "length" });
    expect(decodeLink("v=2&w=2021-01-01/2022-01-01")).toMatchObject({ refused: "version" });
  });

  it("never throws, for any text", () => {
    const key = fc.constantFrom("lay", "sort", "cols", "lang", "data", "w", "sel", "__proto__");
    const pairs = fc.array(fc.tuple(key, fc.string({ unit: "binary" })).map((pair) => pair.join("=")));
    fc.assert(
      fc.property(pairs, (list) => {
        const read = decodeLink(`v=1&${list.join("&")}`);
        expect(read?.faults).toBeGreaterThanOrEqual(0);
      }),
      { seed, numRuns: fullRuns(400) },
    );
  });
});
