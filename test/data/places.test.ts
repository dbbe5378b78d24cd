import { hasPosition, type PlacePrecision } from "@whenwhere/model";
import { geoDistance } from "d3-geo";
import { describe, expect, it } from "vitest";
import { allIncidents, placesOf } from "./collections.ts";
import { admin1Area, countryArea, farthestCornerM, liesIn } from "./countries.ts";

/** The least radius, metres, that a place of each precision may claim. */
const LEAST_RADIUS_M: Readonly<Record<PlacePrecision, number>> = {
  exact: 0,
  settlement: 2_000,
  district: 10_000,
  province: 30_000,
  country: 50_000,
  region: 50_000,
  sea: 100_000,
  line: 0,
  unknown: 0,
};
const COAST_TOLERANCE_M = 10_000;
const EARTH_RADIUS_M = 6_371_000;

const places = allIncidents().incidents.flatMap((incident) =>
  placesOf(incident).map((place) => [`${incident.id}: ${place.name ?? "no name"}`, place] as const),
);
const placed = places.flatMap(([label, place]) => (hasPosition(place) ? [[label, place] as const] : []));

/** Each position once, with the record that shows it first: outlines are slow to ask. */
const distinct = [
  ...new Map(placed.map((entry) => [JSON.stringify([entry[1].lon, entry[1].lat, entry[1].country]), entry])).values(),
];

const decimals = (degrees: number) => String(degrees).split(".")[1]?.length ?? 0;

describe("the places of the example records", () => {
  it("have coordinates, a name, a radius and its basis, or are unknown and have none of them", () => {
    for (const [label, place] of places) {
      if (place.precision === "unknown") {
        expect(Object.keys(place), label).toEqual(["precision"]);
        continue;
      }
      expect(place.name, label).toBeTruthy();
      expect(Number.isFinite(place.lon) && Number.isFinite(place.lat), label).toBe(true);
      expect(Math.abs(place.lon ?? 999), label).toBeLessThanOrEqual(180);
      expect(Math.abs(place.lat ?? 999), label).toBeLessThanOrEqual(90);
      expect(place.lon === 0 && place.lat === 0, label).toBe(false);
      expect(place.basis, label).toBe("assumed");
    }
    expect(placed.length).toBeGreaterThanOrEqual(80);
  });

  it("have no smaller radius than their precision allows", () => {
    for (const [label, place] of placed) {
      expect(place.radiusM, label).toBeGreaterThanOrEqual(LEAST_RADIUS_M[place.precision ?? "unknown"]);
    }
  });

  it("are written with two decimals at most, and one where only an area is known", () => {
    for (const [label, place] of placed) {
      const most = place.precision === "settlement" ? 2 : 1;
      expect(decimals(place.lon), label).toBeLessThanOrEqual(most);
      expect(decimals(place.lat), label).toBeLessThanOrEqual(most);
    }
  });

  it("lie inside the country that they state, or within 10 km of it", () => {
    for (const [label, { lon, lat, country }] of distinct) {
      if (!country) continue;
      const area = countryArea(country);
      expect(area, `${label}: ${country} has no outline`).toBeDefined();
      if (area) expect(liesIn(area, [lon, lat], COAST_TOLERANCE_M), `${label} in ${country}`).toBe(true);
    }
  });

  it("lie inside the first-level area that they state, or within 10 km of it", () => {
    const stated = distinct.filter(([, place]) => place.admin1 && place.country);
    for (const [label, { lon, lat, country, admin1 }] of stated) {
      const area = admin1Area(country ?? "", admin1 ?? "");
      expect(area, `${label}: no outline of ${admin1}`).toBeDefined();
      if (area) expect(liesIn(area, [lon, lat], COAST_TOLERANCE_M), `${label} in ${admin1}`).toBe(true);
    }
    expect(stated.length).toBeGreaterThanOrEqual(20);
  });

  it("reach, as countries and provinces, from their middle to the farthest corner", () => {
    for (const [label, { lon, lat, country, admin1, precision, radiusM }] of placed) {
      const area =
        precision === "country"
          ? countryArea(country ?? "")
          : precision === "province"
            ? admin1Area(country ?? "", admin1 ?? "")
            : undefined;
      if (area) expect(radiusM, label).toBeGreaterThanOrEqual(farthestCornerM(area, [lon, lat]));
    }
  });

  it("hold every point of their geometry within their radius", () => {
    for (const [label, { lon, lat, geometry, radiusM }] of placed) {
      if (geometry?.type !== "MultiPoint") continue;
      for (const [x = 0, y = 0] of geometry.coordinates) {
        expect(geoDistance([x, y], [lon, lat]) * EARTH_RADIUS_M, label).toBeLessThanOrEqual(radiusM ?? 0);
      }
    }
  });

  it("are coded as exact by no record: no text gives more than a town", () => {
    expect(places.filter(([, place]) => place.precision === "exact")).toEqual([]);
  });
});
