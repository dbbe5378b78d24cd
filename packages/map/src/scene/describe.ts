import type { Words } from "@whenwhere/view/pure";
import type { SceneStore } from "./place-index.ts";
import type { MapScene } from "./types.ts";

/** Texts of the description; English by default. */
export interface MapDescriptionTexts {
  /** The law of the scene in words. */
  readonly summary: (counts: { shown: string; drawn: string; clustered: string; unplaced: string }) => string;
  readonly area: (name: string, n: string) => string;
  readonly cluster: (n: string, names: string) => string;
  readonly edge: (name: string, n: string) => string;
  readonly unplaced: (n: string) => string;
}

export const ENGLISH_DESCRIPTION: MapDescriptionTexts = {
  summary: ({ shown, drawn, clustered, unplaced }) =>
    `Map of ${shown} records: ${drawn} drawn one by one or by area, ${clustered} in clusters, ${unplaced} not on the map.`,
  area: (name, n) => `Somewhere in ${name}: ${n}.`,
  cluster: (n, names) => (names === "" ? `${n} records close together.` : `${n} records close together: ${names}.`),
  edge: (name, n) => `Beyond the view, ${name}: ${n}.`,
  unplaced: (n) => `Not on the map: ${n}.`,
};

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
    ...scene.marks.filter(isPlace).map(({ row }) => words.incident(store.incident(row))),
    ...scene.rings.filter(isPlace).map(({ row }) => words.incident(store.incident(row))),
    ...scene.areas.map(({ name, count }) => texts.area(name, n(count))),
    ...scene.clusters.map(({ count, rows }) => texts.cluster(n(count), namesOf(store, rows))),
    ...scene.edges.map(({ name, count }) => texts.edge(name, n(count))),
    ...(unplaced > 0 ? [texts.unplaced(n(unplaced))] : []),
  ];
  return {
    summary: texts.summary({ shown: n(shown), drawn: n(drawn), clustered: n(clustered), unplaced: n(unplaced) }),
    sentences,
  };
}

const isPlace = ({ part }: { readonly part?: "where" | "rival" | "from" }): boolean =>
  part === undefined || part === "where";

function namesOf(store: SceneStore, rows: readonly number[]): string {
  const names = new Set(rows.slice(0, 50).map((row) => store.incident(row).where?.name ?? ""));
  names.delete("");
  return names.size > 3 ? "" : [...names].join(", ");
}
