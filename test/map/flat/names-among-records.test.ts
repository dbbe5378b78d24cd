import type { Incident } from "@whenwhere/model";
import { createWords, fixedTextMetrics, LIGHT } from "@whenwhere/view/pure";
import { beforeAll, describe, expect, it } from "vitest";
import { type Basemap, loadBasemap } from "../../../packages/map/src/basemap/index.ts";
import { type PaintOp, sceneOps, type TextOp } from "../../../packages/map/src/draw/index.ts";
import { flatViewport, nameOps } from "../../../packages/map/src/flat/index.ts";
import { boxesMeet, boxOf } from "../../../packages/map/src/scene/plane.ts";
import { record, sceneOf } from "../scene/fixture.ts";

const look = { theme: LIGHT, styles: [], locale: "en" };
const metrics = fixedTextMetrics();
const viewport = flatViewport({ lon: 20, lat: 45, zoom: 3 }, { widthPx: 900, heightPx: 600 }, "mercator");
let basemap: Basemap;
beforeAll(async () => {
  basemap = await loadBasemap("50m");
});

function drawn(...records: Incident[]) {
  const scene = sceneOf(records, viewport);
  const names = nameOps(basemap, viewport, { look, words: createWords("en"), metrics, scene });
  return { scene, names: names as readonly TextOp[], ops: sceneOps(scene, look, names) };
}

const europe = record("wide", { name: "Europe", lon: 5, lat: 48, precision: "region", radiusM: 900_000 });
const isHatch = (op: PaintOp) => op.kind === "path" && op.clip !== undefined && op.stroke !== undefined;

describe("names of the ground among records", () => {
  it("stand above a hatch, set off from it; away from it they have no more halo than before", () => {
    const { names, ops } = drawn(europe);
    const named = (text: string) => names.find((op) => op.text === text) as TextOp;
    expect(ops.indexOf(named("SPAIN"))).toBeGreaterThan(ops.findIndex(isHatch));
    const plain = drawn().names;
    const before = plain.find(({ text }) => text === "SPAIN") as TextOp;
    expect(named("SPAIN").haloPx).toBeGreaterThan(before.haloPx as number);
    expect(named("BELARUS")).toEqual(plain.find(({ text }) => text === "BELARUS"));
  });

  it("a sea's name has no halo but over a hatch", () => {
    const sea = (names: readonly TextOp[]) => names.find(({ text }) => text === "Mediterranean Sea");
    expect(sea(drawn().names)?.halo).toBeUndefined();
    expect(sea(drawn({ ...europe, where: { ...europe.where, name: "South", lat: 38 } }).names)?.halo).toBe(
      LIGHT["water"],
    );
  });

  it("keep off arcs", () => {
    const place = (lon: number, lat: number) => ({ name: "Town", lon, lat, precision: "exact" as const });
    // From west to east, with its bulge through the middle of Europe.
    const { scene, names } = drawn(record("flown", place(40, 44), { from: place(0, 44) }));
    const points = scene.arcs[0]?.points ?? [];
    expect(points.length).toBeGreaterThan(20);
    const under = drawn().names.filter((op) =>
      points.some(([x, y]) => Math.abs(x - op.x) < 14 && Math.abs(y - op.y) < 6),
    );
    expect(under.length).toBeGreaterThan(0);
    for (const { text, x, y } of names) {
      const half = metrics.width(text, 9) / 2;
      for (let i = 2; i < points.length; i += 2) {
        const piece = boxOf([points.slice(i - 2, i + 1)]);
        expect(boxesMeet(piece, [x - half, y - 8, x + half, y]), text).toBe(false);
      }
    }
  });
});
