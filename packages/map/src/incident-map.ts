import { WhenWhereError } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import {
  categoryStyles,
  createLiveRegion,
  createViewRoot,
  readTheme,
  resolveTarget,
  setStyle,
  setTheme,
  whenSeen,
} from "@whenwhere/view";
import { SETTLE_MS } from "./component/camera/camera-moves.ts";
import type { MapContext } from "./component/context.ts";
import { createContext } from "./component/create-context.ts";
import { createMapFrame, type FrameActions, labelFrame, pressFrame } from "./component/frame/map-frame.ts";
import { isDrawn } from "./component/ground/surface.ts";
import { mapCss } from "./component/map-css.ts";
import type {
  IncidentMapHandle,
  IncidentMapOptions,
  IncidentMapState,
  ResolvedOptions,
} from "./component/map-options.ts";
import type { MapParts } from "./component/map-parts.ts";
import { mapText } from "./component/map-text.ts";
import { boxView } from "./component/outline/area-filter.ts";
import { describePicture } from "./component/picture/describe-picture.ts";
import { mapPng, mapSvg } from "./component/picture/export-picture.ts";
import { drawPicture, writeCredit } from "./component/picture/map-picture.ts";
import { writeNotice } from "./component/picture/notice.ts";
import { refuseMap } from "./component/refuse-map.ts";
import { resolveOptions } from "./component/resolve-options.ts";
import { wireMap } from "./component/wire-map.ts";

/**
 * Draws the records of a store where they happened, as exactly as they say it and no more so.
 *
 * MapLibre draws the ground from data inside the package: nothing is requested but MapLibre's own worker. It is loaded when
 * the map first comes into sight; until it is ready, and wherever WebGL2 is missing, the same records stand on a drawn ground.
 *
 * @param target An element, or a selector of one that is in the page. The map fills it: give it a height.
 * @throws WhenWhereError `view/target-missing`, `map/store-missing`, `map/option-unknown`,
 * `words/locale`; `update()` throws `map/store-other` too.
 */
export function incidentMap(target: string | Element, options: IncidentMapOptions): IncidentMapHandle {
  refuseMap(options);
  const host = resolveTarget(target);
  let given = options;
  const map = createMap(host, resolveOptions(host, options));
  const { context } = map;
  return {
    element: context.element,
    on: context.emitter.on,
    get state() {
      return stateOf(map);
    },
    update(changes) {
      refuseOtherStore(given.store, changes);
      const next = { ...given, ...changes, store: given.store };
      refuseMap(next);
      map.apply(resolveOptions(host, next));
      given = next;
    },
    describe: () => describePicture(context),
    toSVG: (picture) => mapSvg(context, picture),
    toPNG: (picture) => mapPng(context, picture),
    destroy: map.destroy,
  };
}

/** @throws WhenWhereError `map/store-other`. */
function refuseOtherStore(store: Store, changes: Partial<IncidentMapOptions>): void {
  if (changes.store === undefined || changes.store === store) return;
  throw new WhenWhereError(
    "map/store-other",
    "A map keeps the store that it was made with, and update() found another.",
    "Destroy the map and make one of the other store.",
  );
}

/** One living map: its shared state, its parts and its end. */
interface LivingMap {
  readonly context: MapContext;
  readonly parts: MapParts;
  apply(options: ResolvedOptions): void;
  destroy(): void;
}

function stateOf({ context, parts }: LivingMap): IncidentMapState {
  const { options, ground, records, notice } = context;
  const { row } = parts.cursor;
  return {
    camera: ground.surface?.camera ?? null,
    projection: options.projection,
    ground: ground.surface?.kind ?? null,
    notice,
    counts: records.scene?.counts ?? { shown: 0, drawn: 0, clustered: 0, unplaced: 0 },
    currentId: row < 0 ? null : options.store.id(row),
  };
}

function createMap(host: HTMLElement, options: ResolvedOptions): LivingMap {
  const { words, theme } = options;
  const root = createViewRoot(host, { className: "ww-map", css: mapCss, words, theme });
  let living: LivingMap | null = null;
  const frame = createMapFrame(actionsOf(() => living as LivingMap));
  root.element.setAttribute("role", "region");
  root.element.append(frame.head, frame.stage, frame.foot);
  const live = createLiveRegion(root.element);
  const context = createContext(root.element, {
    ...{ frame, options, live },
    draw: () => living !== null && drawPicture(living.context, living.parts),
    onReady: () => living !== null && context.emitter.emit("ready", stateOf(living)),
    setProjection: (projection) => living?.apply({ ...living.context.options, projection }),
  });
  const parts = wireMap(context);
  const stopWaiting = whenSeen(frame.stage, () => void context.ground.start().catch(reportError));
  let destroyed = false;
  living = {
    context,
    parts,
    apply: (next) => destroyed || applyOptions(context, parts, next),
    destroy: () => {
      if (destroyed) return;
      destroyed = true;
      stopWaiting();
      parts.destroy();
      context.scheduler.destroy();
      context.records.destroy();
      context.ground.destroy();
      context.shapes.destroy();
      context.emitter.clear();
      live.destroy();
      root.destroy();
    },
  };
  writeWords(context, parts);
  return living;
}

function actionsOf(map: () => LivingMap): FrameActions {
  return {
    zoom: (levels) => map().parts.moves.zoomBy(levels, undefined, SETTLE_MS),
    fit: () => map().parts.moves.fit(SETTLE_MS),
    setDrag: (drag) => {
      const { context } = map();
      context.drag = drag;
      pressAll(context);
    },
    onlyInView: () => boxView(map().context),
    setProjection: (projection) => map().context.setProjection(projection),
  };
}

function pressAll({ frame, options, drag }: MapContext): void {
  const { projection } = options;
  setStyle(frame.stage, { "--ww-stage-ground": projection === "globe" ? "var(--ww-page)" : null });
  pressFrame(frame, { drag, projection, globe: !isDrawn(projection) });
  frame.hands.classList.toggle("ww-moves", !options.cooperativeGestures);
}

/** Puts all words onto the frame, in the language of the options. */
function writeWords(context: MapContext, parts: MapParts): void {
  const { element, frame, options, text } = context;
  element.lang = options.words.locale;
  element.dir = options.words.dir;
  // Several maps of a page are told apart by what they show.
  const { title } = options.store;
  element.setAttribute("aria-label", title ? `${text("label")}: ${title}` : text("label"));
  labelFrame(frame, text);
  frame.head.hidden = options.header === "none";
  parts.tools.label();
  writeCredit(context, parts);
  writeNotice(context);
  pressAll(context);
}

/** Takes new options; what they have in common with the old ones stays as it is. */
function applyOptions(context: MapContext, parts: MapParts, next: ResolvedOptions): void {
  const old = context.options;
  context.options = { ...next, store: old.store };
  context.text = mapText(next.words);
  context.styles = categoryStyles(old.store.categories);
  setTheme(context.element, next.theme);
  context.theme = readTheme(context.element);
  context.ground.setTheme(context.theme);
  writeWords(context, parts);
  const { surface } = context.ground;
  const sameForm = next.projection === old.projection;
  const redrawn =
    next.words.locale !== old.words.locale ||
    next.detail !== old.detail ||
    next.basemap !== old.basemap ||
    next.worldview !== old.worldview;
  const swaps = surface?.kind !== "webgl" || isDrawn(next.projection);
  if (redrawn || (!sameForm && swaps)) void context.ground.renew().catch(reportError);
  else if (!sameForm) context.ground.setProjection(next.projection);
  if (next.camera !== null && next.camera !== old.camera) parts.moves.moveTo(next.camera);
  context.invalidate();
}
