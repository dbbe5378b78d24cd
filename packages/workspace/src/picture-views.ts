import type { MapProjection, Worldview } from "@whenwhere/map";
import type { Store } from "@whenwhere/store";
import { type TimelineOptions, timeline } from "@whenwhere/timeline";
import type { Words } from "@whenwhere/view";
import type { RunStage } from "./export/run-file.ts";
import { runStage } from "./export/run-stage.ts";
import type { TimeRoom } from "./layout/time-rooms.ts";
import type { LayoutName } from "./layout/workspace-layout.ts";
import type { WorkspaceMapOptions, WorkspaceTimelineOptions } from "./workspace-options.ts";

/** A timeline or map of the workspace, as far as the workspace handles it. */
export interface PictureView {
  /** Fits the view to the layout: a phone has no room for headings and strips. */
  fit(layout: LayoutName, room: TimeRoom): void;
  toSVG(): string;
  /** Of a picture whose run through time can be a file. */
  readonly stage?: RunStage;
  destroy(): void;
}

/** Options that the workspace hands to its pictures. */
export interface PictureOptions {
  readonly store: Store;
  readonly words: Words;
  readonly layout: LayoutName;
  readonly room: TimeRoom;
  readonly attribution?: string;
  readonly lane?: TimelineOptions["lane"];
  readonly timeline?: WorkspaceTimelineOptions;
  readonly projection?: MapProjection;
  readonly worldview?: Worldview;
  readonly map?: WorkspaceMapOptions;
  readonly onSearch: () => void;
}

/**
 * Most of the timeline's height. The page of a phone or a tablet scrolls, so that it need not fold what a desk has room for, and the lanes of all
 * usual categories stand below one another without a scrollbar of their own.
 */
const TIMELINE_HEIGHT_PX: Readonly<Record<LayoutName, number>> = { phone: 568, tablet: 480, wide: 340 };

/** Least of a drawing that is squeezed; its pane scrolls then. */
const LEAST_HEIGHT_PX = 90;

/** `chromePx`: what stands above and below the drawing. */
function timelineFit(layout: LayoutName, room: TimeRoom, chromePx: number) {
  const roomy = layout !== "phone";
  const { fillPx, capPx } = room;
  const height = fillPx === null ? (capPx ?? TIMELINE_HEIGHT_PX[layout]) : Math.max(LEAST_HEIGHT_PX, fillPx - chromePx);
  return { height, overview: roomy, header: roomy, footer: roomy };
}

/** The heading, before it can be measured. */
const USUAL_CHROME_PX = 32;

/** The timeline. */
export async function mountTimeline(target: HTMLElement, options: PictureOptions): Promise<PictureView> {
  const { store, words, layout, room, onSearch, lane = "category", timeline: own = {} } = options;
  const view = timeline(target, { store, words, lane, ...timelineFit(layout, room, USUAL_CHROME_PX), ...own });
  view.on("search", onSearch);
  return {
    // What the host has said stays said, and what the reader has changed since stays changed.
    fit: (next, given) => {
      const stage = view.element.querySelector<HTMLElement>(".ww-tl-stage");
      const chromePx = stage === null ? USUAL_CHROME_PX : view.element.offsetHeight - stage.offsetHeight;
      view.update(
        Object.fromEntries(Object.entries(timelineFit(next, given, chromePx)).filter(([name]) => !(name in own))),
      );
    },
    toSVG: () => view.toSVG(),
    destroy: () => view.destroy(),
  };
}

/** The map, loaded when the first workspace needs it: a page that shows a timeline never downloads it. */
export async function mountMap(target: HTMLElement, options: PictureOptions): Promise<PictureView> {
  const { incidentMap } = await import("@whenwhere/map");
  const { store, words, attribution, layout, projection, worldview, map: own = {} } = options;
  const { camera, ...said } = own;
  const header = (name: LayoutName): "none" | "hint" => (name === "phone" ? "none" : "hint");
  const view = incidentMap(target, {
    store,
    words,
    header: header(layout),
    popup: "several",
    ...(attribution ? { attribution } : {}),
    ...(projection ? { projection } : {}),
    ...(worldview ? { worldview } : {}),
    ...said,
    // A link has put its camera into the store.
    ...(camera && store.state.camera === null ? { camera } : {}),
  });
  return {
    fit: (next) => view.update({ header: own.header ?? header(next) }),
    // Count and filters stand at the head of the sheet.
    toSVG: () => view.toSVG({ legend: "signs" }),
    stage: runStage(view),
    destroy: () => view.destroy(),
  };
}
