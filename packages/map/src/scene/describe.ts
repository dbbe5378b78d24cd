import type { Words } from "@whenwhere/view/pure";
import { isOwnPlace } from "./glyphs/own-place.ts";
import type { SceneStore } from "./spots/place-index.ts";
import type { DensityCell, MapScene } from "./types.ts";

/** Texts of the description; English by default. */
export interface MapDescriptionTexts {
  /** The law of the scene in words. */
  readonly summary: (counts: { shown: string; drawn: string; clustered: string; unplaced: string }) => string;
  readonly area: (name: string, n: string) => string;
  readonly cluster: (n: string, names: string) => string;
  readonly edge: (name: string, n: string) => string;
  readonly unplaced: (n: string) => string;
  /** A hexagon: a name from there, its records, those only possible, and what it is expected to hold with shares from around. */
  readonly cell?: (name: string, counts: { n: string; possible: string; expected: string }) => string;
  /** Records known by their area only, which a surface leaves out. */
  readonly areaOnly?: (n: string) => string;
}

const ENGLISH_DESCRIPTION: MapDescriptionTexts = {
  summary: ({ shown, drawn, clustered, unplaced }) =>
    `Map of ${shown} records: ${drawn} drawn one by one or by area, ${clustered} in clusters, ${unplaced} not on the map.`,
  area: (name, n) => `Somewhere in ${name}: ${n}.`,
  cluster: (n, names) => (names === "" ? `${n} records close together.` : `${n} records close together: ${names}.`),
  edge: (name, n) => `Beyond the view, ${name}: ${n}.`,
  unplaced: (n) => `Not on the map: ${n}.`,
  cell: (name, { n, possible, expected }) =>
    `${name === "" ? "Here" : `Around ${name}`}: ${n}, only possibly ${possible}, expected ${expected}.`,
  areaOnly: (n) => `Left out, known by area only: ${n}.`,
};

/** Hexagons that are put into words one by one: those that hold most. */
const DESCRIBED = 50;

/** The scene in words: a summary, then one sentence a glyph, in the order of reading. Plain text. */
export function describeMap(
  scene: MapScene,
  store: SceneStore,
  {
    words,
    texts = ENGLISH_DESCRIPTION,
  }: { readonly words: Pick<Words, "number" | "incident">; readonly texts?: MapDescriptionTexts },
): { readonly summary: string; readonly sentences: readonly string[] } {
  const n = (value: number) => words.number(value);
  const { shown, drawn, clustered, unplaced } = scene.counts;
  const sentences = [
    ...scene.marks.filter(isOwnPlace).map(({ row }) => words.incident(store.incident(row))),
    ...scene.rings.filter(isOwnPlace).map(({ row }) => words.incident(store.incident(row))),
    ...scene.areas.map(({ name, count }) => texts.area(name, n(count))),
    ...scene.clusters.map(({ count, rows }) => texts.cluster(n(count), namesOf(store, rows))),
    ...cellSentences(scene, store, { n, texts }),
    ...scene.edges.map(({ name, count }) => texts.edge(name, n(count))),
    ...(unplaced > 0 ? [texts.unplaced(n(unplaced))] : []),
  ];
  return {
    summary: texts.summary({ shown: n(shown), drawn: n(drawn), clustered: n(clustered), unplaced: n(unplaced) }),
    sentences,
  };
}

function cellSentences(
  { density }: MapScene,
  store: SceneStore,
  { n, texts }: { readonly n: (value: number) => string; readonly texts: MapDescriptionTexts },
): string[] {
  if (density === undefined) return [];
  const most = [...density.cells].sort((a, b) => b.expected - a.expected).slice(0, DESCRIBED);
  const { cell, areaOnly } = { ...ENGLISH_DESCRIPTION, ...texts };
  const sentences = most.map((one) => {
    const expected = n(Math.round(one.expected * 10) / 10);
    return cell?.(cellName(one, store), { n: n(one.count), possible: n(one.possible), expected }) ?? "";
  });
  return density.areaOnly === 0 ? sentences : [...sentences, areaOnly?.(n(density.areaOnly)) ?? ""];
}

/** The name that most of the first rows of a hexagon give their place; empty where none is named. */
export function cellName(
  { rows, count }: Pick<DensityCell, "rows" | "count">,
  store: Pick<SceneStore, "incident">,
): string {
  const names = new Map<string, number>();
  for (const row of rows.slice(0, Math.max(1, Math.min(count, 20)))) {
    const name = store.incident(row).where?.name ?? "";
    if (name !== "") names.set(name, (names.get(name) ?? 0) + 1);
  }
  return [...names].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function namesOf(store: SceneStore, rows: readonly number[]): string {
  const names = new Set(rows.slice(0, 50).map((row) => store.incident(row).where?.name ?? ""));
  names.delete("");
  return names.size > 3 ? "" : [...names].join(", ");
}
