import type { Incident } from "@whenwhere/model";
import { expect, it } from "vitest";
import { toldPlaces } from "../../../packages/map/src/component/outline/told-places.ts";

const record = (more: Partial<Incident>): Incident => ({ id: "a", title: "A", ...more });

it("a record is also looked at where it came from and where others say that it was", () => {
  const from = { name: "Desert", lon: 43.5, lat: 31.3, radiusM: 190_000 };
  const value = { name: "Dubai", lon: 55.3, lat: 25.3 };
  const claims = [
    { id: "1", field: "where", value },
    { id: "2", field: "where", value: { lon: 1, lat: 1 }, stance: "denies" as const },
    { id: "3", field: "when", value: { edtf: "2022" } },
    { id: "4", field: "from", value: "somewhere" },
  ];
  expect(toldPlaces(record({ from, claims }))).toEqual([
    { lon: 43.5, lat: 31.3, radiusM: 190_000 },
    { lon: 55.3, lat: 25.3, radiusM: 0 },
  ]);
});

it("a line or an outline is looked at from end to end", () => {
  const ring = [
    [54, 24],
    [56, 25],
    [55, 27],
    [54, 24],
  ];
  const places = toldPlaces(record({ where: { geometry: { type: "Polygon", coordinates: [ring] } } }));
  expect([Math.min(...places.map(({ lon }) => lon)), Math.max(...places.map(({ lon }) => lon))]).toEqual([54, 56]);
  expect([Math.min(...places.map(({ lat }) => lat)), Math.max(...places.map(({ lat }) => lat))]).toEqual([24, 27]);
});

it("a record with one place, or none, is looked at nowhere else", () => {
  expect(toldPlaces(record({ where: { lon: 1, lat: 2 } }))).toEqual([]);
  expect(toldPlaces(record({}))).toEqual([]);
  expect(toldPlaces(record({ from: { name: "Desert" }, where: { geometry: null } }))).toEqual([]);
});
