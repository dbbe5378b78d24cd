import { placeKind, readIncidents } from "@whenwhere/model";
import { gdelt, presets } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { expectMutationsToHold } from "./preset-laws.ts";

const ACTOR =
  "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code";
const FACTS =
  "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone";
const withName = (names: string, who: string) => names.split(" ").map((name) => who + name);
const geo = (who: string, adm2: boolean) =>
  withName(`Type FullName CountryCode ADM1Code ${adm2 ? "ADM2Code " : ""}Lat Long FeatureID`, `${who}Geo_`);
const columns = (adm2: boolean) => [
  ..."GLOBALEVENTID SQLDATE MonthYear Year FractionDate".split(" "),
  ...withName(ACTOR, "Actor1"),
  ...withName(ACTOR, "Actor2"),
  ...FACTS.split(" "),
  ...["Actor1", "Actor2", "Action"].flatMap((who) => geo(who, adm2)),
  "DATEADDED",
  "SOURCEURL",
];
const V2 = columns(true);
const V1 = columns(false);

/** Invented. */
const ROW: Record<string, string> = {
  GLOBALEVENTID: "410000001",
  SQLDATE: "20150218",
  MonthYear: "201502",
  Year: "2015",
  FractionDate: "2015.1315",
  Actor1Code: "COP",
  Actor1Name: "POLICE",
  Actor2Name: "PROTESTER",
  IsRootEvent: "1",
  EventCode: "0251",
  EventBaseCode: "025",
  EventRootCode: "02",
  QuadClass: "1",
  NumMentions: "10",
  ActionGeo_Type: "4",
  ActionGeo_FullName: "Vienna, Wien, Austria",
  ActionGeo_CountryCode: "AU",
  ActionGeo_ADM1Code: "AU09",
  ActionGeo_Lat: "48.2",
  ActionGeo_Long: "16.3667",
  ActionGeo_FeatureID: "-1995499",
  DATEADDED: "20150218230000",
  SOURCEURL: 'http://news.example.org/a"quoted"/1',
};
const line = (row: Record<string, string>, names = V2) =>
  names.map((name) => ({ ...ROW, ...row })[name] ?? "").join("\t");
const read = (...lines: string[]) => readIncidents(`${lines.join("\n")}\n`, { readers: presets });
const one = (row: Record<string, string>) => {
  const { incidents, issues } = read(line(row));
  return { ...incidents[0], codes: issues.map(({ code }) => code) };
};

describe("the gdelt preset", () => {
  it("has the true layouts of 61 and 58 columns", () => {
    expect([V2.length, V1.length]).toEqual([61, 58]);
  });

  it("reads an event of 2.0 without a header, its code as text and its marks as letters", () => {
    const result = read(line({}), line({ GLOBALEVENTID: "410000002", Actor1Name: '"NEVER CLOSED' }));
    expect(result.report).toMatchObject({ format: "gdelt", rows: { read: 2, kept: 2, rejected: 0 } });
    expect(result.incidents[0]).toMatchObject({
      id: "410000001",
      title: "appeal, POLICE – PROTESTER, Vienna, Wien, Austria",
      category: "appeal",
      kind: "CAMEO 0251",
      when: { edtf: "2015-02-18?" },
      where: { lon: 16.3667, lat: 48.2, precision: "settlement", admin1: "Wien", country: "AT" },
      actors: [
        { name: "POLICE", role: "actor" },
        { name: "PROTESTER", role: "recipient" },
      ],
      sources: [ROW.SOURCEURL],
      extra: { DATEADDED: "20150218230000", NumMentions: "10" },
    });
    expect(result.incidents[0]?.figures).toBeUndefined();
    expect(result.sources[ROW.SOURCEURL ?? ""]).toMatchObject({ title: "news.example.org" });
    expect(result.incidents[1]?.actors?.[0]?.name).toBe('"NEVER CLOSED');
  });

  it.each([
    ["1.0 with its source", V1, 1],
    ["1.0 of the backfiles", V1.slice(0, -1), 0],
  ])("reads %s", (_name, names, sources) => {
    const { report, incidents } = read(
      line({ DATEADDED: "20150218" }, names),
      line({ GLOBALEVENTID: "410000002" }, names),
    );
    expect(report).toMatchObject({ format: "gdelt", rows: { read: 2, kept: 2 } });
    expect(incidents[0]).toMatchObject({ when: { edtf: "2015-02-18?" }, where: { lat: 48.2, country: "AT" } });
    expect(incidents[0]?.sources?.length ?? 0).toBe(sources);
  });

  it("reads a table that names the columns", () => {
    const { report, incidents } = read(
      V2.join(","),
      V2.map((name) => `"${(ROW[name] ?? "").replaceAll('"', '""')}"`).join(","),
    );
    expect([report.format, incidents[0]?.id, incidents[0]?.kind]).toEqual(["gdelt", "410000001", "CAMEO 0251"]);
  });

  it.each([
    ["20041126", "20141124000000", "2004%"],
    ["20140218", "20150218000000", "2014%"],
    ["20150119", "20150218000000", "2015-01%"],
    ["20150211", "20150218000000", "2015-02-11?"],
  ])("reads SQLDATE %s in a report of %s as %s", (SQLDATE, DATEADDED, edtf) => {
    const { when, codes } = one({ SQLDATE, DATEADDED });
    expect(when?.edtf).toBe(edtf);
    expect(codes).toEqual(edtf.endsWith("?") ? [] : ["time/relative"]);
  });

  it.each([
    ["0", undefined, "none"],
    ["1", "country", "area"],
    ["2", "province", "area"],
    ["3", "settlement", "point"],
    ["4", "settlement", "point"],
    ["5", "province", "area"],
  ])("reads ActionGeo_Type %s as %s", (ActionGeo_Type, precision, kind) => {
    const { where, codes } = one({ ActionGeo_Type });
    expect([where?.precision, placeKind(where), codes]).toEqual([precision, kind, []]);
  });

  it.each([
    ["AU", "AT"],
    ["CH", "CN"],
    ["BM", "MM"],
    ["RS", "RU"],
    ["IZ", "IQ"],
    ["UP", "UA"],
    ["GZ", "PS"],
    ["XX", undefined],
  ])("reads the FIPS country %s as %s", (ActionGeo_CountryCode, country) => {
    expect(one({ ActionGeo_CountryCode }).where?.country).toBe(country);
  });

  it("knows the FIPS code of every country, and turns each into a code of ISO", () => {
    const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const all = letters.flatMap((first) => letters.map((second) => first + second));
    const { incidents } = read(
      ...all.map((code, i) => line({ ActionGeo_CountryCode: code, GLOBALEVENTID: String(410000001 + i) })),
    );
    const found = incidents.flatMap(({ where }) => where?.country ?? []);
    expect(incidents).toHaveLength(all.length);
    expect(found.filter((country) => names.of(country) === undefined)).toEqual([]);
    // Some 195 states, and territories that FIPS counts one by one.
    expect(new Set(found).size).toBeGreaterThan(235);
  });

  it("knows the twenty roots of CAMEO, and says which it does not know", () => {
    const roots = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, "0"));
    const categories = roots.map((EventRootCode) => one({ EventRootCode }).category);
    expect(new Set(categories).size).toBe(20);
    expect([categories[0], categories[12], categories[13], categories[19]]).toEqual([
      "public statement",
      "threat",
      "protest",
      "mass violence",
    ]);
    expect(one({ EventRootCode: "21" }).codes).toEqual(["field/code"]);
    expect(one({ ActionGeo_Type: "9" }).codes).toEqual(["field/code"]);
  });

  it("leaves undated and unplaced what is no day and no place", () => {
    expect(one({ SQLDATE: "20150230" })).toMatchObject({ when: { label: "20150230" }, codes: ["time/syntax"] });
    expect(one({ ActionGeo_Lat: "north" })).toMatchObject({ codes: ["place/not-a-number", "place/half"] });
  });

  it("leaves other tables without a header alone", () => {
    expect(read("410000001\t20150218\tx", "410000002\t20150218\ty").report.format).not.toBe("gdelt");
  });

  it("survives mutated bytes", () => {
    expectMutationsToHold(`${line({})}\n${line({ GLOBALEVENTID: "410000002", SQLDATE: "20140218" })}\n`, gdelt);
  });
});
