import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadIncidents, placeKind, readIncidents } from "@whenwhere/model";
import { presets, ucdpGed } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { brokenLaws, csvOf, expectMutationsToHold } from "./preset-laws.ts";

const COLUMNS_42 =
  "id,year,active_year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,side_a_new_id,gwnoa,side_a,side_b_new_id,gwnob,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high".split(
    ",",
  );
const COLUMNS_49 =
  "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob".split(
    ",",
  );

type Row = Record<string, string | number>;

/** Invented. */
const ROW: Row = {
  id: 500001,
  year: 2015,
  active_year: 1,
  type_of_violence: 1,
  conflict_name: "Freedonia: Northland",
  dyad_name: "Government of Freedonia - NLA",
  side_a: "Government of Freedonia",
  side_b: "NLA",
  number_of_sources: 2,
  source_article: '"Reuters,2015-05-13,Clash; two dead";"Daily Post,2015-05-14,Fighting near Northtown"',
  source_office: "Reuters;Daily Post",
  source_date: "2015-05-13;2015-05-14",
  source_headline: "Clash; two dead;Fighting near Northtown",
  source_original: "army spokesman",
  where_prec: 1,
  where_coordinates: "Northtown",
  adm_1: "North Province",
  adm_2: "Northtown District",
  latitude: 41.5,
  longitude: 21.5,
  geom_wkt: "POINT (21.500000 41.500000)",
  country: "Macedonia, FYR",
  country_id: 343,
  region: "Europe",
  event_clarity: 1,
  date_prec: 1,
  date_start: "2015-05-12",
  date_end: "2015-05-12",
  deaths_a: 1,
  deaths_b: 1,
  deaths_civilians: 0,
  deaths_unknown: 0,
  low: 1,
  best: 2,
  high: 30,
};

const read = (...rows: readonly Row[]) =>
  readIncidents(
    csvOf(
      rows.map((row, i) => ({ ...ROW, id: 500001 + i, ...row })),
      COLUMNS_42,
    ),
    { readers: presets },
  );
const one = (row: Row) => {
  const { incidents, issues } = read(row);
  return { ...incidents[0], codes: issues.map(({ code }) => code).filter((code) => code !== "table/precision") };
};

describe("the ucdp-ged preset", () => {
  it("reads an event of the 42 columns of 19.1 whole", () => {
    const result = read({});
    expect(result.report.format).toBe("ucdp-ged");
    expect(result.incidents[0]).toMatchObject({
      id: "500001",
      title: "Government of Freedonia - NLA, Northtown",
      category: "state-based conflict",
      when: { edtf: "2015-05-12" },
      where: {
        name: "Northtown",
        lon: 21.5,
        lat: 41.5,
        precision: "settlement",
        admin1: "North Province",
        country: "MK",
      },
      actors: [
        { name: "Government of Freedonia", role: "participant" },
        { name: "NLA", role: "participant" },
      ],
      figures: [
        { measure: "killed", low: 1, best: 2, high: 30, kind: "range" },
        { measure: "killed: side A", best: 1 },
        { measure: "killed: side B", best: 1 },
      ],
      tags: ["Freedonia: Northland"],
      extra: { source_original: "army spokesman", region: "Europe" },
    });
    expect(result.attribution).toContain("UCDP");
  });

  it("takes blanks around semicolons for none", () => {
    const spaced = read({ source_office: "Reuters ; Daily Post", source_date: "2015-05-13; 2015-05-14" });
    expect(spaced.sources).toEqual(read({}).sources);
  });

  it("splits the sources by their triples, though headlines hold semicolons", () => {
    const { incidents, sources } = read({});
    expect(incidents[0]?.sources?.map((key) => sources[key])).toEqual([
      { title: "Clash; two dead", publisher: "Reuters", published: "2015-05-13" },
      { title: "Fighting near Northtown", publisher: "Daily Post", published: "2015-05-14" },
    ]);
  });

  it("takes the free text of a source from before 2013 as its title", () => {
    const { incidents, sources } = read({
      number_of_sources: -1,
      source_article: "Human Rights Yearbook 2003; annex",
      source_office: "",
      source_date: "",
    });
    expect(incidents[0]?.sources).toEqual(["Human Rights Yearbook 2003; annex"]);
    expect(sources).toEqual({ "Human Rights Yearbook 2003; annex": { title: "Human Rights Yearbook 2003; annex" } });
  });

  it("reads the 49 columns of 23.1 with their midnights, and the names of old versions", () => {
    const { where_coordinates, low, best, high, ...rest } = ROW;
    const new49 = {
      ...ROW,
      code_status: "Clear",
      date_start: "2015-05-12 00:00:00.000",
      date_end: "2015-05-13 00:00:00.000",
    };
    const old = { ...rest, where_location: "Northtown", low_est: 1, best_est: 2, high_est: 30 };
    expect(readIncidents(csvOf([new49], COLUMNS_49), { readers: presets }).incidents[0]).toMatchObject({
      when: { edtf: "[2015-05-12..2015-05-13]" },
      extra: { code_status: "Clear" },
    });
    expect(readIncidents(csvOf([old]), { readers: presets }).incidents[0]).toMatchObject({
      where: { name: where_coordinates },
      figures: [{ low, best, high }, {}, {}],
    });
    const typo = { ...rest, where_decription: "Northtown", low: 1, best: 2, high: 3 };
    expect(readIncidents(csvOf([typo]), { readers: presets }).incidents[0]?.where?.name).toBe("Northtown");
  });

  it.each([
    [1, "2015-05-12", "2015-05-12", "2015-05-12"],
    [2, "2015-05-11", "2015-05-12", "[2015-05-11..2015-05-12]"],
    [3, "2015-05-11", "2015-05-17", "[2015-05-11..2015-05-17]"],
    [4, "2015-05-01", "2015-05-31", "[2015-05-01..2015-05-31]"],
    [5, "2015-01-01", "2015-12-31", "[2015-01-01..2015-12-31]"],
  ])("reads date_prec %i as one moment inside its dates", (date_prec, date_start, date_end, edtf) => {
    expect(one({ date_prec, date_start, date_end })).toMatchObject({ when: { edtf }, codes: [] });
  });

  it("draws an aggregate as a series over its dates, of unknown count", () => {
    expect(one({ event_clarity: 2, date_prec: 2, date_start: "2015-05-11", date_end: "2015-05-12" }).when).toEqual({
      edtf: "2015-05-11/2015-05-12",
      span: "series",
      count: null,
    });
  });

  it.each([
    [1, "Northtown", { precision: "settlement" }, "point"],
    [2, "Northtown", { precision: "settlement", radiusM: 25_000, basis: "codebook" }, "point"],
    [3, "Northtown District", { precision: "district" }, "area"],
    [4, "North Province", { precision: "province" }, "area"],
    [5, "Northern Township", { precision: "region" }, "area"],
    [5, "Naf River", { precision: "line" }, "area"],
    [5, "Thai Border East", { precision: "line" }, "area"],
    [6, "Freedonia", { precision: "country" }, "area"],
    [7, "Inner Sea", { precision: "sea" }, "area"],
  ])("reads where_prec %i at %s as %j", (where_prec, where_coordinates, where, kind) => {
    const incident = one({ where_prec, where_coordinates });
    expect(incident.where).toMatchObject({ name: where_coordinates, ...where });
    expect("radiusM" in where || incident.where?.radiusM === undefined).toBe(true);
    expect(placeKind(incident.where)).toBe(kind);
  });

  it.each([
    [1, "state-based conflict", "participant", "participant"],
    [2, "non-state conflict", "participant", "participant"],
    [3, "one-sided violence", "perpetrator", "victim"],
  ])("reads type_of_violence %i as %s", (type_of_violence, category, roleA, roleB) => {
    const { category: found, actors } = one({ type_of_violence });
    expect([found, actors?.[0]?.role, actors?.[1]?.role]).toEqual([category, roleA, roleB]);
  });

  it.each([["where_prec"], ["date_prec"], ["event_clarity"], ["type_of_violence"]])(
    "says when %s holds a code that the codebook does not have",
    (field) => {
      expect(one({ [field]: 9 }).codes).toEqual(["field/code"]);
    },
  );

  it("says when numbers contradict each other, and keeps them", () => {
    expect(one({ best: 3 })).toMatchObject({ figures: [{ best: 3 }, {}, {}], codes: ["figure/disagrees"] });
    expect(one({ high: 1 }).codes).toEqual(["figure/disagrees"]);
    expect(one({ best: "many" }).codes).toEqual(["figure/not-a-number"]);
  });

  it("keeps a stated zero, and a range above it", () => {
    expect(one({ low: 0, best: 0, high: 12, deaths_a: 0, deaths_b: 0 }).figures).toEqual([
      { measure: "killed", low: 0, best: 0, high: 12, kind: "range" },
    ]);
  });

  it("takes a date over the turn of the year that is the stated one, on either side of it", () => {
    const turn = { date_start: "2014-12-30", date_end: "2015-01-02", date_prec: 2 };
    for (const year of [2014, 2015]) {
      expect(one({ ...turn, year })).toMatchObject({ when: { edtf: "[2014-12-30..2015-01-02]" }, codes: [] });
    }
    expect(one({ ...turn, year: 2016 }).codes).toEqual(["time/year-mismatch"]);
  });

  it("takes the point of the text only where it is the same with more digits", () => {
    const where = (geom_wkt: string) => {
      const { lon, lat } = one({ latitude: 41.5, longitude: 21.5, geom_wkt }).where ?? {};
      return [lon, lat];
    };
    expect(where("POINT (21.50012 41.50034)")).toEqual([21.50012, 41.50034]);
    expect(where("POINT (40 10)")).toEqual([21.5, 41.5]);
  });

  it("leaves undated, and says why, what is no honest date", () => {
    expect(one({ date_start: "1753-01-01" })).toMatchObject({
      when: { label: "1753-01-01 – 2015-05-12" },
      codes: ["time/stand-in"],
    });
    expect(one({ date_start: "2015-05-13" }).codes).toEqual(["time/reversed"]);
    expect(one({ date_start: "0025-05-12", date_end: "0025-05-12" }).codes).toEqual(["time/year-mismatch"]);
    expect(one({ date_start: "05/06/2015", date_end: "05/06/2015" }).codes).toEqual([
      "time/ambiguous-order",
      "time/ambiguous-order",
    ]);
    expect(one({ date_start: "soon" }).codes).toEqual(["time/syntax"]);
    expect(one({ date_prec: 5 })).toMatchObject({ when: { edtf: "2015-05-12" }, codes: ["time/precision-mismatch"] });
  });

  it.each(["1753-01-01", "2919-02-06", "2109-10-28"])(
    "takes the publication date %s off a source, and says so",
    (date) => {
      const { incidents, sources, issues } = read({ source_date: `${date};2015-05-14` });
      expect(sources[incidents[0]?.sources?.[0] ?? ""]).toEqual({ title: "Reuters", publisher: "Reuters" });
      expect(issues.map(({ code }) => code)).toContain("source/date");
    },
  );

  it("says when a source is older than its event", () => {
    expect(one({ source_date: "2015-05-11;2015-05-14" }).codes).toContain("source/older");
  });

  it("counts the precision codes of the file in its report", () => {
    const { issues } = read({}, { where_prec: 4 }, { date_prec: 2, date_end: "2015-05-13" });
    expect(issues.find(({ code }) => code === "table/precision")?.value).toEqual({
      records: 3,
      exactDayAndPlace: 1,
      date_prec: { 1: 2, 2: 1 },
      where_prec: { 1: 2, 4: 1 },
    });
  });

  it("takes no row of tags and no repeated header for an event, and marks inside cells off", () => {
    const [header, row] = csvOf([ROW], COLUMNS_42).split("\n") as [string, string];
    const tags = COLUMNS_42.map((name) => (name === "latitude" ? "#geo+lat" : "#meta")).join(",");
    const result = readIncidents([header, tags, row.replace("Northtown,", "\ufeffNorthtown,"), header].join("\r\n"), {
      readers: presets,
    });
    expect(result.report.rows).toMatchObject({ read: 2, kept: 1, rejected: 1 });
    expect(result.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["table/tag-row", "table/repeated-header"]),
    );
  });

  it("survives mutated bytes", () => {
    expectMutationsToHold(
      csvOf([ROW, { ...ROW, id: 2, where_prec: 6, date_prec: 2, date_end: "2015-05-14" }], COLUMNS_42),
      ucdpGed,
    );
  });
});

const real = path.resolve(import.meta.dirname, "../../../../shared/realdata/ucdp-ged191-myanmar-bangladesh.csv");
const isThere = existsSync(real);

describe.skipIf(!isThere)(
  `the UCDP rows of Myanmar and Bangladesh${isThere ? "" : " (skipped: ../shared/realdata is not here)"}`,
  () => {
    it("are all read, with precisions that are those of the file's codes", async () => {
      const result = await loadIncidents(readFileSync(real));
      expect(brokenLaws(result)).toBe("");
      expect(result.report).toMatchObject({
        format: "ucdp-ged",
        rows: { read: 3194, kept: 3194, rejected: 0, undated: 0, unplaced: 0 },
      });
      expect(result.issues.find(({ code }) => code === "table/precision")?.value).toEqual({
        records: 3194,
        exactDayAndPlace: 493,
        date_prec: { 1: 2623, 2: 205, 3: 39, 4: 238, 5: 89 },
        where_prec: { 1: 559, 2: 499, 3: 514, 4: 683, 5: 572, 6: 360, 7: 7 },
      });
      const { incidents } = result;
      const isDay = (edtf: string | null | undefined) => /^\d{4}-\d{2}-\d{2}$/.test(edtf ?? "");
      const isPlace = (i: (typeof incidents)[number]) =>
        i.where?.precision === "settlement" && i.where.radiusM === undefined;
      expect(incidents.filter(({ when }) => isDay(when?.edtf))).toHaveLength(2623);
      expect(incidents.filter(({ when }) => when?.span === "series")).toHaveLength(339);
      const exact = incidents.filter((i) => isDay(i.when?.edtf) && isPlace(i));
      expect(exact).toHaveLength(493);
      expect(((exact.length / incidents.length) * 100).toFixed(1)).toBe("15.4");
      const counts: Record<string, number> = {};
      for (const { where } of incidents)
        counts[where?.precision ?? "none"] = (counts[where?.precision ?? "none"] ?? 0) + 1;
      const { line = 0, region = 0, ...others } = counts;
      expect([others, line + region]).toEqual([
        { settlement: 559 + 499, district: 514, province: 683, country: 360, sea: 7 },
        572,
      ]);
    });

    it("are never a point where the file says an area: nobody stands at 22, 98", async () => {
      const { incidents } = await loadIncidents(readFileSync(real));
      const there = incidents.filter(({ where }) => where?.lat === 22 && where.lon === 98);
      expect(there.length).toBe(485);
      expect(there.filter(({ where }) => placeKind(where) === "point")).toEqual([]);
      expect(incidents.filter(({ where }) => placeKind(where) === "point")).toHaveLength(1058);
    });
  },
);
