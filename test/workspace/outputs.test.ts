import { createHash } from "node:crypto";
import { readIncidents, toPage } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { allLanguages, createWords } from "@whenwhere/view";
import { exportScope, summarize, windowSide, writeRecords } from "@whenwhere/workspace";
import { describe, expect, it } from "vitest";
import { dataVersion } from "../../packages/workspace/src/link/data-version.ts";
import { incidents, sources } from "./fixture.ts";

const DAY_MS = 86_400_000;
const words = createWords("en", []);
const credit = { attribution: "A desk, example.org", license: "CC-BY-4.0" };

function filteredStore() {
  const store = createStore({ incidents, sources, language: "en", ...credit });
  store.set({ source: "window", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 1, 1) });
  store.set({ source: "search", kind: "text", text: "drone" });
  return store;
}

async function ownWords() {
  const { workspaceTexts } = await import("@whenwhere/view");
  return words.withTexts(workspaceTexts);
}

describe("an export", () => {
  it("says which records it holds, under which filters, from whom and of which day", async () => {
    const store = filteredStore();
    const scope = exportScope({ store, words: await ownWords(), nowMs: new Date(2026, 10, 21).getTime() });
    expect(scope.counts).toBe(words.counts(store.count()));
    expect(scope.filters).toBe("Filters: dated January 2022; with the words “drone”");
    expect(scope.date).toBe("Exported on 21 Nov 2026");
    expect(scope.credit).toBe("A desk, example.org · CC-BY-4.0");
    store.destroy();
  });

  it("says values within others by their own words, as the facets do", async () => {
    const store = createStore({ incidents, sources, language: "en" });
    const field = "country>admin1";
    store.set({ source: `facet:${field}`, kind: "values", field, values: ["MZ>Cabo Delgado", "MZ"] });
    const { filters } = exportScope({ store, words: await ownWords() });
    expect(filters).toBe("Filters: Country and province: Cabo Delgado, Mozambique");
    store.destroy();
  });

  it.each(["json", "geojson", "csv"] as const)(
    "as %s holds exactly what is shown, its terms and its filters",
    async (format) => {
      const store = filteredStore();
      const scope = exportScope({ store, words: await ownWords() });
      const text = writeRecords(format, { store, title: "T", scope });
      const back = readIncidents(text);
      const passing = store.passing();
      const shown = [...store.timeOrder].filter((row) => passing[row] !== 0).map((row) => store.id(row));
      expect(shown.length).toBeGreaterThan(0);
      expect(back.incidents.map(({ id }) => id)).toEqual(shown);
      expect(back).toMatchObject(credit);
      // A table for spreadsheets has no place for it.
      expect(back.language).toBe(format === "csv" ? null : "en");
      expect(back.description).toContain("with the words “drone”");
      expect(back.report.rows.rejected).toBe(0);
      store.destroy();
    },
  );

  it("names a filter for what states nothing by a word", async () => {
    const store = createStore(incidents);
    store.set({ source: "kind", kind: "values", field: "kind", values: ["", "drone-strike"] });
    const { filters } = exportScope({ store, words: await ownWords() });
    expect(filters).toMatch(/: Not given, drone-strike$/);
    store.destroy();
  });

  it("holds the sources that records, figures and claims name, and no others", async () => {
    const titles = { a: { title: "A" }, b: { title: "B" }, c: { title: "C" }, d: { title: "D" }, e: { title: "E" } };
    const record = (id: string, source: string) => ({
      ...{ id, title: id, sources: [source] },
      figures: [{ measure: "killed", best: 1, source: "b" }],
      claims: [{ id: "c", field: "cause", value: "fire", source: "c" }],
    });
    const store = createStore({ incidents: [record("x", "a"), record("y", "d")], sources: titles });
    store.set({ source: "q", kind: "values", field: "id", values: ["x"] });
    const scope = exportScope({ store, words: await ownWords() });
    const { sources: kept } = readIncidents(writeRecords("json", { store, title: "T", scope }));
    expect(Object.keys(kept)).toEqual(["a", "b", "c"]);
    store.destroy();
  });

  it("as a page lets only the style and the loader run whose hashes its policy names", () => {
    const page = toPage({ whenwhere: 1, title: "</script>", incidents: [] }, { program: "QUJD" });
    const hash = (pattern: RegExp) =>
      createHash("sha256")
        .update(pattern.exec(page)?.[1] ?? "")
        .digest("base64");
    expect(page).toContain(`script-src 'sha256-${hash(/<script>([\s\S]*?)<\/script>/)}' blob:;`);
    expect(page).toContain(`style-src 'sha256-${hash(/<style>([\s\S]*?)<\/style>/)}'`);
    expect(page.match(/<\/script>/g)).toHaveLength(4);
    // The file of the package says the program in one statement.
    const file = 'globalThis.whenwhereOffline = "QUJD";\n';
    expect(toPage({ whenwhere: 1, title: "</script>", incidents: [] }, { program: file })).toBe(page);
    expect(() => toPage({ whenwhere: 1, incidents: [] }, { program: "</script>" })).toThrow(
      /is none\. Pass the text of whenwhere\.offline\.js/,
    );
    expect(() => toPage({ whenwhere: 1, incidents: [] }, {} as { program: string })).toThrow(
      /undefined, which is none/,
    );
  });
});

describe("a summary", () => {
  it("counts what is shown, and its sentences name the numbers", async () => {
    const store = createStore({ incidents, sources });
    const { facts, sentences } = summarize(store, await ownWords());
    const counts = store.count();
    expect(facts).toMatchObject({ shown: counts.shown, undated: counts.undated, unplaced: counts.unplaced });
    expect(facts.categories.reduce((sum, { n }) => sum + n, 0)).toBe(counts.shown);
    expect(sentences.join(" ")).toMatch(/^The dates run from .+ to .+\./);
    expect(sentences.join(" ")).not.toMatch(/\{\w+\}/);
    store.destroy();
  });

  it.each(allLanguages.map(({ tag }) => tag))("is said in %s without a gap", (tag) => {
    const store = createStore({ incidents, sources });
    const { sentences } = summarize(store, createWords(tag, allLanguages));
    expect(sentences.length).toBeGreaterThan(3);
    for (const sentence of sentences) expect(sentence).not.toMatch(/\{\w+\}|[a-z]+\.[a-z]+|\.\.$/);
    store.destroy();
  });

  it("keeps names of another script in their order: each is a run of its own", () => {
    const store = createStore({ incidents, sources });
    const said = summarize(store, createWords("ar", allLanguages)).sentences.join(" ");
    expect(said).toContain("\u2068Abu Dhabi\u2069 (");
    expect(summarize(store, createWords("en", allLanguages)).sentences.join(" ")).not.toContain("\u2068");
    store.destroy();
  });

  it("names a country in words, and leaves a place alone that is named like a code", async () => {
    const [where, named] = [{ country: "MZ" }, { name: "LA" }];
    const store = createStore([
      { id: "a", title: "Rains", where },
      { id: "b", title: "A march", where: named },
    ]);
    const said = summarize(store, await ownWords()).sentences.join(" ");
    expect(said).toContain("Places named most: LA (1), Mozambique (1).");
  });

  it.each([
    [60, "day", "2022-01-01"],
    [61, "month", "2022-01-01"],
    [61 * 30, "year", "2022-01-01"],
    [61 * 366, "decade", "2020-01-01"],
  ])("counts %d days by the finest unit of which there are sixty at most, a %s", (days, unit, first) => {
    const startMs = Date.UTC(2022, 0, 1);
    const columns = { startMs: Float64Array.of(startMs, startMs + days * DAY_MS - 1) };
    const { bins } = summarize(createStore({ columns }), words);
    expect(bins).toMatchObject({ unit });
    expect(bins?.edgesMs[0]).toBe(Date.parse(first));
    expect(bins?.edgesMs.length).toBeLessThanOrEqual(61);
  });

  it("calls no bin full that holds a single record, and names the last day, not the one after it", async () => {
    const dated = (...dates: string[]) =>
      createStore(dates.map((edtf, i) => ({ id: `${i}`, title: `${i}`, when: { edtf } })));
    const said = async (...dates: string[]) => summarize(dated(...dates), await ownWords()).sentences.join(" ");
    expect(await said("2022-01-01", "2022-01-31")).toMatch(/^The dates run from 1 Jan 2022 to 31 Jan 2022\./);
    expect(await said("2022-01-01T10:00Z", "2022-01-31T10:00Z")).not.toContain("Most in");
    expect(await said("2022-01-01T10:00Z", "2022-01-31T10:00Z", "2022-01-31T11:00Z")).toContain(
      "Most in 31 Jan 2022 (2).",
    );
  });

  it("tells of years that the platform's own calendar does not hold, and of years before the first", async () => {
    const own = await ownWords();
    const said = (...dates: string[]) => {
      const store = createStore(dates.map((edtf, i) => ({ id: `${i}`, title: `${i}`, when: { edtf } })));
      return summarize(store, own).sentences[0];
    };
    expect(said("Y-300000", "Y-299998")).toMatch(/300,001 BCE to .*299,999 BCE\.$/);
    expect(said("Y300000", "Y300001")).toMatch(/300,000 to .*300,001\.$/);
    expect(said("-0500-03-02", "-0500-03-05")).toBe("The dates run from 2 Mar 501 BCE to 5 Mar 501 BCE.");
  });

  it("calls a month or a doubted day uncertain, and neither a day nor what fills its dates", () => {
    const whens = [
      { edtf: "2022-01-01" },
      { edtf: "2022-01-01/2022-01-05", span: "throughout" as const },
      { edtf: "2022-01" },
      { edtf: "2022-01-01?" },
    ];
    const store = createStore(whens.map((when, i) => ({ id: `${i}`, title: `${i}`, when })));
    expect(summarize(store, words).facts).toMatchObject({ shown: 4, uncertain: 2 });
  });

  it("tells one set of records from another by any of their ids", () => {
    const versionOf = (...ids: string[]) => dataVersion(createStore(ids.map((id) => ({ id, title: "A" })))).mark;
    const marks = [
      versionOf("a", "b", "c"),
      versionOf("x", "b", "c"),
      versionOf("a", "x", "c"),
      versionOf("a", "b", "x"),
    ];
    expect(new Set(marks).size).toBe(4);
    expect(versionOf("a", "b", "c")).toBe(marks[0]);
  });

  it("counts as areas what is known to a district or worse, and none of what is not on the map", () => {
    const places = (["exact", "settlement", "district", "country", "unknown"] as const).map((precision, i) => ({
      ...{ id: `${i}`, title: `${i}` },
      where: { country: "MZ", precision, ...(precision === "unknown" ? {} : { lon: 40, lat: -12 }) },
    }));
    expect(summarize(createStore(places), words).facts).toMatchObject({ shown: 5, areas: 2, unplaced: 1 });
  });

  it("says of nothing that nothing passes", async () => {
    const store = createStore({ incidents, sources });
    store.set({ source: "search", kind: "text", text: "no such word anywhere" });
    expect(summarize(store, await ownWords()).sentences).toEqual(["No record passes the filters."]);
    store.destroy();
  });
});

describe("a window of a comparison", () => {
  it("is counted as the store counts it, whatever window is in force", () => {
    const store = createStore({ incidents, sources });
    const start = Date.UTC(2021, 10, 1);
    for (let step = 0; step < 24; step++) {
      const window = { startMs: start + step * 7 * DAY_MS, endMs: start + (step + (step % 5)) * 7 * DAY_MS };
      const side = windowSide(store, window);
      store.set({ source: "timeline", kind: "window", ...window });
      const { certain, possible } = store.count();
      expect({ window, certain: side.certain, possible: side.possible }).toEqual({ window, certain, possible });
    }
    store.destroy();
  });
});
