import { controls as arControls } from "./arabic/controls.ts";
import { core as arCore } from "./arabic/core.ts";
import { elements as arElements } from "./arabic/elements.ts";
import { issues as arIssues } from "./arabic/issues.ts";
import { map as arMap } from "./arabic/map.ts";
import { outputs as arOutputs } from "./arabic/outputs.ts";
import { timeline as arTimeline } from "./arabic/timeline.ts";
import { panels as arPanels, workspace as arWorkspace } from "./arabic/workspace.ts";
import { controls as zhControls } from "./chinese/controls.ts";
import { core as zhCore } from "./chinese/core.ts";
import { elements as zhElements } from "./chinese/elements.ts";
import { issues as zhIssues } from "./chinese/issues.ts";
import { map as zhMap } from "./chinese/map.ts";
import { outputs as zhOutputs } from "./chinese/outputs.ts";
import { timeline as zhTimeline } from "./chinese/timeline.ts";
import { panels as zhPanels, workspace as zhWorkspace } from "./chinese/workspace.ts";
import { controls as frControls } from "./french/controls.ts";
import { core as frCore } from "./french/core.ts";
import { elements as frElements } from "./french/elements.ts";
import { issues as frIssues } from "./french/issues.ts";
import { map as frMap } from "./french/map.ts";
import { outputs as frOutputs } from "./french/outputs.ts";
import { timeline as frTimeline } from "./french/timeline.ts";
import { panels as frPanels, workspace as frWorkspace } from "./french/workspace.ts";
import { controls as faControls } from "./persian/controls.ts";
import { core as faCore } from "./persian/core.ts";
import { elements as faElements } from "./persian/elements.ts";
import { issues as faIssues } from "./persian/issues.ts";
import { map as faMap } from "./persian/map.ts";
import { outputs as faOutputs } from "./persian/outputs.ts";
import { timeline as faTimeline } from "./persian/timeline.ts";
import { panels as faPanels, workspace as faWorkspace } from "./persian/workspace.ts";
import { controls as ptControls } from "./portuguese/controls.ts";
import { core as ptCore } from "./portuguese/core.ts";
import { elements as ptElements } from "./portuguese/elements.ts";
import { issues as ptIssues } from "./portuguese/issues.ts";
import { map as ptMap } from "./portuguese/map.ts";
import { outputs as ptOutputs } from "./portuguese/outputs.ts";
import { timeline as ptTimeline } from "./portuguese/timeline.ts";
import { panels as ptPanels, workspace as ptWorkspace } from "./portuguese/workspace.ts";
import { controls as ruControls } from "./russian/controls.ts";
import { core as ruCore } from "./russian/core.ts";
import { elements as ruElements } from "./russian/elements.ts";
import { issues as ruIssues } from "./russian/issues.ts";
import { map as ruMap } from "./russian/map.ts";
import { outputs as ruOutputs } from "./russian/outputs.ts";
import { timeline as ruTimeline } from "./russian/timeline.ts";
import { panels as ruPanels, workspace as ruWorkspace } from "./russian/workspace.ts";
import { controls as esControls } from "./spanish/controls.ts";
import { core as esCore } from "./spanish/core.ts";
import { elements as esElements } from "./spanish/elements.ts";
import { issues as esIssues } from "./spanish/issues.ts";
import { map as esMap } from "./spanish/map.ts";
import { outputs as esOutputs } from "./spanish/outputs.ts";
import { timeline as esTimeline } from "./spanish/timeline.ts";
import { panels as esPanels, workspace as esWorkspace } from "./spanish/workspace.ts";
import type { Language } from "./types.ts";
import { controls as ukControls } from "./ukrainian/controls.ts";
import { core as ukCore } from "./ukrainian/core.ts";
import { elements as ukElements } from "./ukrainian/elements.ts";
import { issues as ukIssues } from "./ukrainian/issues.ts";
import { map as ukMap } from "./ukrainian/map.ts";
import { outputs as ukOutputs } from "./ukrainian/outputs.ts";
import { timeline as ukTimeline } from "./ukrainian/timeline.ts";
import { panels as ukPanels, workspace as ukWorkspace } from "./ukrainian/workspace.ts";

/** All texts in Arabic. Pass it to `createWords("ar", [arabic])`; a page that does not import it does not carry it. */
export const arabic: Language = {
  tag: "ar",
  blocks: [arCore, arTimeline, arMap, arWorkspace, arPanels, arControls, arIssues, arOutputs, arElements],
};

/** All texts in Chinese. Pass it to `createWords("zh", [chinese])`; a page that does not import it does not carry it. */
export const chinese: Language = {
  tag: "zh",
  blocks: [zhCore, zhTimeline, zhMap, zhWorkspace, zhPanels, zhControls, zhIssues, zhOutputs, zhElements],
};

/** All texts in French. Pass it to `createWords("fr", [french])`; a page that does not import it does not carry it. */
export const french: Language = {
  tag: "fr",
  blocks: [frCore, frTimeline, frMap, frWorkspace, frPanels, frControls, frIssues, frOutputs, frElements],
};

/** All texts in Persian. Pass it to `createWords("fa", [persian])`; a page that does not import it does not carry it. */
export const persian: Language = {
  tag: "fa",
  blocks: [faCore, faTimeline, faMap, faWorkspace, faPanels, faControls, faIssues, faOutputs, faElements],
};

/** All texts in Portuguese. Pass it to `createWords("pt", [portuguese])`; a page that does not import it does not carry it. */
export const portuguese: Language = {
  tag: "pt",
  blocks: [ptCore, ptTimeline, ptMap, ptWorkspace, ptPanels, ptControls, ptIssues, ptOutputs, ptElements],
};

/** All texts in Russian. Pass it to `createWords("ru", [russian])`; a page that does not import it does not carry it. */
export const russian: Language = {
  tag: "ru",
  blocks: [ruCore, ruTimeline, ruMap, ruWorkspace, ruPanels, ruControls, ruIssues, ruOutputs, ruElements],
};

/** All texts in Spanish. Pass it to `createWords("es", [spanish])`; a page that does not import it does not carry it. */
export const spanish: Language = {
  tag: "es",
  blocks: [esCore, esTimeline, esMap, esWorkspace, esPanels, esControls, esIssues, esOutputs, esElements],
};

/** All texts in Ukrainian. Pass it to `createWords("uk", [ukrainian])`; a page that does not import it does not carry it. */
export const ukrainian: Language = {
  tag: "uk",
  blocks: [ukCore, ukTimeline, ukMap, ukWorkspace, ukPanels, ukControls, ukIssues, ukOutputs, ukElements],
};

/** The languages that have texts beside English, which is always there: for a page that speaks any of them. */
export const allLanguages: readonly Language[] = [
  arabic,
  chinese,
  french,
  persian,
  portuguese,
  russian,
  spanish,
  ukrainian,
];
