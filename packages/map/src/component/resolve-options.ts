import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { createWords, mapTexts } from "@whenwhere/view";
import { refuseGround, WORLDVIEWS } from "../basemap/index.ts";
import { PROJECTIONS } from "./ground/surface.ts";
import type { IncidentMapOptions, MapTool, ResolvedOptions } from "./map-options.ts";

const FORM: OptionForm<IncidentMapOptions> = {
  store: "any",
  projection: "any",
  camera: "any",
  cooperativeGestures: "any",
  words: "any",
  locale: "any",
  theme: ["auto", "light", "dark"],
  detail: ["110m", "50m"],
  basemap: "any",
  worldview: "any",
  points: ["clusters", "all"],
  attribution: "any",
  header: ["counts", "hint", "none"],
  density: ["none", "hexbin", "heat"],
  popup: ["always", "several", "never"],
  tools: "any",
  workerUrl: "any",
};
const MAP = { code: "map", name: "incidentMap" };
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
  refuseOptions(options, FORM, MAP);
  if (options.tools !== undefined) refuseTools(options.tools);
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

/** @throws WhenWhereError `map/option-unknown`. */
function refuseTools(tools: readonly MapTool[]): void {
  const unknown = tools.find((tool) => !TOOLS.includes(tool));
  if (unknown === undefined) return;
  throw new WhenWhereError(
    "map/option-unknown",
    `The option tools of incidentMap has "${String(unknown)}", which is none of its words.`,
    `Use some of ${TOOLS.join(", ")}.`,
  );
}
