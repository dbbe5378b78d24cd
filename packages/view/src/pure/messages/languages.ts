import { core as arCore } from "./arabic/core.ts";
import { elements as arElements } from "./arabic/elements.ts";
import { map as arMap } from "./arabic/map.ts";
import { timeline as arTimeline } from "./arabic/timeline.ts";
import { panels as arPanels, workspace as arWorkspace } from "./arabic/workspace.ts";
import { core as faCore } from "./persian/core.ts";
import { elements as faElements } from "./persian/elements.ts";
import { map as faMap } from "./persian/map.ts";
import { timeline as faTimeline } from "./persian/timeline.ts";
import { panels as faPanels, workspace as faWorkspace } from "./persian/workspace.ts";
import type { Language } from "./types.ts";

/** All texts in Arabic. Pass it to `createWords("ar", [arabic])`; a page that does not import it does not carry it. */
export const arabic: Language = {
  tag: "ar",
  blocks: [arCore, arTimeline, arMap, arWorkspace, arPanels, arElements],
};

/** All texts in Persian. Pass it to `createWords("fa", [persian])`; a page that does not import it does not carry it. */
export const persian: Language = {
  tag: "fa",
  blocks: [faCore, faTimeline, faMap, faWorkspace, faPanels, faElements],
};

/** The languages that have texts beside English, which is always there: for a page that speaks any of them. */
export const allLanguages: readonly Language[] = [arabic, persian];
