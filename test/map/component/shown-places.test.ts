import { createStore } from "@whenwhere/store";
import { expect, it } from "vitest";
import { createShownPlaces } from "../../../packages/map/src/component/camera/shown-places.ts";
import type { AreaShape } from "../../../packages/map/src/scene/types.ts";
import { fakeShapes, record, square } from "../scene/fixture.ts";

const placesOf = (...wheres: Parameters<typeof record>[1][]) =>
  createShownPlaces(createStore(wheres.map((where, i) => record(`r${i}`, where))), fakeShapes).list();

const box = (places: readonly (readonly [number, number])[]) => {
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};

it("hold whole countries and provinces where no record has a point", () => {
  expect(box(placesOf({ country: "AA" }))).toEqual([-10, -10, 10, 10]);
  expect(box(placesOf({ country: "AA" }, { country: "BB" }))).toEqual([-10, -10, 130, 20]);
  expect(box(placesOf({ country: "AA", admin1: "Small" }))).toEqual([4, 4, 5, 5]);
});

it("hold of a country the place of its name alone where a record has a point", () => {
  const [west, south, east, north] = box(placesOf({ country: "AA" }, { lon: 1, lat: 1, precision: "exact" }));
  expect([west, south]).toEqual([0, 0]);
  expect(east).toBeLessThan(2);
  expect(north).toBeLessThan(2);
});

it("hold a continent at the pole up to where the map ends, and nothing of an unknown place", () => {
  const ring = [
    [-180, -90],
    [180, -90],
    [180, -64],
    [-180, -64],
    [-180, -90],
  ] as const;
  const shapes = { shape: () => ({ name: "Antarctica", polygons: [[ring]], label: [0, -80] as const }) };
  const store = createStore([record("a", { country: "AQ" }), record("b", undefined)]);
  const places = createShownPlaces(store, shapes).list();
  expect(box(places)).toEqual([-180, -85, 180, -64]);
});

it("hold the greatest part of a country, not islands far off", () => {
  const parts = [square("Guiana", -60, 2, 3), square("France", 0, 42, 8)];
  const shapes = { shape: () => ({ ...parts[1], polygons: parts.flatMap(({ polygons }) => polygons) }) as AreaShape };
  const places = createShownPlaces(createStore([record("a", { country: "FF" })]), shapes).list();
  expect(box(places)).toEqual([0, 42, 8, 50]);
});
