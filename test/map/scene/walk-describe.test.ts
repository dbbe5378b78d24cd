import { createStore } from "@whenwhere/store";
import { describe, expect, it } from "vitest";
import { describeMap, hitMap, mapScene, walkMap, walkTime } from "../../../packages/map/src/scene/index.ts";
import { fakeShapes, fakeViewport, record, words } from "./fixture.ts";

const at = (id: string, lon: number, lat: number) =>
  record(id, { name: id, lon, lat, precision: "exact", country: "AA" });
const store = createStore([
  at("west", -12, 0),
  at("middle", 0.5, 0),
  at("east", 12, 1),
  at("north", 1, 9),
  record("area", { precision: "country", country: "AA" }),
  record("none", undefined),
]);
const scene = mapScene({ store, viewport: fakeViewport(0, 0, 4, [900, 600]), shapes: fakeShapes, words });

describe("walking, finding and describing", () => {
  it("walks to the nearest glyph in the direction of the key, and stops where there is none", () => {
    expect(walkMap(scene, 1, "left")).toBe(0);
    expect(walkMap(scene, 1, "right")).toBe(2);
    expect(walkMap(scene, 1, "up")).toBe(4);
    expect(walkMap(scene, 4, "up")).toBe(3);
    expect(walkMap(scene, 0, "left")).toBeNull();
  });

  it("walks in time through what is shown, with and without a place, and stops at the ends", () => {
    const days = [4, 2, 3, 1].map((day, i) => record(`${i}`, undefined, { when: { edtf: `2022-01-0${day}` } }));
    const walked = createStore([...days, record("undated", undefined, { when: {} })]);
    walked.set({ source: "text", kind: "values", field: "id", values: ["0", "1", "3", "undated"] });
    expect([walkTime(walked, null, 1), walkTime(walked, 3, 1), walkTime(walked, 1, 1)]).toEqual([3, 1, 0]);
    expect([walkTime(walked, 0, 1), walkTime(walked, 4, 1)]).toEqual([4, null]);
    expect([walkTime(walked, null, -1), walkTime(walked, 0, -1), walkTime(walked, 3, -1)]).toEqual([4, 1, null]);
  });

  it("finds a mark within 12 px and the area below it beyond that", () => {
    const mark = scene.marks.find(({ row }) => row === 3);
    expect(hitMap(scene, (mark?.x ?? 0) + 11, mark?.y ?? 0)).toMatchObject({ kind: "mark", rows: [3] });
    expect(hitMap(scene, (mark?.x ?? 0) + 20, mark?.y ?? 0)).toMatchObject({ kind: "area", rows: [4] });
  });

  it("finds a tag at the edge within its own box, or 24 px of height", () => {
    const tag = { key: "e", x: 300, y: 40, widthPx: 60, heightPx: 18, rows: [0] };
    const near = { ...scene, marks: [], clusters: [], rings: [], arcs: [], areas: [], edges: [tag] } as never;
    for (const [dx, dy] of [
      [30, 0],
      [-30, 12],
      [0, -12],
    ] as const)
      expect(hitMap(near, tag.x + dx, tag.y + dy)).toMatchObject({ kind: "edge", rows: [0] });
    expect(hitMap(near, tag.x + 31, tag.y)).toBeNull();
    expect(hitMap(near, tag.x, tag.y - 13)).toBeNull();
  });

  it("says in words what it draws, and how many are not on the map", () => {
    const said = describeMap(scene, store, { words: { number: String, incident: ({ title }) => title } });
    expect(said.summary).toBe("Map of 6 records: 5 drawn one by one or by area, 0 in clusters, 1 not on the map.");
    expect(said.sentences).toContain("Somewhere in Aland: 1.");
    expect(said.sentences.at(-1)).toBe("Not on the map: 1.");
  });
});
