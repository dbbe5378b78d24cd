import { h, setHidden, setStyle, svg } from "@whenwhere/view";
import { SETTLE_MS } from "../camera/camera-moves.ts";
import type { CameraMoves, MapContext } from "../context.ts";
import type { MapTool } from "../map-options.ts";
import { MAP_SOURCE } from "../map-source.ts";
import { writeNotice } from "../picture/notice.ts";

/** Buttons beside those for the zoom, and the mark of the reader's own position. */
export interface MapTools {
  readonly element: HTMLElement;
  readonly mark: HTMLElement;
  /** After a change of words, options or size of the page. */
  label(): void;
  /** After a new picture. */
  update(): void;
  destroy(): void;
}

const ICONS: Readonly<Record<MapTool, string>> = {
  reset: "M3,6.5A3.5,3.5 0 1,1 5,9.6M3,3V6.5H6.5",
  locate: "M6.5,1V4M6.5,9V12M1,6.5H4M9,6.5H12M6.5,3.5A3,3 0 1,0 6.5,9.5A3,3 0 1,0 6.5,3.5Z",
  fullscreen: "M1.5,5V1.5H5M8,1.5H11.5V5M11.5,8V11.5H8M5,11.5H1.5V8",
};
/** Nearer than this nothing of the ground is gained, and further off the reader is not found. */
const HERE_ZOOM = 7;
const LONGEST_MS = 15_000;

function icon(tool: MapTool): SVGElement {
  const look = { fill: "none", stroke: "currentColor", "stroke-width": 1.4 };
  return svg(
    "svg",
    { viewBox: "0 0 13 13", width: 13, height: 13, "aria-hidden": "true" },
    svg("path", { d: ICONS[tool], ...look }),
  );
}

/** Makes the tools that the options ask for. The reader's position is asked for only when its button is pressed. */
export function createMapTools(context: MapContext, moves: CameraMoves): MapTools {
  const { element: root, frame } = context;
  const place = createHere(context, moves);
  const first = context.options.projection;
  const actions: Readonly<Record<MapTool, () => void>> = {
    fullscreen: () => void toggleFullscreen(root).catch(() => {}),
    reset: () => {
      const { store, camera } = context.options;
      store.clear(MAP_SOURCE);
      context.setProjection(first);
      if (camera === null) moves.fit(SETTLE_MS);
      else moves.moveTo(camera, SETTLE_MS);
    },
    locate: place.ask,
  };
  const buttons = (Object.keys(actions) as MapTool[]).map((tool) => {
    const button = h("button", { type: "button", onclick: actions[tool] }, icon(tool));
    return { tool, button };
  });
  const element = h("div", { class: "ww-segments ww-map-tools", role: "group" });
  element.append(...buttons.map(({ button }) => button));
  const label = () => {
    const full = fullscreenOf(root) === root;
    for (const { tool, button } of buttons) {
      const text = context.text(tool === "fullscreen" && full ? "fullscreenLeave" : tool);
      button.setAttribute("aria-label", text);
      button.title = text;
      button.hidden = !context.options.tools.includes(tool) || !isOffered(tool);
    }
    element.setAttribute("aria-label", context.text("tools"));
    element.hidden = buttons.every(({ button }) => button.hidden);
  };
  frame.stage.append(place.mark);
  document.addEventListener("fullscreenchange", label);
  label();
  return {
    ...{ element, mark: place.mark, label, update: place.update },
    destroy() {
      place.destroy();
      document.removeEventListener("fullscreenchange", label);
    },
  };
}

/** The reader's own position: asked for, looked at, marked and said. */
function createHere(context: MapContext, moves: CameraMoves) {
  const mark = h("div", { class: "ww-map-here", hidden: true, "aria-hidden": "true" });
  let here: readonly [lon: number, lat: number] | null = null;
  let destroyed = false;
  const update = () => {
    const at = here === null ? null : (context.ground.surface?.viewport().project(here[0], here[1]) ?? null);
    setHidden(mark, at === null);
    if (at !== null) setStyle(mark, { left: `${at[0]}px`, top: `${at[1]}px` });
  };
  const found = ({ coords }: GeolocationPosition) => {
    if (destroyed) return;
    here = [coords.longitude, coords.latitude];
    const zoom = Math.max(HERE_ZOOM, context.ground.surface?.camera.zoom ?? 0);
    moves.moveTo({ lon: here[0], lat: here[1], zoom }, SETTLE_MS * 2);
    context.say(context.text("located", { distance: lengthWords(coords.accuracy, context.options.words.locale) }));
    update();
  };
  const refused = () => {
    if (destroyed) return;
    const text = context.text("locateRefused");
    context.notice = text;
    writeNotice(context);
    context.say(text);
  };
  return {
    mark,
    update,
    ask: () => navigator.geolocation?.getCurrentPosition(found, refused, { timeout: LONGEST_MS }),
    destroy() {
      destroyed = true;
      mark.remove();
    },
  };
}

/** A frame that may not fill the screen, or a browser that does not locate, shows no button for it. */
function isOffered(tool: MapTool): boolean {
  if (tool === "fullscreen") return document.fullscreenEnabled;
  return tool !== "locate" || "geolocation" in navigator;
}

function fullscreenOf(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).fullscreenElement;
}

async function toggleFullscreen(element: Element): Promise<void> {
  if (fullscreenOf(element) === element) await document.exitFullscreen();
  else await element.requestFullscreen();
}

function lengthWords(meters: number, locale: string): string {
  const far = meters >= 1000;
  const value = far ? meters / 1000 : meters;
  const unit = far ? "kilometer" : "meter";
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumSignificantDigits: 2 }).format(value);
}
