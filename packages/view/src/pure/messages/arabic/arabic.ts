import type { Language } from "../types.ts";
import { controls } from "./controls.ts";
import { core } from "./core.ts";
import { elements } from "./elements.ts";
import { issues } from "./issues.ts";
import { map } from "./map.ts";
import { outputs } from "./outputs.ts";
import { timeline } from "./timeline.ts";
import { panels, workspace } from "./workspace.ts";

/** All texts in Arabic. Pass it to `createWords("ar", [arabic])`; a page that does not import it does not carry it. */
export const arabic: Language = {
  tag: "ar",
  blocks: [core, timeline, map, workspace, panels, controls, issues, outputs, elements],
};
