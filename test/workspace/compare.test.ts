import type { Figure, Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { createWords, workspaceTexts } from "@whenwhere/view";
import { type CompareState, decodeCompare, encodeCompare } from "@whenwhere/workspace";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountsSheet } from "../../packages/workspace/src/tools/accounts-sheet.ts";
import { changeOf } from "../../packages/workspace/src/tools/compare-change.ts";
import { compareSets, firstSets, setRows, sharedTally } from "../../packages/workspace/src/tools/compare-sets.ts";
import { type CompareSheet, compareSheetText } from "../../packages/workspace/src/tools/compare-sheet.ts";
import { firstWindows } from "../../packages/workspace/src/tools/compare-windows.ts";
import { factsSheet } from "../../packages/workspace/src/tools/facts-sheet.ts";
import { type Account, accountsOf, firstAccounts } from "../../packages/workspace/src/tools/record-accounts.ts";
import { sideFacts } from "../../packages/workspace/src/tools/side-facts.ts";
import { incidents, january, sources } from "./fixture.ts";

const seed = 20_261_121;
const words = createWords("en", []).withTexts(workspaceTexts);

/** Cells, verdict and difference of a line, by its name; the first of several with the name. */
function lineOf(sheet: CompareSheet, name: string, heading?: string) {
  const groups = sheet.groups.filter((group) => heading === undefined || group.heading === heading);
  const line = groups.flatMap(({ lines }) => lines).find((one) => one.name === name);
  return line && [line.cells[0].text, line.cells[1].text, line.verdict, line.change];
}

const speaker = fc.option(fc.string({ unit: "grapheme" }));
const ms = fc.integer({ min: -8.64e15, max: 8.64e15 });
const window = fc.record({ startMs: ms, endMs: ms });
const rule = fc.constantFrom("first-source", "lowest", "highest", "median");
const set = fc.record({ by: fc.constantFrom("dataset", "source"), key: fc.string({ unit: "grapheme" }) });
const state = fc.oneof(
  fc.record({ kind: fc.constant("windows"), sides: fc.tuple(window, window), rule }),
  fc.record({ kind: fc.constant("datasets"), sides: fc.tuple(set, set), rule }),
  fc.record({ kind: fc.constant("accounts"), id: fc.string({ unit: "grapheme" }), sides: fc.tuple(speaker, speaker) }),
) as fc.Arbitrary<CompareState>;

describe("a comparison in a link", () => {
  it("is read as it was written, byte for byte", () => {
    fc.assert(
      fc.property(state, (given) => {
        const text = encodeCompare(given);
        expect(text).toMatch(/^[^&=#\s]*$/);
        expect(decodeCompare(text)).toEqual(given);
        expect(encodeCompare(decodeCompare(text) as CompareState)).toBe(text);
      }),
      { seed, numRuns: 400 },
    );
  });

  it.each([
    ["", "nonsense"],
    ["windows,1_2,3_4", "no rule"],
    ["windows,1_2,3_4,__proto__", "a rule that there is not"],
    ["windows,1_2,3_99999999999999999,lowest", "a date beyond all dates"],
    ["windows,-0_2,3_4,lowest", "a zero below zero"],
    ["datasets,x:a,s:b,lowest", "sets of no kind"],
    ["datasets,s:%,s:b,lowest", "a broken key"],
    ["accounts,,a,b", "no record"],
    ["accounts,id,a,b,c", "three speakers"],
  ])("refuses %s: %s", (text) => {
    expect(decodeCompare(text)).toBeNull();
  });
});

describe("a difference", () => {
  it("is a range wherever a side is one, and surely there only when no truth within both could be the same", () => {
    const bounds = fc
      .tuple(fc.nat(30), fc.option(fc.nat(30)))
      .map(([low, more]) => ({ low, high: more === null ? Number.POSITIVE_INFINITY : low + more }));
    fc.assert(
      fc.property(bounds, bounds, (a, b) => {
        const { verdict } = changeOf(a, b, words);
        const meet = a.low <= b.high && b.low <= a.high;
        const exact = a.low === a.high && b.low === b.high;
        expect(verdict).toBe(meet ? (exact ? "same" : "maybe") : "differs");
      }),
      { seed },
    );
    expect(changeOf({ low: 2, high: 4 }, { low: 3, high: 3 }, words).change).toBe("−1 to +1");
    // They touch at one number, which both may be.
    expect(changeOf({ low: 2, high: 4 }, { low: 4, high: 9 }, words).verdict).toBe("maybe");
    expect(changeOf({ low: 4, high: 9 }, { low: 2, high: 4 }, words).verdict).toBe("maybe");
    expect(changeOf({ low: 2, high: 2 }, { low: 5, high: Number.POSITIVE_INFINITY }, words).change).toBe("+3 or more");
  });
});

const killed = (id: string, figures: readonly Figure[], more: Partial<Incident> = {}): Incident => ({
  ...{ id, title: id, when: { edtf: "2022-01-05" }, figures },
  ...more,
});
const left: readonly Incident[] = [
  killed("a", [
    { measure: "killed", best: 4, by: "A" },
    { measure: "killed", low: 7, best: 9, high: 9, by: "B" },
  ]),
  killed("b", [{ measure: "killed", low: 2, kind: "lowest-reported" }], { category: "attack" }),
  killed("both", [{ measure: "killed", kind: "unknown" }]),
];
const right: readonly Incident[] = [
  left[2] as Incident,
  killed("c", [{ measure: "killed", best: 1 }], { category: "arrest", when: { edtf: "2022-01" } }),
  { id: "gone", title: "not in the store" },
];
const datasets = [
  { title: "Left", incidents: left },
  { title: "Right", incidents: right },
];

function setsSheet(rule: "first-source" | "highest" = "first-source") {
  const store = createStore({ incidents: [...left, right[1] as Incident] });
  const day = { startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 0, 10) };
  store.set({ source: "timeline", kind: "window", ...day });
  const pair = firstSets(compareSets(store, datasets));
  if (pair === null) throw new Error("no sets");
  const sheet = factsSheet(
    [sideFacts(store, setRows(store, pair[0]), rule), sideFacts(store, setRows(store, pair[1]), rule)],
    {
      ...{ title: "Compare", heads: [pair[0].title, pair[1].title], rule, words, shared: sharedTally(store, pair) },
      countNames: ["certain", "possible"],
    },
  );
  store.destroy();
  return sheet;
}

describe("two windows", () => {
  const halves = (...startMs: number[]) =>
    firstWindows(createStore({ columns: { startMs: Float64Array.from(startMs) } }))?.map(({ startMs: from, endMs }) =>
      [from, endMs].map((ms) => new Date(ms).toISOString().slice(5, 16)),
    );

  it("are the halves of all dates, cut at a turn of the day where one lies between them", () => {
    expect(halves(Date.UTC(2022, 0, 1, 6), Date.UTC(2022, 0, 9))).toEqual([
      ["01-01T06:00", "01-05T00:00"],
      ["01-05T00:00", "01-09T00:00"],
    ]);
    expect(halves(Date.UTC(2022, 0, 1, 9), Date.UTC(2022, 0, 1, 15))).toEqual([
      ["01-01T09:00", "01-01T12:00"],
      ["01-01T12:00", "01-01T15:00"],
    ]);
  });

  it("are parted where half of the shown records begin, so that neither is as good as empty", () => {
    const years = [1990, 2021, 2022, 2022, 2023, 2024];
    const store = createStore({ columns: { startMs: Float64Array.from(years.map((year) => Date.UTC(year, 5, 1))) } });
    const parted = () => firstWindows(store)?.map(({ endMs }) => new Date(endMs).getUTCFullYear());
    expect(parted()).toEqual([2022, 2024]);
    store.set({ source: "late", kind: "window", startMs: Date.UTC(2022, 11, 1), endMs: Number.POSITIVE_INFINITY });
    expect(parted()).toEqual([2023, 2024]);
  });

  it("are the one in force and as long a time before it", () => {
    const store = createStore({ incidents });
    store.set({ source: "time", kind: "window", startMs: 1000, endMs: 3000 });
    expect(firstWindows(store)).toEqual([
      { startMs: -1000, endMs: 1000 },
      { startMs: 1000, endMs: 3000 },
    ]);
  });
});

describe("two datasets", () => {
  it("are counted certain and possible apart, and what stands in both is told", () => {
    const sheet = setsSheet();
    expect(sheet.heads).toEqual(["Left", "Right"]);
    expect(lineOf(sheet, "certain")).toEqual(["3", "1", "differs", "−2"]);
    expect(lineOf(sheet, "possible")).toEqual(["none", "1", "differs", "+1"]);
    expect(lineOf(sheet, "In both")).toEqual(["1", "1", "same", "same"]);
    expect(lineOf(sheet, "Only in this one")).toEqual(["2", "0 + 1", "differs", "−2 to −1"]);
  });

  it("have their figures summed by the rule that is named, their ranges kept, and no number made of an unknown", () => {
    expect(lineOf(setsSheet(), "killed")).toEqual(["6 (6 or more)", "1 (0 or more)", "maybe", "cannot be told"]);
    expect(lineOf(setsSheet("highest"), "killed")?.[0]).toBe("11 (6 or more)");
    const note = setsSheet()
      .groups.flatMap(({ lines }) => lines)
      .find(({ name }) => name === "killed")?.cells[0].note;
    expect(note).toBe("from 2 records, 1 without a number");
  });

  it("say what the other has not", () => {
    expect(lineOf(setsSheet(), "What", "What the other side lacks")?.slice(0, 2)).toEqual([
      "Armed attack",
      "Arrest, seizure or trial",
    ]);
  });

  it("are those that the host names, else those of a column, and then the sources by their records", () => {
    const store = createStore({ incidents, sources });
    expect(compareSets(store, []).map(({ by, key, rows }) => [by, key, rows.length])).toEqual([
      ["source", "post", 1],
      ["source", "trap", 1],
    ]);
    store.destroy();
    const stated = createStore({
      incidents: left.map((one, index) => ({ ...one, extra: { dataset: index === 0 ? "X" : "Y" } })),
    });
    expect(compareSets(stated, []).map(({ by, key, rows }) => [by, key, rows.length])).toEqual([
      ["dataset", "X", 1],
      ["dataset", "Y", 2],
    ]);
    stated.destroy();
  });

  it("count the same records as the store does under a filter of the source", () => {
    const store = createStore({ incidents, sources });
    store.set(january);
    for (const one of compareSets(store, [])) {
      const { certain, possible } = setRows(store, one);
      store.set({ source: "facet:source", kind: "values", field: "source", values: [one.key] });
      expect([certain.length, possible.length]).toEqual([store.count().certain, store.count().possible]);
      store.clear("facet:source");
    }
    store.destroy();
  });
});

describe("two accounts of one record", () => {
  const record = incidents[0] as Incident;
  const accounts = accountsOf(record, sources);
  const sheetOf = (a: Account | undefined, b: Account | undefined) =>
    accountsSheet([a, b] as [Account, Account], { incident: record, sources, words });

  it("are one of each speaker in order of appearance, figures included, and the record as it stands", () => {
    expect(accounts.map(({ key }) => key)).toEqual(["A spokesman", "A newspaper", "a bulletin", null]);
    expect(firstAccounts(accounts)?.map(({ key }) => key)).toEqual(["A spokesman", "A newspaper"]);
  });

  it("stand line by line: what differs, what is the same, and what only one of them says", () => {
    const sheet = sheetOf(accounts[0], accounts[1]);
    expect(lineOf(sheet, "By")).toEqual(["True Promise Brigades", "an Iraqi front", "differs", "not the same"]);
    expect(lineOf(sheet, "Reason")).toEqual(["says nothing", "a quarrel", "one", "on one side only"]);
    expect(lineOf(sheet, "Grade")?.slice(0, 3)).toEqual(["E3", "C3; C4", "differs"]);
    expect(lineOf(sheet, "Said on")?.slice(0, 3)).toEqual(["3 Feb 2022", "Not stated", "one"]);
    expect(lineOf(sheet, "Language")?.slice(0, 3)).toEqual(["Arabic", "Not stated", "one"]);
  });

  it("agree when they say the same in other letters, and do not when one denies what the other says", () => {
    const told = (a: object, b: object) => {
      const incident: Incident = {
        ...{ id: "x", title: "x" },
        claims: [
          { id: "1", field: "cause", value: "A quarrel", by: "A", ...a },
          { id: "2", field: "cause", value: "a  quarrel", by: "B", ...b },
        ],
      };
      const [first, second] = accountsOf(incident, {}) as [Account, Account];
      return lineOf(accountsSheet([first, second], { incident, sources: {}, words }), "Reason")?.[2];
    };
    expect(told({}, {})).toBe("same");
    expect(told({}, { stance: "denies" })).toBe("differs");
    expect(told({ stance: "denies" }, { stance: "denies" })).toBe("same");
    expect(told({ value: null }, {})).toBe("differs");
  });

  it("as text have the signs and words of the table", () => {
    const text = compareSheetText(sheetOf(accounts[0], accounts[1]), words);
    expect(text).toContain("≠ By: True Promise Brigades | an Iraqi front | not the same");
    expect(text).toContain("A spokesman | A newspaper | Difference");
    expect(text).toContain("neither account is called the right one");
  });
});
