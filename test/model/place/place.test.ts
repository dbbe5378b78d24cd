import {
  areaKey,
  createCountryCodes,
  defaultRadiusM,
  PLACE_PRECISIONS,
  placeKind,
  placePrecision,
  type Where,
} from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const RING = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const TRIANGLE = { type: "Polygon", coordinates: [RING] } as const;

describe("placeKind", () => {
  it.each<[string, Where | undefined, string]>([
    ["nothing", undefined, "none"],
    ["a name", { name: "X" }, "none"],
    ["coordinates", { lon: 1, lat: 2 }, "point"],
    ["an exact place", { lon: 1, lat: 2, precision: "exact" }, "point"],
    ["0, 0", { lon: 0, lat: 0 }, "none"],
    ["NaN", { lon: Number.NaN, lat: 2 }, "none"],
    ["a place on the equator", { lon: 10, lat: 0 }, "point"],
    ["a place on the first meridian", { lon: 0, lat: 51.5 }, "point"],
    ["the pole", { lon: 10, lat: -90 }, "point"],
    ["a place on the antimeridian", { lon: -180, lat: -17 }, "point"],
    ["a latitude of 91", { lon: 1, lat: 91 }, "none"],
    ["a longitude of 181", { lon: 181, lat: 1 }, "none"],
    ["a settlement without coordinates", { name: "X", precision: "settlement" }, "none"],
    ["a province with a representative point", { lon: 98, lat: 22, precision: "province" }, "area"],
    ["a province by name", { precision: "province", admin1: "Cabo Delgado", country: "MZ" }, "area"],
    ["a province of which only the country is named", { precision: "province", country: "MZ" }, "none"],
    ["a country by code", { precision: "country", country: "MZ" }, "area"],
    ["a sea by a name that the map has", { precision: "sea", name: "the Red Sea" }, "area"],
    ["a sea by another name", { precision: "sea", name: "the sea off Mocha" }, "none"],
    ["the name of a sea, and no word that it is one", { name: "Red Sea" }, "none"],
    [
      "a line with a geometry",
      {
        precision: "line",
        geometry: {
          type: "LineString",
          coordinates: [
            [0, 0],
            [1, 1],
          ],
        },
      },
      "area",
    ],
    ["an unknown place with coordinates", { lon: 1, lat: 2, precision: "unknown" }, "none"],
    ["an outline alone", { geometry: TRIANGLE }, "area"],
    ["an outline of a place that is said to be unknown", { geometry: TRIANGLE, precision: "unknown" }, "none"],
    ["a country, and no word of precision", { country: "YE" }, "area"],
    ["a town of a country without coordinates", { name: "Ataq", admin1: "Shabwa", country: "YE" }, "area"],
    ["a country whose name is none", { country: "Belaurs" }, "none"],
    ["a country of blanks", { name: "Ataq", country: " " }, "none"],
    ["a country whose place is said to be unknown", { country: "YE", precision: "unknown" }, "none"],
  ])("takes %s for what it is", (_name, where, kind) => {
    expect(placeKind(where)).toBe(kind);
  });
});

describe("placePrecision", () => {
  it.each<[string, Where, string]>([
    ["what is stated", { precision: "district", lon: 1, lat: 2, country: "MZ" }, "district"],
    ["settlement of coordinates", { lon: 1, lat: 2, country: "MZ" }, "settlement"],
    ["line of a route", { country: "MZ", geometry: { type: "LineString", coordinates: RING } }, "line"],
    ["region of an outline", { country: "MZ", geometry: TRIANGLE }, "region"],
    ["province of a first-level area", { name: "Palma", admin1: "Cabo Delgado", country: "MZ" }, "province"],
    ["country of a country", { name: "Palma", country: "MZ" }, "country"],
    ["country of coordinates at 0, 0", { lon: 0, lat: 0, country: "MZ" }, "country"],
    ["unknown of a name", { name: "Palma", admin1: "Cabo Delgado" }, "unknown"],
  ])("is %s", (_name, where, precision) => {
    expect(placePrecision(where)).toBe(precision);
  });
});

describe("places", () => {
  it("have a key of their area without accents and case", () => {
    expect(areaKey({ precision: "province", admin1: "Rhône-Alpes", country: "fr" })).toBe("FR/rhone-alpes");
    expect(areaKey({ precision: "district", admin1: "Cabo  Delgado", country: "MZ" })).toBe("MZ/cabo-delgado");
    expect(areaKey({ precision: "country", admin1: "Cabo Delgado", country: "MZ" })).toBe("MZ");
    expect(areaKey({ admin1: "Cabo Delgado", country: "MZ" })).toBe("MZ/cabo-delgado");
    expect(areaKey({ country: "mz" })).toBe("MZ");
    expect(areaKey({ precision: "settlement", admin1: "Cabo Delgado", country: "MZ" })).toBeNull();
  });

  it("have assumed radii that grow with the doubt, and none where no circle would be true", () => {
    const radii = PLACE_PRECISIONS.map(defaultRadiusM);
    expect(radii.slice(0, 3)).toEqual([50, 5_000, 25_000]);
    expect(radii.slice(3).every((radius) => radius === null)).toBe(true);
  });

  it("know countries by code and name", () => {
    const codeOf = createCountryCodes();
    expect(["mz", "Mozambique", "Myanmar (Burma)", "USA", "Côte d’Ivoire", "Nowhere", "QQ"].map(codeOf)).toEqual([
      "MZ",
      "MZ",
      "MM",
      "US",
      "CI",
      null,
      null,
    ]);
  });
});
