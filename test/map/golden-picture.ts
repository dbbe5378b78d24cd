import { createStore } from "@whenwhere/store";
import {
  allLanguages,
  categoryStyles,
  createWords,
  DARK,
  fixedTextMetrics,
  LIGHT,
  mapTexts,
} from "@whenwhere/view/pure";
import { countryName, createAreaShapes, inWorldview, loadBasemap } from "../../packages/map/src/basemap/index.ts";
import { sceneTexts } from "../../packages/map/src/component/records/scene-texts.ts";
import { type FlatMapInput, flatViewport } from "../../packages/map/src/flat/index.ts";
import { mapScene } from "../../packages/map/src/scene/index.ts";
import type { GoldenMap } from "./golden-cases.ts";

/** Size of the pictures, unless a case says otherwise. */
const SIZE = [280, 180] as const;

/** What the flat map is drawn from: the same in Node and in a browser, and in every zone of the machine. */
export async function pictureOf(one: GoldenMap): Promise<FlatMapInput> {
  const basemap = inWorldview(await loadBasemap("110m"), one.worldview ?? "de-facto");
  const shapes = createAreaShapes(basemap);
  for (const country of one.countries ?? []) await shapes.load(country);
  const store = createStore(one.records);
  if (one.clause !== undefined) store.set(one.clause);
  if (one.selected !== undefined) store.select(one.selected);
  const [widthPx, heightPx] = one.size ?? SIZE;
  const viewport = flatViewport(one.camera, { widthPx, heightPx }, one.projection);
  const words = createWords(one.locale ?? "en", allLanguages).withTexts(mapTexts);
  const options = {
    texts: sceneTexts(words),
    countryName: (iso: string) => countryName(iso, words.locale, shapes.shape(iso, null)?.name),
  };
  const scene = mapScene({ store, viewport, shapes, words, options });
  const look = {
    theme: one.theme === "dark" ? DARK : LIGHT,
    styles: categoryStyles(store.categories),
    locale: words.locale,
  };
  return { basemap, viewport, scene, look, words, metrics: fixedTextMetrics(), attribution: null };
}
