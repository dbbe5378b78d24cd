import { readFileSync } from "node:fs";
import { readIncidents } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { expect, test } from "vitest";
import { createAreaShapes, loadBasemap } from "../../../packages/map/src/basemap/index.ts";
import { edgeBox } from "../../../packages/map/src/scene/glyphs/tag-placing.ts";
import { mapScene, tagBox } from "../../../packages/map/src/scene/index.ts";
import { type Box, boxesMeet, centeredBox } from "../../../packages/map/src/scene/plane.ts";
import { fakeViewport, words } from "./fixture.ts";

const { incidents } = readIncidents(readFileSync("data/all.json", "utf8"));
const store = createStore(incidents);
const shapes = createAreaShapes(await loadBasemap("110m"));

/** Narrow to wide, the whole world and a part of it. */
const SIZES = [307, 380, 480, 700].flatMap((widthPx) => [0.4, 1, 2.6].map((zoom) => [widthPx, zoom] as const));

test.each(SIZES)(
  "%i px wide at zoom %d, in a crowd, no tag of an area hides a count or is cut off",
  (widthPx, zoom) => {
    const heightPx = 420;
    const viewport = fakeViewport(42, 25, zoom, [widthPx, heightPx]);
    const covers: Box[] = [[widthPx - 110, heightPx - 30, widthPx - 8, heightPx - 8]];
    const { areas, clusters, marks, edges } = mapScene({ store, viewport, shapes, words, options: { covers } });
    expect(areas.length).toBeGreaterThan(5);
    const others = [
      ...covers,
      ...marks.map((mark) => centeredBox(mark, 6)),
      ...clusters.map((one) => centeredBox(one, one.radiusPx)),
      ...edges.map(edgeBox),
    ];
    const tags = areas.map(tagBox);
    const hidden = areas.filter((_, i) => {
      const tag = tags[i] as Box;
      const [x0, y0, x1, y1] = tag;
      const isCut = x0 < 0 || y0 < 0 || x1 > widthPx || y1 > heightPx;
      return isCut || [...others, ...tags.slice(i + 1)].some((box) => boxesMeet(tag, box));
    });
    expect(hidden.map(({ name }) => name)).toEqual([]);
  },
);
