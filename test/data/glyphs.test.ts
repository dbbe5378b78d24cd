import { readFileSync } from "node:fs";
import path from "node:path";
import { glyphKinds, type MapViewport, mapScene } from "@whenwhere/map";
import { type Collection, parseEdtf, readIncidents } from "@whenwhere/model";
import { createStore, type Store } from "@whenwhere/store";
import { glyphOf, laneTable, timelineScene } from "@whenwhere/timeline";
import { createWords, fixedTextMetrics } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { fewElsewhere } from "../full-runs.ts";
import { placesOf } from "./collections.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { datasets } = JSON.parse(readFileSync(path.join(root, "data/index.json"), "utf8")) as {
  datasets: { folder: string }[];
};

function storeOf(folder: string): Store {
  const text = readFileSync(path.join(root, "data", folder, "incidents.json"), "utf8");
  const { incidents, sources } = readIncidents(text);
  expect(incidents.length).toBe((JSON.parse(text) as Collection).incidents.length);
  return createStore(incidents, { sources });
}

/** Web Mercator as MapLibre has it: a world of 512 px at zoom 0, centred on Greenwich and the equator. */
function mercator(zoom: number, lon: number, lat: number): MapViewport {
  const world = 512 * 2 ** zoom;
  const x = (degrees: number): number => (degrees / 360) * world;
  const y = (degrees: number): number =>
    (-Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, degrees)) * Math.PI) / 360)) / (2 * Math.PI)) * world;
  return {
    widthPx: 1440,
    heightPx: 900,
    zoom,
    project: (toLon, toLat) => [720 + x(toLon) - x(lon), 450 + y(toLat) - y(lat)],
    metersPerPx: (_, atLat) => (Math.cos((atLat * Math.PI) / 180) * 40_075_017) / world,
  };
}

const AREAS = ["district", "province", "country", "region", "sea", "line"];

describe.each(datasets.map(({ folder }) => folder))("the glyphs of %s", (folder) => {
  const store = storeOf(folder);
  const words = createWords("en");

  it("say of time no more than the record says", () => {
    for (let row = 0; row < store.columns.length; row++) {
      const { id, when, status = "happened" } = store.incident(row);
      const glyph = glyphOf(store, row);
      if (when?.edtf === null || when?.edtf === undefined) {
        expect(glyph, id).toBeNull();
        continue;
      }
      const date = parseEdtf(when.edtf);
      const span = when.span ?? "within";
      const exact = span === "within" && ["minute", "second", "millisecond"].includes(date.precision);
      const isSet = span === "within" && date.kind === "set" && date.members.length > 1;
      expect(glyph?.kind, id).toBe(isSet ? "set" : exact ? "instant" : span);
      const own = glyph?.readings[0];
      const edge = (side: typeof date.start): string =>
        side.kind !== "stated" ? side.kind : side.approximate ? "fade" : "cap";
      expect([own?.start, own?.end], id).toEqual([edge(date.start), edge(date.end)]);
      expect(own?.uncertain, id).toBe(date.uncertain);
      const outline = { alleged: "dashed", planned: "hollow", cancelled: "struck", retracted: "struck" }[
        status as "alleged"
      ];
      expect(glyph?.outline, id).toBe(outline ?? "solid");
      expect([own?.startMs, own?.endMs], id).toEqual([date.startMs, date.endMs]);
    }
  });

  it("are never narrower in time than the doubt", () => {
    const [startMs, endMs] = store.extentMs as readonly [number, number];
    const scene = timelineScene({
      store,
      lanes: laneTable(store, "category", ""),
      view: { startMs, endMs },
      widthPx: 1440,
      heightPx: 900,
      metrics: fixedTextMetrics(),
      words,
      overview: null,
      brush: null,
    });
    const { drawn, folded, undated, outside, shown } = scene.counts;
    expect(drawn + folded + undated + outside).toBe(shown);
    expect(shown).toBe(store.columns.length);
    const pxPerMs = scene.plot.widthPx / (endMs - startMs);
    for (const mark of scene.marks.filter(({ form }) => form === "bar")) {
      const outerMs = store.columns.outerEndMs.at(mark.row) - store.columns.outerStartMs.at(mark.row);
      if (!Number.isFinite(outerMs) || mark.bars.some(({ start, end }) => start === "beyond" || end === "beyond"))
        continue;
      // A disputed date has a bar a reading; its doubt is all of them.
      const left = Math.min(...mark.bars.map(({ xPx }) => xPx));
      const right = Math.max(...mark.bars.map(({ xPx, widthPx }) => xPx + widthPx));
      expect(right - left, mark.id).toBeGreaterThanOrEqual(outerMs * pxPerMs - 1);
    }
  });

  it.each(fewElsewhere([8, 1, 4, 12], 1))("say of place no more than the record says, at zoom %i", (zoom) => {
    for (let row = 0; row < store.columns.length; row++) {
      const { id, where } = store.incident(row);
      const centre = [where?.lon ?? 0, where?.lat ?? 0] as const;
      const scene = mapScene({ store, viewport: mercator(zoom, ...centre), shapes: { shape: () => null }, words });
      const kind = glyphKinds(scene).get(row);
      const precision = where?.precision ?? (where?.lon == null ? "unknown" : "settlement");
      if (precision === "unknown") expect(kind, id).toBe("tray");
      if (AREAS.includes(precision) && zoom >= 8) expect(kind, id).not.toBe("mark");
      if (kind === "mark" && where?.radiusM) {
        // One of several places is marked at each of them, so each of them has to fit into a mark.
        const choice = where.geometry?.type === "MultiPoint";
        const places = placesOf(store.incident(row)).filter((place) => place.precision === "settlement");
        const widestM = Math.max(...places.map((place) => place.radiusM ?? Number.POSITIVE_INFINITY));
        expect(choice && places.length === 0, id).toBe(false);
        const radiusM = choice ? widestM : where.radiusM;
        expect(radiusM / mercator(zoom, ...centre).metersPerPx(...centre), id).toBeLessThanOrEqual(8);
      }
      const { shown, drawn, clustered, unplaced } = scene.counts;
      expect(drawn + clustered + unplaced, id).toBe(shown);
    }
  });
});
