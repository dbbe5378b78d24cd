import { readIncidents } from "@whenwhere/model";
import { linkedPlaces } from "@whenwhere/model/formats";
import { describe, expect, it } from "vitest";
import { codes, expectMutationsToHold, readAuto } from "./layout-laws.ts";

const feature = (more: object = {}) => ({
  "@id": "http://example.org/places/p1",
  type: "Feature",
  properties: { title: "Abingdon", ccodes: ["GB"], sub: 7 },
  when: { timespans: [{ start: { in: "1600" }, end: { in: "1699" } }], periods: [{ name: "P" }] },
  names: [
    { toponym: "Abingdon", citations: [{ label: "Old Gazetteer", year: 1635, "@id": "http://example.org/xyz" }] },
    { toponym: "Abbendun" },
  ],
  types: [{ identifier: "aat:1", label: "inhabited places" }, { sourceLabels: [{ label: "Town" }] }],
  geometry: {
    type: "GeometryCollection",
    geometries: [
      { type: "Point", coordinates: [-1.3, 51.6], certainty: "uncertain" },
      { type: "Point", coordinates: [-1.2879, 51.6708], certainty: "certain" },
      { geowkt: "POINT(-1.28 51.67)", certainty: "less-certain" },
    ],
  },
  links: [{ type: "closeMatch", identifier: "gn:2657780" }],
  descriptions: [{ "@id": "https://example.org/wiki", value: "A market town.", lang: "en" }],
  ...more,
});
const collection = (...features: unknown[]) =>
  JSON.stringify({
    type: "FeatureCollection",
    "@context": "https://example.org/linkedplaces-context-v1.1.jsonld",
    features,
  });
const whenOf = (when: object) => readAuto(collection(feature({ when }))).incidents[0]?.when;
const spanned = (...timespans: object[]) => whenOf({ timespans });

describe("linked-places", () => {
  it("reads a Feature with its names, types, places and sources", () => {
    const result = readAuto(collection(feature()));
    expect(result.report.format).toBe("linked-places");
    expect(result.incidents[0]).toEqual({
      id: "http://example.org/places/p1",
      title: "Abingdon",
      summary: "A market town.",
      category: "inhabited places",
      tags: ["Town"],
      when: { edtf: "1600/1699", span: "throughout" },
      where: { name: "Abingdon", country: "GB", lon: -1.2879, lat: 51.6708 },
      claims: [
        { id: "c1", field: "where", value: { lon: -1.3, lat: 51.6 } },
        { id: "c2", field: "where", value: { lon: -1.28, lat: 51.67 } },
      ],
      sources: ["http://example.org/xyz", "https://example.org/wiki"],
      extra: {
        sub: 7,
        periods: [{ name: "P" }],
        links: [{ type: "closeMatch", identifier: "gn:2657780" }],
        names: feature().names,
      },
    });
    expect(result.sources["http://example.org/xyz"]).toEqual({
      title: "Old Gazetteer",
      url: "http://example.org/xyz",
      published: "1635",
    });
  });

  it.each<[string, object, object | undefined]>([
    ["a start is a moment within it", { start: { in: "2022-02" } }, { edtf: "2022-02" }],
    ["a start as bare text", { start: "1850" }, { edtf: "1850" }],
    [
      "bounds of a start",
      { start: { earliest: "2022-02-01", latest: "2022-02-05" } },
      { edtf: "2022-02-01/2022-02-05" },
    ],
    ["the same bounds", { start: { earliest: "1850", latest: "1850" } }, { edtf: "1850" }],
    ["no earlier than", { start: { earliest: "1850" } }, { edtf: "[1850..]" }],
    ["no later than", { start: { latest: "1850" } }, { edtf: "[..1850]" }],
    ["start and end", { start: { in: "1850" }, end: { in: "1860-05" } }, { edtf: "1850/1860-05", span: "throughout" }],
    ["the same start and end", { start: { in: "1850" }, end: { in: "1850" } }, { edtf: "1850", span: "throughout" }],
    [
      "ends that are bounds themselves",
      { start: { earliest: "1850", latest: "1855" }, end: { earliest: "1860", latest: "1865" } },
      { edtf: "1850?/1865?", span: "throughout" },
    ],
    ["an end alone", { end: { in: "1860" } }, { edtf: "/1860", span: "throughout" }],
    [
      "an end no earlier than",
      { start: { in: "1850" }, end: { earliest: "1860" } },
      { edtf: "1850/", span: "throughout" },
    ],
    [
      "years as numbers, short ones too",
      { start: { in: 850 }, end: { in: 1200 } },
      { edtf: "0850/1200", span: "throughout" },
    ],
    ["years before 1", { start: { in: "-44" } }, { edtf: "-0044" }],
    ["long years", { start: { in: -13_000 } }, { edtf: "Y-13000" }],
    ["stand-ins", { start: { in: -1 }, end: { in: "" } }, undefined],
    ["a stand-in for one side", { start: { in: "1850" }, end: { in: "-1" } }, { edtf: "1850" }],
    ["an end before its start", { start: { in: "1850" }, end: { in: "1840" } }, undefined],
    ["words that are no date", { start: { in: "long ago" } }, undefined],
  ])("reads timespans: %s", (_, timespan, expected) => {
    expect(spanned(timespan)).toEqual(expected);
  });

  it("reads several timespans as a series, certainty as marks, and words where there are no dates", () => {
    expect(spanned({ start: { in: "1850" }, end: { in: "1852" } }, { start: { in: "1860" } })).toEqual({
      edtf: "{1850..1852,1860}",
      span: "series",
      count: 2,
    });
    expect(whenOf({ timespans: [{ start: { in: "1850" } }], certainty: "uncertain" })).toEqual({ edtf: "1850?" });
    expect(whenOf({ timespans: [{ start: { in: "1850" }, end: { in: "1860" } }], certainty: "less-certain" })).toEqual({
      edtf: "1850~/1860~",
      span: "throughout",
    });
    expect(whenOf({ timespans: [{ start: { latest: "1850" } }], certainty: "uncertain" })).toEqual({
      edtf: "[..1850?]",
    });
    expect(whenOf({ periods: [{ name: "Bronze Age" }, { name: "Iron Age" }] })).toEqual({
      label: "Bronze Age; Iron Age",
    });
    expect(whenOf({ label: "for a century" })).toEqual({ label: "for a century" });
  });

  it("reads the misspelt key and says so", () => {
    const result = readAuto(collection(feature({ when: { timespan: { start: { in: "1850" } } } })));
    expect(result.incidents[0]?.when).toEqual({ edtf: "1850" });
    expect(codes(result)).toContain("linked-places/misspelt");
    expect(codes(readAuto(collection(feature({ when: { timespans: [{ start: { in: -1 } }] } }))))).toContain(
      "linked-places/sentinel",
    );
  });

  it("reads one Feature a line and refuses the lines that are none", () => {
    const plain = feature({ when: { timespan: [{ start: { earliest: "1850" }, end: { latest: -1 } }] } });
    const text = [JSON.stringify(plain), JSON.stringify({ ...plain, "@id": "x" }), "{broken", "7"].join("\n");
    const result = readIncidents(text, { format: linkedPlaces });
    expect(result.report.rows).toMatchObject({ read: 4, kept: 2, rejected: 2 });
    expect(readAuto(text).report.format).toBe("linked-places");
  });

  it("leaves GeoJSON without timespans, and our own, to the general reader", () => {
    const plain = {
      type: "FeatureCollection",
      features: [{ type: "Feature", geometry: null, properties: { title: "A" } }],
    };
    expect(readAuto(JSON.stringify(plain)).report.format).toBe("geojson");
    expect(readAuto(JSON.stringify({ ...plain, whenwhere: 1, when: { timespans: [] } })).report.format).toBe("geojson");
  });

  it("neither throws nor loses count on mutated bytes", () => {
    const small = feature({ names: [], links: undefined });
    expectMutationsToHold(linkedPlaces, [collection(small), `${JSON.stringify(small)}\n{}`]);
  });
});
