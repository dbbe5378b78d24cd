import { core as arCore } from "./arabic/core.ts";
import { elements as arElements } from "./arabic/elements.ts";
import { map as arMap } from "./arabic/map.ts";
import { timeline as arTimeline } from "./arabic/timeline.ts";
import { panels as arPanels, workspace as arWorkspace } from "./arabic/workspace.ts";
import type { Language } from "./types.ts";

/** All texts in Arabic. Pass it to `createWords("ar", [arabic])`; a page that does not import it does not carry it. */
export const arabic: Language = { tag: "ar", blocks: [arCore, arTimeline, arMap, arWorkspace, arPanels, arElements] };
