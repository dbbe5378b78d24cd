import { MAP_FORM, refuseMapWords } from "@whenwhere/map/refuse-map";
import { WhenWhereError } from "@whenwhere/model";
import { type OptionForm, refuseOptions } from "@whenwhere/model/refuse-options";
import { TIMELINE_FORM } from "@whenwhere/timeline/refuse-timeline";
import { refuseLocale } from "@whenwhere/view";
import { LAYOUT_PRESETS } from "./layout/layout-preset.ts";
import { LOOK_FORM } from "./own-words.ts";
import { refuseColumns, TABLE_FORM } from "./table/record-table.ts";
import type { WorkspaceMapOptions, WorkspaceOptions, WorkspaceTimelineOptions } from "./workspace-options.ts";

const FORM: OptionForm<WorkspaceOptions> = {
  ...LOOK_FORM,
  store: "any",
  collection: "any",
  result: "any",
  title: "any",
  description: "any",
  lane: "any",
  timeline: "any",
  projection: MAP_FORM.projection,
  worldview: MAP_FORM.worldview,
  map: "any",
  layout: "any",
  pageExport: "any",
  headerContent: "any",
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

/** Options of a view that is the workspace's own: store, words and theme are those of the whole. */
function partOf<Form extends object>(form: Form): Omit<Form, "store" | "words" | "locale" | "theme"> {
  const { store: _, words: __, locale: ___, theme: ____, ...own } = form as Form & Record<string, unknown>;
  return own;
}

/** Its views are made later, where nobody could catch what they refuse: what they are given is looked at before. */
function refuseParts({ timeline = {}, map = {}, table = {} }: Partial<WorkspaceOptions>): void {
  const part = (name: string) => ({ ...WORKSPACE, name: `workspace.${name}` });
  const { size: _, ...timelineForm } = partOf(TIMELINE_FORM);
  refuseOptions<WorkspaceTimelineOptions>(timeline, timelineForm, part("timeline"));
  refuseOptions<WorkspaceMapOptions>(map, partOf(MAP_FORM), part("map"));
  refuseOptions(table, TABLE_FORM, part("table"));
  refuseColumns(table);
  refuseMapWords(map);
}

/**
 * Refuses options, or changes of them, that the workspace cannot use.
 * @throws WhenWhereError `workspace/options-missing`, `workspace/option-unknown`, `workspace/layout-unknown`,
 * `words/locale`, `map/basemap-unknown`, `map/camera`.
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
  const { layout, locale } = options;
  if (locale !== undefined) refuseLocale(locale);
  if (typeof layout !== "string" || LAYOUT_PRESETS.includes(layout)) return;
  throw new WhenWhereError(
    "workspace/layout-unknown",
    `There is no layout "${String(layout)}".`,
    `Use one of ${LAYOUT_PRESETS.join(", ")}.`,
  );
}
