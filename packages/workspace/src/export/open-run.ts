import { h } from "@whenwhere/view";
import type { RunPanel, RunPanelOptions } from "./run-panel.ts";

/**
 * Opens the form that makes a file of a run; its program, with that of the player, is loaded with the first one. `show` is
 * handed a place that is filled when it is there, and what ends it.
 */
export function openRun(
  options: Omit<RunPanelOptions, "stage"> & { readonly stage: RunPanelOptions["stage"] | null },
  show: (content: HTMLElement, onGone: () => void) => void,
): void {
  const { stage, words, say } = options;
  if (stage === null || stage.widthPx * stage.heightPx === 0) {
    say(words.t("run.noMap"));
    return;
  }
  const place = h("div");
  let panel: RunPanel | null = null;
  let isGone = false;
  show(place, () => {
    isGone = true;
    panel?.destroy();
  });
  const fill = async (): Promise<void> => {
    const { runPanel } = await import("./run-panel.ts");
    if (isGone) return;
    panel = runPanel({ ...options, stage });
    place.replaceChildren(panel.element);
  };
  fill().catch((error: unknown) =>
    say(words.t("export.failed", { reason: error instanceof Error ? error.message : String(error) })),
  );
}
