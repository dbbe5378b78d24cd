import { loadIncidents, readIncidents } from "@whenwhere/model";
import { hxl, presets } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { expectMutationsToHold } from "./preset-laws.ts";

/** The tags that HDX gives to UCDP events, under names of our own; the rows are invented. */
const TAGS =
  "#event+id,#date+start,#date+end,#date+year,#geo+lat,#geo+lon,#loc+name,#adm1+name,#adm2+name,#country+name,#country+code,#region+name,#group+name+first,#group+name+second,#affected+killed,#meta+source,#description";
const NAMES = "no,from,to,y,n,e,town,state,county,land,landcode,continent,one,two,dead,paper,words";
const ROW =
  '7,2021-07-02,2021-07-05,2021,41.5,21.5,Northtown,North,Hills,Macedonia,343,Europe,Army,NLA,"1,815",Daily Post; AFP,A clash.';
const read = (...lines: string[]) => readIncidents(`${lines.join("\n")}\n`, { readers: presets });
const tagged = (tags: string, ...rows: string[]) => read(tags.replaceAll("#", "n "), tags, ...rows).incidents[0];

const WHOLE = {
  id: "7",
  title: "Army – NLA, Northtown",
  summary: "A clash.",
  when: { edtf: "2021-07-02/2021-07-05", span: "throughout" },
  where: { name: "Northtown", lon: 21.5, lat: 41.5, precision: "settlement", admin1: "North", country: "MK" },
  actors: [
    { name: "Army", role: "participant" },
    { name: "NLA", role: "participant" },
  ],
  figures: [{ measure: "killed", best: 1815 }],
  sources: ["Daily Post", "AFP"],
  extra: { continent: "Europe" },
};

describe("the hxl preset", () => {
  it.each([
    ["under the header", [NAMES, TAGS, ROW]],
    ["above the header", [TAGS, NAMES, ROW]],
    ["under a title and the header", ["Events of July", NAMES, TAGS, ROW]],
  ])("reads a table whose tags stand %s", async (_where, lines) => {
    const result = read(...lines);
    expect(result.report).toMatchObject({ format: "hxl", rows: { read: 1, kept: 1, changed: 0, rejected: 0 } });
    expect(result.incidents[0]).toMatchObject(WHOLE);
    expect(result.sources).toEqual({ "Daily Post": { title: "Daily Post" }, AFP: { title: "AFP" } });
    expect((await loadIncidents(new Blob([lines.join("\n")]))).incidents).toEqual(result.incidents);
  });

  it("reads a table of tags alone", () => {
    expect(read(TAGS, ROW).incidents[0]).toMatchObject({ ...WHOLE, extra: { "#region+name": "Europe" } });
  });

  it.each([
    ["#date", "2021-07-02", { edtf: "2021-07-02" }],
    ["#date +occurred", "2021-07", { edtf: "2021-07" }],
    ["#date+occurred+en", "2021-07-02 00:00:00", { edtf: "2021-07-02" }],
    ["#date+start", "2021-07-02", { edtf: "2021-07-02" }],
    ["#date+end", "2021-07-02", { edtf: "[..2021-07-02]" }],
    ["#date+year", "2021", { edtf: "2021" }],
    ["#date", "early March 1999", { edtf: "[1999-03-01..1999-03-10]", label: "early March 1999" }],
    ["#date", "03/04/2021", { label: "03/04/2021" }],
    ["#date", "soon", { label: "soon" }],
    ["#date+reported+code", "2021-07-02", undefined],
  ])("reads %s %s as %j", (tag, cell, when) => {
    expect(tagged(`#event+name,${tag}`, `A,${cell}`)?.when).toEqual(when);
  });

  it.each([
    ["#loc", "Northtown", "settlement"],
    ["#adm3+name", "Ward 4", "district"],
    ["#adm2", "Hills", "district"],
    ["#adm1", "North", "province"],
    ["#country", "Macedonia", "country"],
  ])("takes %s for the name and precision of the place", (tag, name, precision) => {
    expect(tagged(`#event+name,${tag},#geo+lat,#geo+lon`, `A,${name},41.5,21.5`)?.where).toMatchObject({
      name,
      precision,
      lat: 41.5,
    });
  });

  it("reads a pair of coordinates, and leaves bad ones out", () => {
    expect(tagged("#event+name,#geo+coord", 'A,"41.5, 21.5"')?.where).toEqual({ lat: 41.5, lon: 21.5 });
    expect(read("a,b,c", "#event+name,#geo+lat,#geo+lon", "A,north,21.5").issues.map(({ code }) => code)).toContain(
      "place/not-a-number",
    );
  });

  it.each([
    ["#affected+killed", "killed"],
    ["#affected+injured", "injured"],
    ["#affected+killed+f+children", "killed: f, children"],
    ["#affected+num+displaced", "displaced"],
    ["#affected", "affected"],
  ])("counts %s as %s", (tag, measure) => {
    expect(tagged(`#event+name,${tag}`, "A,12-16")?.figures).toEqual([{ measure, low: 12, high: 16, kind: "range" }]);
  });

  it.each([
    ["#event+type", "attack", { category: "attack" }],
    ["#event", "attack", { category: "attack" }],
    ["#event+id", "x1", { id: "x1" }],
    ["#meta+link", "https://example.org/1", { sources: ["https://example.org/1"] }],
    ["#meta+source", "Daily Post", { sources: ["Daily Post"] }],
    ["#description", "A clash.", { summary: "A clash." }],
    ["#group", "Army", { actors: [{ name: "Army", role: "participant" }] }],
    ["#date+year", "2021", { when: { edtf: "2021" } }],
    ["#country+code", "MK", { where: { country: "MK" } }],
    ["#loc+name", "Northtown", { where: { name: "Northtown" } }],
    ["#adm3", "Ward 4", { where: { name: "Ward 4" } }],
    ["#adm2+name", "Hills", { where: { name: "Hills" } }],
    ["#adm1+name", "North", { where: { admin1: "North" } }],
    ["#cause", "flood", { category: "flood" }],
    ["#meta+id", "x1", { id: "x1" }],
    ["#meta+url", "https://example.org/1", { sources: ["https://example.org/1"] }],
    ["#actor+name", "Army", { actors: [{ name: "Army", role: "participant" }] }],
    ["#status", "open", { extra: { "n status": "open" } }],
    ["#sector", "Health", { extra: { "n sector": "Health" } }],
    ["#adm1+code", "MK01", { extra: { "n adm1+code": "MK01" } }],
  ])("reads %s", (tag, cell, part) => {
    expect(tagged(`#event+name,${tag}`, `A,${cell}`)).toMatchObject({ title: "A", ...part });
  });

  it("infers the order of day and month, or follows the caller", () => {
    const rows = ["#event+name,#date", "A,03/04/2021", "B,13/04/2021"];
    expect(read(...rows).incidents.map(({ when }) => when?.edtf)).toEqual(["2021-04-03", "2021-04-13"]);
    const asked = readIncidents(rows.slice(0, 2).join("\n"), { format: hxl, dayFirst: false });
    expect(asked.incidents[0]?.when?.edtf).toBe("2021-03-04");
  });

  it("refuses repeated headers and tags, a reversed pair, and a table without tags", () => {
    const result = read(NAMES, TAGS, ROW, NAMES, TAGS);
    expect(result.report.rows).toMatchObject({ read: 3, kept: 1, rejected: 2 });
    const reversed = read("a,b,c", "#event+name,#date+start,#date+end", "A,2021-07-05,2021-07-02");
    expect(reversed.issues.map(({ code }) => code)).toContain("time/reversed");
    expect(readIncidents("a,b\n1,2\n", { format: hxl }).issues[0]?.code).toBe("table/no-column");
    expect(read("tag,text", "#hash,x", "y,#tag").report.format).toBe("csv");
  });

  it("survives mutated bytes", () => {
    expectMutationsToHold(
      [NAMES, TAGS, ROW, ROW.replace("7,", "8,").replace("2021-07-02", "early July 2021")].join("\n"),
      hxl,
    );
  });
});
