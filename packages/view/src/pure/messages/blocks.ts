import { controls } from "./english/controls.ts";
import { elements } from "./english/elements.ts";
import { issues } from "./english/issues.ts";
import { map } from "./english/map.ts";
import { outputs } from "./english/outputs.ts";
import { timeline } from "./english/timeline.ts";
import { panels, workspace } from "./english/workspace.ts";
import type { Language } from "./types.ts";

/** English texts of the timeline; the view adds them to the words it is given. */
export const timelineTexts: Language = { tag: "en", blocks: [timeline] };
/** English texts inside the map. */
export const mapTexts: Language = { tag: "en", blocks: [map] };
/** English texts of workspace, table, record card, filters and legend. */
export const workspaceTexts: Language = { tag: "en", blocks: [workspace, panels, controls, issues, outputs] };
/** English texts of the elements themselves. */
export const elementTexts: Language = { tag: "en", blocks: [elements] };
