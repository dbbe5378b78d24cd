import { placeKind, readIncidents } from "@whenwhere/model";
import { gtd, presets } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { csvOf, expectMutationsToHold } from "./preset-laws.ts";

/** The 135 columns of the release of June 2017, in order. */
const COLUMNS = (
  "eventid,iyear,imonth,iday,approxdate,extended,resolution,country,country_txt,region,region_txt,provstate,city,latitude,longitude," +
  "specificity,vicinity,location,summary,crit1,crit2,crit3,doubtterr,alternative,alternative_txt,multiple,success,suicide," +
  "attacktype1,attacktype1_txt,attacktype2,attacktype2_txt,attacktype3,attacktype3_txt,targtype1,targtype1_txt,targsubtype1," +
  "targsubtype1_txt,corp1,target1,natlty1,natlty1_txt,targtype2,targtype2_txt,targsubtype2,targsubtype2_txt,corp2,target2,natlty2," +
  "natlty2_txt,targtype3,targtype3_txt,targsubtype3,targsubtype3_txt,corp3,target3,natlty3,natlty3_txt,gname,gsubname,gname2," +
  "gsubname2,gname3,gsubname3,motive,guncertain1,guncertain2,guncertain3,individual,nperps,nperpcap,claimed,claimmode," +
  "claimmode_txt,claim2,claimmode2,claimmode2_txt,claim3,claimmode3,claimmode3_txt,compclaim,weaptype1,weaptype1_txt,weapsubtype1," +
  "weapsubtype1_txt,weaptype2,weaptype2_txt,weapsubtype2,weapsubtype2_txt,weaptype3,weaptype3_txt,weapsubtype3,weapsubtype3_txt," +
  "weaptype4,weaptype4_txt,weapsubtype4,weapsubtype4_txt,weapdetail,nkill,nkillus,nkillter,nwound,nwoundus,nwoundte,property," +
  "propextent,propextent_txt,propvalue,propcomment,ishostkid,nhostkid,nhostkidus,nhours,ndays,divert,kidhijcountry,ransom," +
  "ransomamt,ransomamtus,ransompaid,ransompaidus,ransomnote,hostkidoutcome,hostkidoutcome_txt,nreleased,addnotes,scite1,scite2," +
  "scite3,dbsource,INT_LOG,INT_IDEO,INT_MISC,INT_ANY,related"
).split(",");

type Row = Record<string, string | number>;

/** Invented. */
const ROW: Row = {
  eventid: "197002110001",
  iyear: 1970,
  imonth: 2,
  iday: 11,
  approxdate: "",
  extended: 0,
  resolution: "",
  country_txt: "Macedonia",
  provstate: "North",
  city: "Northtown",
  latitude: 41.5,
  longitude: 21.5,
  specificity: 1,
  vicinity: 0,
  location: "",
  summary: "02/11/1970: A bomb went off at the depot.",
  crit1: 1,
  doubtterr: 0,
  alternative_txt: "",
  attacktype1_txt: "Bombing/Explosion",
  target1: "Tram Depot",
  gname: "Freedonian Front",
  guncertain1: 0,
  claimed: 0,
  weaptype1_txt: "Explosives",
  nkill: 2,
  nkillter: 0,
  nwound: "",
  nperps: -99,
  nhostkid: "",
  scite1: "“Bomb at depot,” Daily Post, February 12, 1970.",
  dbsource: "PGIS",
  INT_ANY: -9,
  related: "",
};

const read = (row: Row) => readIncidents(csvOf([{ ...ROW, ...row }], COLUMNS), { readers: presets });
const one = (row: Row) => {
  const { incidents, issues } = read(row);
  return { ...incidents[0], codes: issues.map(({ code }) => code).filter((code) => code !== "table/precision") };
};

describe("the gtd preset", () => {
  it("has the true layout of 135 columns", () => {
    expect(COLUMNS).toHaveLength(135);
  });

  it("reads an attack whole, with its citation as a source and all other columns kept", () => {
    const result = read({});
    expect(result.report).toMatchObject({ format: "gtd", rows: { read: 1, kept: 1, changed: 0 } });
    expect(result.incidents[0]).toMatchObject({
      id: "197002110001",
      title: "Bombing/Explosion, Northtown",
      category: "Bombing/Explosion",
      kind: "Explosives",
      when: { edtf: "1970-02-11" },
      where: { name: "Northtown", lon: 21.5, lat: 41.5, precision: "settlement", admin1: "North", country: "MK" },
      actors: [
        { name: "Freedonian Front", role: "perpetrator" },
        { name: "Tram Depot", role: "target" },
      ],
      figures: [
        { measure: "killed", best: 2 },
        { measure: "killed: perpetrators", best: 0 },
      ],
      sources: [ROW.scite1],
      extra: { dbsource: "PGIS", nperps: "-99", INT_ANY: "-9" },
    });
    expect(result.incidents[0]?.status).toBeUndefined();
    expect(result.attribution).toContain("START");
  });

  it("reads Windows-1252 bytes with their curly quotes", () => {
    const text = csvOf([ROW], COLUMNS).replaceAll("\n", "\r\n");
    const bytes = Uint8Array.from(text, (c) => ({ "“": 0x93, "”": 0x94 })[c] ?? c.charCodeAt(0));
    const result = readIncidents(bytes, { readers: presets });
    expect(result.report).toMatchObject({ format: "gtd", encoding: "windows-1252" });
    expect(result.incidents[0]?.sources).toEqual([ROW.scite1]);
  });

  it.each([
    [1970, 2, 11, "1970-02-11"],
    [1970, 2, 0, "1970-02"],
    [1970, 0, 0, "1970"],
    [1970, 0, 11, "1970"],
  ])("reads the year %i, month %i, day %i as %s", (iyear, imonth, iday, edtf) => {
    expect(one({ iyear, imonth, iday, summary: "" })).toMatchObject({ when: { edtf }, codes: [] });
  });

  it.each([
    ["February 11-14, 1970", 11, "[1970-02-11..1970-02-14]"],
    ["first half of February 1970", 0, "[1970-02-01..1970-02-15]"],
    ["Mid-February 1970", 0, "[1970-02-11..1970-02-20]"],
    ["around 11 February", 11, "[1970-02-10..1970-02-12]"],
  ])("makes a window of the approximate date %j", (approxdate, iday, edtf) => {
    expect(one({ approxdate, iday })).toMatchObject({ when: { edtf, label: approxdate }, codes: ["time/window-read"] });
  });

  it.each(["some days after the vote", "June 1985", "5/3/70", "February 8-10, 1970", "February 12-14, 1970"])(
    "keeps the approximate date %j as a label only",
    (approxdate) => {
      expect(one({ approxdate })).toMatchObject({
        when: { edtf: "1970-02-11", label: approxdate },
        codes: ["time/text-kept"],
      });
    },
  );

  it("lets no extended incident fill a window of doubt", () => {
    const when = { edtf: "[1970-02-11..1970-02-14]", label: "February 11-14, 1970" };
    expect(one({ extended: 1, resolution: "3/5/1970", approxdate: when.label }).when).toEqual(when);
  });

  it("lets an extended incident fill the time to its resolution", () => {
    expect(one({ extended: 1, resolution: "3/5/1970" }).when).toEqual({
      edtf: "1970-02-11/1970-03-05",
      span: "throughout",
    });
    expect(one({ extended: 1, iday: 0, resolution: "1970-03-05" }).when?.edtf).toBe("1970-02/1970-03-05");
    expect(one({ extended: 1 }).when).toEqual({ edtf: "1970-02-11/", span: "throughout" });
    expect(one({ extended: 1, resolution: "1/5/1970" })).toMatchObject({
      when: { edtf: "1970-02-11/" },
      codes: ["time/reversed"],
    });
  });

  it("keeps another date in the summary beside that of the columns", () => {
    const { claims, codes } = one({ summary: "2/15/1970: A bomb went off." });
    expect(claims).toMatchObject([{ field: "when", value: { edtf: "1970-02-15" }, by: "GTD summary" }]);
    expect(codes).toEqual(["time/rival"]);
  });

  it("leaves an impossible date out, and says so", () => {
    expect(one({ iday: 31, summary: "" })).toMatchObject({ codes: ["time/syntax"] });
    expect(one({ iyear: 0, summary: "" }).when).toBeUndefined();
  });

  it.each([
    [1, 0, { name: "Northtown", precision: "settlement" }, "point"],
    [1, 1, { name: "Northtown", precision: "settlement", radiusM: 25_000, basis: "assumed" }, "point"],
    [1, -9, { name: "Northtown", precision: "settlement" }, "point"],
    [2, 0, { name: "Northtown", precision: "district" }, "area"],
    [3, 0, { name: "Northtown", precision: "district" }, "area"],
    [4, 0, { name: "North", precision: "province" }, "area"],
    [5, 0, { name: "Macedonia", precision: "country", country: "MK" }, "area"],
  ])("reads specificity %i and vicinity %i as %j", (specificity, vicinity, where, kind) => {
    const incident = one({ specificity, vicinity });
    expect(incident.where).toMatchObject(where);
    expect(incident.where?.lon).toBe(specificity === 5 ? undefined : 21.5);
    expect(placeKind(incident.where)).toBe(kind);
  });

  it("takes the city Unknown for none", () => {
    expect(one({ city: "Unknown", specificity: 3 }).where?.name).toBe("North");
  });

  it.each([
    [1, "disputed", [{ field: "category", value: "Insurgency", by: "GTD" }]],
    [0, undefined, undefined],
    [-9, undefined, undefined],
  ])("reads doubtterr %i as status %s", (doubtterr, status, claims) => {
    const incident = one({ doubtterr, alternative_txt: "Insurgency" });
    expect(incident.status).toBe(status);
    if (claims === undefined) expect(incident.claims).toBeUndefined();
    else expect(incident.claims).toMatchObject(claims);
  });

  it.each([
    [0, 0, ["perpetrator"], []],
    [1, 0, [], ["speculation or dubious claims, after GTD"]],
    [0, 1, ["perpetrator", "claimant"], ["Freedonian Front"]],
    [1, 1, ["claimant"], ["speculation or dubious claims, after GTD", "Freedonian Front"]],
    [-9, -9, ["perpetrator"], []],
  ])("reads guncertain1 %i and claimed %i as %j and claims by %j", (guncertain1, claimed, roles, by) => {
    const { actors, claims } = one({ guncertain1, claimed, target1: "" });
    expect(actors?.map(({ role }) => role) ?? []).toEqual(roles);
    expect(claims?.map((claim) => claim.by) ?? []).toEqual(by);
  });

  it("reads three groups, and Unknown as none", () => {
    const { actors } = one({ gname: "Unknown", gname2: "B", gname3: "C", guncertain3: 1, target1: "Unknown" });
    expect(actors).toEqual([{ name: "B", role: "perpetrator" }]);
  });

  it("takes blank and the stand-ins -9 and -99 for unknown, and a fraction for a split total", () => {
    expect(one({ nkill: "", nkillter: -99, nwound: -9, nhostkid: 3 })).toMatchObject({
      figures: [
        { measure: "killed: perpetrators", best: null, kind: "unknown" },
        { measure: "injured", best: null, kind: "unknown" },
        { measure: "hostages", best: 3 },
      ],
      codes: ["field/sentinel"],
    });
    expect(one({ nkill: 1.333333 }).figures?.[0]).toEqual({ measure: "killed", best: 1.333333, kind: "conventional" });
    expect(one({ nkill: "many" }).codes).toEqual(["figure/not-a-number"]);
  });

  it.each([["specificity"], ["vicinity"], ["doubtterr"], ["guncertain1"], ["claimed"]])(
    "says when %s is not in the codebook",
    (field) => {
      expect(one({ [field]: 8 }).codes).toEqual(["field/code"]);
    },
  );

  it("splits the related incidents, and keeps a row that is cut off", () => {
    expect(one({ related: "197002110001, 197002110002" }).extra?.related).toEqual(["197002110001", "197002110002"]);
    const text = csvOf([ROW, { ...ROW, eventid: "197002110002" }], COLUMNS);
    const cut = readIncidents(text.slice(0, text.lastIndexOf("41.5")), { readers: presets });
    expect(cut.report.rows).toMatchObject({ read: 2, kept: 2, rejected: 0 });
    expect(cut.issues.map(({ code }) => code)).toContain("table/short-row");
  });

  it("survives mutated bytes", () => {
    const narrow = [...Object.keys(ROW)];
    expectMutationsToHold(
      csvOf([ROW, { ...ROW, eventid: "2", approxdate: "February 11-14, 1970", extended: 1 }], narrow),
      gtd,
    );
  });
});
