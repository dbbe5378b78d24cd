import { WhenWhereError } from "@whenwhere/model";
import { createWords, mapTexts } from "@whenwhere/view";
import { refuseGround, WORLDVIEWS } from "../basemap/index.ts";
import { PROJECTIONS } from "./ground/surface.ts";
import type { IncidentMapOptions, MapTool, ResolvedOptions } from "./map-options.ts";

/** Options that are one word of a list. */
const WORDS = {
  density: ["none", "hexbin", "heat"],
  detail: ["110m", "50m"],
  header: ["counts", "hint", "none"],
  points: ["clusters", "all"],
  popup: ["always", "several", "never"],
  theme: ["auto", "light", "dark"],
} as const satisfies { [K in keyof IncidentMapOptions]?: readonly IncidentMapOptions[K][] };
const TOOLS: readonly MapTool[] = ["reset", "locate", "fullscreen"];

function localeOf(target: Element): string {
  const own = target.closest("[lang]")?.getAttribute("lang");
  return own || document.documentElement.lang || navigator.language || "en";
}

/** Words of a tag that may be nonsense: it comes from pages. */
function wordsOf(locale: string) {
  try {
    return createWords(locale);
  } catch {
    return createWords("en");
  }
}

/**
 * Fills in the defaults.
 * @throws WhenWhereError `map/store-missing`, `map/projection-unknown`, `map/worldview-unknown`, `map/option-unknown`,
 * `map/basemap-unknown`.
 */
export function resolveOptions(target: Element, options: IncidentMapOptions): ResolvedOptions {
  const { store, projection = "mercator", worldview = "de-facto" } = options;
  if (store === undefined || store === null || typeof store.passing !== "function") {
    throw new WhenWhereError(
      "map/store-missing",
      `The map needs a store and found ${String(store)}.`,
      "Pass { store: createStore(incidents) }.",
    );
  }
  if (!PROJECTIONS.includes(projection)) {
    throw new WhenWhereError(
      "map/projection-unknown",
      `There is no projection "${String(projection)}".`,
      `Use one of ${PROJECTIONS.join(", ")}.`,
    );
  }
  if (!WORLDVIEWS.includes(worldview)) {
    throw new WhenWhereError(
      "map/worldview-unknown",
      `There is no worldview "${String(worldview)}": the map's data knows de facto borders only.`,
      `Use one of ${WORLDVIEWS.join(", ")}.`,
    );
  }
  refuseUnknown(options);
  if (options.basemap !== undefined) refuseGround(options.basemap);
  return {
    store,
    worldview,
    projection,
    camera: options.camera ?? null,
    cooperativeGestures: options.cooperativeGestures ?? true,
    words: (options.words ?? wordsOf(options.locale ?? localeOf(target))).withTexts(mapTexts),
    theme: options.theme ?? "auto",
    detail: options.detail ?? null,
    basemap: options.basemap ?? null,
    attribution: options.attribution ?? "",
    points: options.points ?? "clusters",
    header: options.header ?? "counts",
    popup: options.popup ?? "always",
    density: options.density ?? "none",
    tools: options.tools ?? ["fullscreen"],
    workerUrl: options.workerUrl,
  };
}

function unknownWord(name: string, value: unknown, words: readonly string[]): WhenWhereError {
  return new WhenWhereError(
    "map/option-unknown",
    `The map's option ${name} is "${String(value)}", which is none of its words.`,
    `Use one of ${words.join(", ")}.`,
  );
}

/** @throws WhenWhereError `map/option-unknown`. */
function refuseUnknown(options: IncidentMapOptions): void {
  for (const [name, words] of Object.entries(WORDS)) {
    const value = options[name as keyof typeof WORDS];
    if (value !== undefined && !(words as readonly string[]).includes(value)) throw unknownWord(name, value, words);
  }
  for (const tool of options.tools ?? []) if (!TOOLS.includes(tool)) throw unknownWord("tools", tool, TOOLS);
}
