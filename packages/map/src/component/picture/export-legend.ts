import { STATUSES } from "@whenwhere/model";
import type { Words } from "@whenwhere/view";
import type { LegendItem, PictureLegend } from "../../draw/index.ts";
import type { MapScene } from "../../scene/index.ts";
import type { MapContext } from "../context.ts";
import type { MapText } from "../map-text.ts";

/** What the signs of this picture mean, in words: only those that are in it. */
export function exportLegend({ options, text }: Pick<MapContext, "options" | "text">, scene: MapScene): PictureLegend {
  const { store, words } = options;
  const { unplaced } = scene.counts;
  return {
    counts: words.counts(store.count()),
    span: spanWords(options, text),
    items: scene.density === undefined ? [...categoryItems(scene, options), ...doubtItems(scene, text)] : [],
    density: scene.density === undefined ? null : densitySteps(scene.density, words, text),
    notes: [
      ...(scene.density === undefined ? [] : densityNotes(scene.density, text)),
      ...(unplaced > 0 ? [text("tray", { n: unplaced })] : []),
    ],
  };
}

/** The windows in force, in words; "" where all dates are shown. */
function spanWords({ store, words }: MapContext["options"], text: MapText): string {
  const [first, last] = store.extentMs ?? [Number.NaN, Number.NaN];
  const spans = Object.values(store.state.clauses).flatMap((clause) => {
    if (clause.kind !== "window") return [];
    const startMs = Number.isFinite(clause.startMs) ? clause.startMs : first;
    const endMs = Number.isFinite(clause.endMs) ? clause.endMs : last;
    return startMs < endMs ? [text("legendWindow", { range: words.range(startMs, endMs) })] : [];
  });
  return spans.join(words.t("list.comma"));
}

function categoryItems(scene: MapScene, { store, words }: MapContext["options"]): LegendItem[] {
  const shared = [...scene.clusters, ...scene.areas].flatMap(({ shares }) => shares.map(({ category }) => category));
  const alone = [...scene.marks, ...scene.rings, ...scene.edges].map(({ category }) => category);
  return [...new Set([...shared, ...alone])]
    .sort((a, b) => a - b)
    .map((category) => ({
      sign: { kind: "category", category },
      text: words.category(store.categories[category] ?? ""),
    }));
}

const DOUBTS = {
  possible: "legendPossible",
  alleged: "legendAlleged",
  planned: "legendPlanned",
  cancelled: "legendCancelled",
  hatch: "legendHatch",
  ring: "legendRing",
} as const;

function doubtItems({ marks, rings, areas }: MapScene, text: MapText): LegendItem[] {
  const alone = [...marks, ...rings];
  const has = {
    possible: alone.some(({ certainty }) => certainty === "possible"),
    alleged: alone.some(({ status }) => STATUSES[status] === "alleged"),
    planned: alone.some(({ status }) => STATUSES[status] === "planned"),
    cancelled: alone.some(({ status }) => STATUSES[status] === "cancelled"),
    hatch: areas.some(({ rings: outlines }) => outlines.length > 0),
    ring: rings.length > 0,
  } as const;
  const kinds = Object.keys(has) as (keyof typeof has)[];
  return kinds.filter((kind) => has[kind]).map((kind) => ({ sign: { kind }, text: text(DOUBTS[kind]) }));
}

/** Counts per area of ground; below its first bound a smooth surface has no colour. */
export function densitySteps(
  { breaks, kind, unitKm2 }: NonNullable<MapScene["density"]>,
  words: Words,
  text: MapText,
): NonNullable<PictureLegend["density"]> {
  const number = (value: number) => words.number(value);
  const bounds = [`< ${number(breaks[0] ?? 1)}`, ...breaks.map((value) => `≥ ${number(value)}`)];
  const first = kind === "heat" ? 1 : 0;
  return { title: text("densityUnit", { area: number(unitKm2) }), steps: bounds.slice(first), first };
}

/** How a surface is to be read, and what it leaves out. */
export function densityNotes({ kind, areaOnly }: NonNullable<MapScene["density"]>, text: MapText): readonly string[] {
  return [
    text("densityFixed"),
    text("densitySpread"),
    ...(kind === "heat" ? [text("densitySmoothed")] : []),
    ...(areaOnly > 0 ? [text("densityLeft", { n: areaOnly })] : []),
  ];
}
