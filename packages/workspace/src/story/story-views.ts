import type { Camera, StoreState } from "@whenwhere/store";
import { timeline } from "@whenwhere/timeline";
import { h, type Words } from "@whenwhere/view";
import type { StoryOptions } from "./story-options.ts";

/** Above the map; where the window is low, as where a page is enlarged, the map and the buttons of the steps keep their place. */
const WIDE_TIME = { share: 0.42, leastPx: 140, mostPx: 300 } as const;
/** On a phone it shares the screen with the map and the text: a few lanes, and no more than leaves the map its place. */
const PHONE_TIME = { share: 0.23, leastPx: 140, mostPx: 200 } as const;

/** A window as low as a phone that lies on its side, whatever bars its browser shows. */
export function isLow(): boolean {
  return window.innerHeight <= 440;
}

function timeHeightPx(layout: "wide" | "phone"): number {
  const { share, leastPx, mostPx } = layout === "wide" ? WIDE_TIME : PHONE_TIME;
  return isLow() ? leastPx : Math.min(Math.max(window.innerHeight * share, leastPx), mostPx);
}

/** Width and height of the map that the cameras of a story are meant for. */
const MEANT_PX = { width: 1000, height: 560 } as const;

/** The same places on a smaller map: it looks from further away. A larger one shows more around them. */
function fitted(camera: Camera | null, map: HTMLElement): Camera | null {
  const share = Math.min(map.clientWidth / MEANT_PX.width, map.clientHeight / MEANT_PX.height);
  if (camera === null || !(share > 0 && share < 1)) return camera;
  return { ...camera, zoom: camera.zoom + Math.log2(share) };
}

/** Drawings of a story: the timeline at once, the map when it is loaded. */
export interface StoryViews {
  readonly bar: HTMLElement;
  readonly ready: Promise<void>;
  fit(layout: "wide" | "phone"): void;
  show(state: StoreState): void;
  destroy(): void;
}

/** Makes the drawings inside `root`: they measure and read their colours in the page. */
export function storyViews(root: HTMLElement, options: StoryOptions & { readonly words: Words }): StoryViews {
  const { store, words, lane = "category", projection } = options;
  const time = h("div", { class: "ww-story-time" });
  const place = h("div", { class: "ww-story-map" });
  const bar = h("div", { class: "ww-story-bar" });
  const element = h("div", { class: "ww-story-views" }, time, place, bar);
  root.append(element);
  const owned: (() => void)[] = [];
  let destroyed = false;
  const line = timeline(time, { store, words, lane, overview: false, header: false, footer: false });
  owned.push(() => line.destroy());
  const mountMap = async (): Promise<void> => {
    const { incidentMap } = await import("@whenwhere/map");
    if (destroyed) return;
    const own = projection ? { projection } : {};
    const map = incidentMap(place, { store, words, header: "none", popup: "several", ...own });
    owned.push(() => map.destroy());
  };
  return {
    bar,
    ready: mountMap(),
    fit: (layout) => line.update({ height: timeHeightPx(layout) }),
    show(state) {
      const { view } = state;
      // The dates glide to where they go, unless the reader asks for less motion; everything else is there at once.
      store.restore({ ...state, view: store.state.view, camera: fitted(state.camera, place) });
      if (view === null) line.fit(undefined, { animate: true });
      else line.fit(view, { animate: true });
    },
    destroy() {
      destroyed = true;
      for (const one of owned) one();
    },
  };
}
