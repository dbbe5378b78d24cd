import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { LAYOUT_PRESETS } from "./layout/layout-preset.ts";
import type { WorkspaceOptions } from "./workspace-options.ts";

const FORM: OptionForm<WorkspaceOptions> = {
  store: "any",
  collection: "any",
  result: "any",
  title: "any",
  description: "any",
  lane: "any",
  timeline: "any",
  projection: "any",
  worldview: "any",
  map: "any",
  layout: "any",
  pageExport: "any",
  headerContent: "any",
  locale: "any",
  words: "any",
  theme: ["auto", "light", "dark"],
  report: "any",
  attribution: "any",
  fragment: [true, false, "live"],
  languages: "any",
  dataVersion: "any",
  savedFilters: "any",
  datasets: "any",
  rememberFilters: "any",
  table: "any",
  loading: "any",
  error: "any",
};
const WORKSPACE = { code: "workspace", name: "workspace" };

/**
 * Refuses options, or changes of them, that the workspace cannot use.
 * @throws WhenWhereError `workspace/options-missing`, `workspace/option-unknown`, `workspace/layout-unknown`.
 */
export function refuseWorkspace(options: Partial<WorkspaceOptions> | null | undefined): void {
  if (typeof options !== "object" || options === null) {
    throw new WhenWhereError(
      "workspace/options-missing",
      `The workspace needs options and found ${String(options)}.`,
      "Pass { store: createStore(incidents) }, or {} while the records are on their way.",
    );
  }
  refuseOptions(options, FORM, WORKSPACE);
  const { layout } = options;
  if (typeof layout !== "string" || LAYOUT_PRESETS.includes(layout)) return;
  throw new WhenWhereError(
    "workspace/layout-unknown",
    `There is no layout "${String(layout)}".`,
    `Use one of ${LAYOUT_PRESETS.join(", ")}.`,
  );
}
