import { finishSteps } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createPlaceIndex,
  createPointMask,
  type PointView,
  pointQuestion,
  pointRowSteps,
  pointScene,
  sortClauses,
} from "../../../packages/map/src/scene/index.ts";
import { fakeShapes, fakeViewport, words } from "./fixture.ts";

const DAY_MS = 86_400_000;

const rowArbitrary = fc.record({
  day: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.constant(NaN) }),
  lon: fc.integer({ min: -170, max: 170 }),
  lat: fc.integer({ min: -80, max: 80 }),
  /** Known to a district: no point. */
  isWide: fc.boolean(),
});

describe("a scene of points", () => {
  it("is the same where every row is a point, and nothing else is looked for, as where it is looked for", () => {
    fc.assert(
      fc.property(
        fc.array(rowArbitrary, { minLength: 1, maxLength: 40 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 5 }),
        (rows, isMixed, from, zoom) => {
          const wide = rows.map((row) => isMixed && row.isWide);
          const store = createStore({
            columns: {
              startMs: Float64Array.from(rows, ({ day }) => day * DAY_MS),
              endMs: Float64Array.from(rows, ({ day }) => (day + 1) * DAY_MS),
              lon: Float64Array.from(rows, ({ lon }) => lon),
              lat: Float64Array.from(rows, ({ lat }) => lat),
              radiusM: Float32Array.from(wide, (isWide) => (isWide ? 25_000 : 0)),
              placePrecision: Uint8Array.from(wide, (isWide) => (isWide ? 2 : 0)),
            },
          });
          store.set({ source: "brush", kind: "window", startMs: from * DAY_MS, endMs: (from + 20) * DAY_MS });
          store.select(store.id(rows.length - 1));
          const points = finishSteps(pointRowSteps(store));
          const sorted = sortClauses(store.state.clauses, null, { except: "map", categories: store.categories });
          const viewport = fakeViewport(0, 0, zoom);
          const mask = createPointMask();
          const view: PointView = {
            ...{ points, mask, question: pointQuestion(sorted, points.clock, zoom), under: null },
            ...{ shown: store.count("map").shown, counted: null },
          };
          const input = { store, viewport, shapes: fakeShapes, words, options: { index: createPlaceIndex(store) } };
          expect(mask.isEmpty(points, zoom)).toBe(wide.every((isWide) => !isWide));
          const slow = { ...view, mask: { ...createPointMask(), isEmpty: () => false } };
          expect(plain(pointScene(input, view))).toEqual(plain(pointScene(input, slow)));
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });
});

/** With the rows that a scene gathers when they are read. */
const plain = (scene: object) => JSON.parse(JSON.stringify(scene));
