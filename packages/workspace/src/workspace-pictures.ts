import { createPause } from "@whenwhere/model";
import { errorPanel, h } from "@whenwhere/view";
import type { RunStage } from "./export/run-file.ts";
import type { WorkspaceLayout } from "./layout/workspace-layout.ts";
import { mountMap, mountTimeline, type PictureOptions, type PictureView } from "./picture-views.ts";

/** Timeline and map of a workspace, which come into the page one after the other. */
export interface WorkspacePictures {
  /** The timeline is in the page. */
  readonly hasTimeline: boolean;
  /** Timeline and map as they stand, as SVG; null while they are not in the page. */
  svg(): { readonly timeline: string | null; readonly map: string | null };
  /** The map as what a run is taken of; null while it is not in the page. */
  stage(): RunStage | null;
  /** Resolves when both are in the page, or said to be missing. */
  readonly ready: Promise<void>;
  destroy(): void;
}

/** Loads both and fits them to the layout, as it is and as it becomes. One that cannot be made leaves its place to the reason. */
export function workspacePictures(
  layout: WorkspaceLayout,
  options: Omit<PictureOptions, "layout" | "room">,
): WorkspacePictures {
  const pictures = new Map<HTMLElement, PictureView>();
  const pause = createPause();
  let destroyed = false;
  layout.onChange((name) => {
    for (const picture of pictures.values()) picture.fit(name, layout.timeRoom);
  });
  const mount = async (target: HTMLElement, load: typeof mountTimeline): Promise<void> => {
    const waiting = h("div", { class: "ww-ws-placeholder" });
    target.append(waiting);
    try {
      const before = layout.name;
      const view = await load(target, { ...options, layout: before, room: layout.timeRoom });
      if (destroyed) return view.destroy();
      pictures.set(target, view);
      // A page may be turned, or a pane put away, while its pictures load.
      if (layout.name !== before) view.fit(layout.name, layout.timeRoom);
    } catch (error) {
      const found = error instanceof Error ? error.message : String(error);
      if (!destroyed) target.append(errorPanel({ title: options.words.t("workspace.error.view"), found }));
    }
    waiting.remove();
  };
  // The map has a task of its own: what stands beside it is seen, and may be used, before it is made.
  const mountMapLater: typeof mountMap = async (target, wanted) => {
    await pause();
    return mountMap(target, wanted);
  };
  return {
    get hasTimeline() {
      return pictures.has(layout.time);
    },
    svg: () => ({ timeline: svgOf(pictures.get(layout.time)), map: svgOf(pictures.get(layout.map)) }),
    stage: () => pictures.get(layout.map)?.stage ?? null,
    ready: Promise.all([mount(layout.time, mountTimeline), mount(layout.map, mountMapLater)]).then(() => {}),
    destroy() {
      destroyed = true;
      for (const one of pictures.values()) one.destroy();
      pictures.clear();
    },
  };
}

/** Null for a picture that has not been drawn yet, such as a map that never came into sight. */
function svgOf(picture: PictureView | undefined): string | null {
  try {
    return picture?.toSVG() ?? null;
  } catch {
    return null;
  }
}
