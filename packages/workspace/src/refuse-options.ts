import { MAP_FORM } from "@whenwhere/map/refuse-map";
import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { TIMELINE_FORM } from "@whenwhere/timeline/refuse-timeline";
import { refuseLocale, STORE } from "@whenwhere/view";
import { LAYOUT_PRESETS, type LayoutState, PANES } from "./layout/layout-preset.ts";
import { LOOK_FORM } from "./own-words.ts";
import { TABLE_FORM } from "./table/record-table.ts";
import type { WorkspaceMapOptions, WorkspaceOptions, WorkspaceTimelineOptions } from "./workspace-options.ts";

const FORM: OptionForm<WorkspaceOptions> = {
  ...LOOK_FORM,
  store: [STORE],
  collection: [Object],
  result: [Object],
  title: [String],
  description: [String],
  lane: TIMELINE_FORM.lane,
  timeline: [Object],
  projection: MAP_FORM.projection,
  worldview: MAP_FORM.worldview,
  map: [Object],
  layout: [...LAYOUT_PRESETS, Object],
  pageExport: [true, false],
  headerContent: [Object],
  report: [Object],
  attribution: [String],
  fragment: [true, false, "live"],
  languages: [[Object]],
  dataVersion: [String],
  savedFilters: [[Object]],
  datasets: [[Object]],
  rememberFilters: [String],
  table: [Object],
  loading: [Object, null],
  error: [Object, null],
};
const LAYOUT_FORM: OptionForm<LayoutState> = { preset: LAYOUT_PRESETS, hidden: [PANES], sizes: [Object] };
const WORKSPACE = { code: "workspace", name: "workspace" };

/** Options of a view that is the workspace's own: store, words and theme are those of the whole. */
function partOf<Form extends object>(form: Form): Omit<Form, "store" | "words" | "locale" | "theme"> {
  const { store: _, words: __, locale: ___, theme: ____, ...own } = form as Form & Record<string, unknown>;
  return own;
}

/** Its views are made later, where nobody could catch what they refuse: what they are given is looked at before. */
function refuseParts({ timeline = {}, map = {}, table = {}, layout = {} }: Partial<WorkspaceOptions>): void {
  const part = (name: string) => ({ ...WORKSPACE, name: `workspace.${name}` });
  const { size: _, ...timelineForm } = partOf(TIMELINE_FORM);
  refuseOptions<WorkspaceTimelineOptions>(timeline, timelineForm, part("timeline"));
  refuseOptions<WorkspaceMapOptions>(map, partOf(MAP_FORM), part("map"));
  refuseOptions(table, TABLE_FORM, part("table"));
  if (typeof layout === "object") refuseOptions<LayoutState>(layout, LAYOUT_FORM, part("layout"));
}

/**
 * Refuses options, or changes of them, that the workspace cannot use.
 * @throws WhenWhereError `workspace/options-missing`, `workspace/option-unknown`, `words/locale`.
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
  refuseParts(options);
  if (options.locale !== undefined) refuseLocale(options.locale);
}
