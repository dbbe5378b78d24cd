import { WhenWhereError } from "@whenwhere/model";
import { LAYOUT_PRESETS } from "./layout/layout-preset.ts";
import type { WorkspaceOptions } from "./workspace-options.ts";

/** @throws WhenWhereError `workspace/options-missing`, `workspace/layout-unknown`. */
export function refuseOptions(options: WorkspaceOptions | null | undefined): void {
  if (typeof options !== "object" || options === null) {
    throw new WhenWhereError(
      "workspace/options-missing",
      `The workspace needs options and found ${String(options)}.`,
      "Pass { store: createStore(incidents) }, or {} while the records are on their way.",
    );
  }
  const { layout } = options;
  if (typeof layout !== "string" || LAYOUT_PRESETS.includes(layout)) return;
  throw new WhenWhereError(
    "workspace/layout-unknown",
    `There is no layout "${String(layout)}".`,
    `Use one of ${LAYOUT_PRESETS.join(", ")}.`,
  );
}
