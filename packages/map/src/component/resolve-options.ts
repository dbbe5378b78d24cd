import { createWords, mapTexts } from "@whenwhere/view";
import type { IncidentMapOptions, ResolvedOptions } from "./map-options.ts";

function localeOf(target: Element): string {
  const own = target.closest("[lang]")?.getAttribute("lang");
  return own || document.documentElement.lang || navigator.language || "en";
}

/** Words of a locale that is asked for; else of the page's, whose tag may be nonsense. */
function wordsOf(target: Element, locale: string | undefined) {
  if (locale !== undefined) return createWords(locale);
  try {
    return createWords(localeOf(target));
  } catch {
    return createWords("en");
  }
}

/** Fills in the defaults of options that nothing is wrong with. */
export function resolveOptions(target: Element, options: IncidentMapOptions): ResolvedOptions {
  return {
    store: options.store,
    worldview: options.worldview ?? "de-facto",
    projection: options.projection ?? "mercator",
    camera: options.camera ?? null,
    cooperativeGestures: options.cooperativeGestures ?? true,
    words: (options.words ?? wordsOf(target, options.locale)).withTexts(mapTexts),
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
