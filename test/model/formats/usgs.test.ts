import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadIncidents, parseEdtf, placeKind, readIncidents } from "@whenwhere/model";
import { presets, usgs } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { brokenLaws, expectMutationsToHold } from "./preset-laws.ts";

/** Invented, in the layout of the feeds. */
const PROPERTIES = {
  mag: 2,
  place: "4km W of Northtown, Freedonia",
  time: 1517966773840,
  updated: 1517966996303,
  tz: -480,
  url: "https://earthquake.usgs.gov/earthquakes/eventpage/fr1",
  status: "automatic",
  net: "fr",
  code: "1",
  sources: ",fr,",
  nst: 7,
  gap: 174,
  magType: "ml",
  type: "earthquake",
  title: "M 2.0 - 4km W of Northtown, Freedonia",
};
const feature = (properties: object = {}, more: object = {}) => ({
  type: "Feature",
  properties: { ...PROPERTIES, ...properties },
  geometry: { type: "Point", coordinates: [-118.6671667, 34.4945, 26.49] },
  id: "fr1",
  ...more,
});
const feed = (...features: unknown[]) =>
  JSON.stringify({ type: "FeatureCollection", metadata: { title: "USGS All Earthquakes, Past Week" }, features });
const one = (properties: object, more: object = {}) => {
  const { incidents, issues } = readIncidents(feed(feature(properties, more)), { readers: presets });
  return { ...incidents[0], codes: issues.map(({ code }) => code) };
};

const CSV_COLUMNS =
  "time,latitude,longitude,depth,mag,magType,nst,gap,dmin,rms,net,id,updated,place,type,horizontalError,depthError,magError,magNst,status,locationSource,magSource";
const csv = (horizontalError: string) =>
  `${CSV_COLUMNS}\n2018-02-07T01:26:13.840Z,34.4945,-118.6671667,26.49,2,ml,7,174,0.04,0.35,fr,fr1,2018-02-07T01:29:56.303Z,"4km W of Northtown, Freedonia",earthquake,${horizontalError},0.8,0.1,5,reviewed,fr,fr\n`;

describe("the usgs preset", () => {
  it("reads an earthquake of a feed whole", () => {
    const result = readIncidents(feed(feature()), { readers: presets });
    expect(result.report).toMatchObject({ format: "usgs", rows: { read: 1, kept: 1, changed: 0 } });
    expect(result.title).toBe("USGS All Earthquakes, Past Week");
    expect(result.incidents[0]).toMatchObject({
      id: "fr1",
      title: PROPERTIES.title,
      category: "earthquake",
      when: { edtf: "2018-02-07T01:26:13.840Z", zone: "UTC" },
      where: { name: PROPERTIES.place, lon: -118.6671667, lat: 34.4945, precision: "settlement" },
      sources: [PROPERTIES.url],
      tags: ["automatic"],
      extra: { mag: 2, depth: 26.49, nst: "7" },
    });
    expect(result.incidents[0]?.where?.radiusM).toBeUndefined();
    expect(parseEdtf(result.incidents[0]?.when?.edtf ?? "").startMs).toBe(PROPERTIES.time);
  });

  it.each([
    ["0.42", { precision: "exact", radiusM: 420, basis: "measured" }],
    ["", { precision: "settlement" }],
    ["0", { precision: "settlement" }],
  ])("reads the horizontal error %j of the CSV as %j", (error, where) => {
    const { report, incidents } = readIncidents(csv(error), { readers: presets });
    expect(report).toMatchObject({ format: "usgs", rows: { kept: 1 } });
    expect(incidents[0]).toMatchObject({ when: { edtf: "2018-02-07T01:26:13.840Z" }, where });
    expect(incidents[0]?.where?.radiusM).toBe("radiusM" in where ? where.radiusM : undefined);
    expect(incidents[0]?.title).toBe("M 2.0 - 4km W of Northtown, Freedonia");
  });

  it.each([
    ["automatic", undefined, ["automatic"]],
    ["reviewed", undefined, undefined],
    ["deleted", "retracted", undefined],
  ])("reads the status %s as %s", (status, expected, tags) => {
    const incident = one({ status });
    expect([incident.status, incident.tags]).toEqual([expected, tags]);
  });

  it.each(["earthquake", "explosion", "quarry blast", "ice quake"])("keeps the type %s as category", (type) => {
    expect(one({ type }).category).toBe(type);
  });

  it("keeps negative and missing magnitudes, and times before 1970", () => {
    expect(one({ mag: -0.4 }).extra?.mag).toBe(-0.4);
    expect(one({ mag: null }).extra?.mag).toBeUndefined();
    expect(one({ time: -1 }).when?.edtf).toBe("1969-12-31T23:59:59.999Z");
  });

  it("says what is no time and no position, and keeps the rest", () => {
    expect(one({ time: "soon" })).toMatchObject({ when: { label: "soon" }, codes: ["time/syntax"] });
    const nowhere = one({}, { geometry: null });
    expect(placeKind(nowhere.where)).toBe("none");
    expect(one({}, { geometry: { type: "Point", coordinates: [0, 0, 1] } }).codes).toEqual(["place/null-island"]);
  });

  it("refuses a feature that is none, and a feed without features", () => {
    const mixed = readIncidents(feed(feature(), 7, null), { readers: presets });
    expect(mixed.report.rows).toMatchObject({ read: 3, kept: 1, rejected: 2 });
    expect(
      readIncidents(feed(feature()).replace('"features":[', '"features":7,"x":['), { readers: presets }).issues[0]
        ?.code,
    ).toBe("input/shape");
    expect(readIncidents(feed(feature()).slice(0, -4), { readers: presets }).issues[0]?.code).toBe("input/json-syntax");
  });

  it("leaves other GeoJSON alone", () => {
    const other = feed(feature()).replaceAll("usgs.gov", "example.org");
    expect(readIncidents(other, { readers: presets }).report.format).toBe("geojson");
  });

  it("survives mutated bytes", () => {
    expectMutationsToHold(feed(feature(), feature({ mag: null }, { id: "fr2" })), usgs);
    expectMutationsToHold(csv("0.42"), usgs);
  });
});

const real = path.resolve(import.meta.dirname, "../../../../shared/realdata/usgs-all-week-2018-02.geojson");
const isThere = existsSync(real);

describe.skipIf(!isThere)(`a week of earthquakes${isThere ? "" : " (skipped: ../shared/realdata is not here)"}`, () => {
  it("is read to the last, each at its own instant", async () => {
    const bytes = readFileSync(real);
    const result = await loadIncidents(bytes);
    expect(brokenLaws(result)).toBe("");
    expect(result.report).toMatchObject({
      format: "usgs",
      rows: { read: 1707, kept: 1707, changed: 0, undated: 0, unplaced: 0, rejected: 0 },
    });
    const features = (
      JSON.parse(bytes.toString()) as { features: { properties: { time: number; mag: number | null } }[] }
    ).features;
    expect(result.incidents.map(({ when }) => parseEdtf(when?.edtf ?? "").startMs)).toEqual(
      features.map(({ properties }) => properties.time),
    );
    expect(result.incidents.filter(({ extra }) => Number(extra?.mag) < 0)).toHaveLength(44);
  });
});
