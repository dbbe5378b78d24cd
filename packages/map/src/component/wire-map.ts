import type { Clause, StoreState } from "@whenwhere/store";
import {
  type AttributionSlot,
  attributionSlot,
  createPace,
  h,
  PAPER,
  type Pace,
  readTheme,
  type Theme,
  watchPrint,
  watchTheme,
} from "@whenwhere/view";
import { densityInk } from "../draw/index.ts";
import { createCameraMoves, SETTLE_MS } from "./camera/camera-moves.ts";
import type { CameraMoves, MapContext } from "./context.ts";
import { areHeld, coveredBoxes } from "./frame/covered-boxes.ts";
import { createDensityLegend, type DensityLegend } from "./frame/density-legend.ts";
import { createMapTools, type MapTools } from "./frame/map-tools.ts";
import { createPopup, type Popup } from "./frame/popup.ts";
import type { RecordListContext } from "./frame/record-list.ts";
import { createScaleBar, type ScaleBar } from "./frame/scale-bar.ts";
import { createTray, type Tray } from "./frame/tray.ts";
import type { MapSurface } from "./ground/surface.ts";
import { type Cursor, createCursor } from "./hands/cursor.ts";
import { listenToGestures } from "./hands/gestures.ts";
import { hitOver } from "./hands/hit.ts";
import { listenToKeys } from "./hands/map-keys.ts";
import { createPointing, type Pointing } from "./hands/pointing.ts";
import { MAP_SOURCE } from "./map-source.ts";
import { type BoxView, boxClause, createBoxView, isMeant } from "./outline/box-brush.ts";
import { createKeyOutline, type KeyOutline } from "./outline/key-outline.ts";
import { boxAround, lassoClause } from "./outline/lasso.ts";
import { writeAround } from "./picture/words-around.ts";

const PAN_STEP_PX = 80;
const PAN = { up: [0, 1], down: [0, -1], left: [1, 0], right: [-1, 0] } as const;

/** The parts of one map that stand above its ground. */
export interface MapParts {
  readonly moves: CameraMoves;
  readonly popup: Popup;
  readonly pointing: Pointing;
  readonly cursor: Cursor;
  readonly box: BoxView;
  readonly tray: Tray;
  /** Writes the counts and the tray of the last picture. */
  readonly around: Pace;
  readonly scale: ScaleBar;
  readonly legend: DensityLegend;
  readonly tools: MapTools;
  readonly credit: HTMLElement;
  /** The attribution of the records. */
  readonly slot: AttributionSlot;
  /** Removes all listeners. */
  destroy(): void;
}

/** The map's own box or outline, when it filters. */
export function areaInForce(context: MapContext): Extract<Clause, { kind: "bbox" | "lasso" }> | null {
  const clause = context.options.store.state.clauses[MAP_SOURCE];
  return clause?.kind === "bbox" || clause?.kind === "lasso" ? clause : null;
}

/** Selects a row and keeps the keyboard on it. */
function selectRow(context: MapContext, cursor: () => Cursor, row: number): void {
  const { store } = context.options;
  store.select(store.id(row));
  cursor().put(row);
}

/** Makes everything above the ground and connects it to hands, keys and the store. */
export function wireMap(context: MapContext): MapParts {
  const { frame, records } = context;
  const { store } = context.options;
  const words = () => context.options.words;
  const text = () => context.text;
  const moves = createCameraMoves(context);
  let cursor: Cursor | null = null;
  const cursorNow = () => cursor as Cursor;
  const listContext = (): RecordListContext => ({
    store,
    words: words(),
    styles: context.styles,
    onSelect: (row) => selectRow(context, cursorNow, row),
  });
  const popup = createPopup(frame.stage, listContext, text);
  cursor = createCursor({
    ...{ hands: frame.hands, store, words, text },
    scene: () => records.scene,
    placed: () => records.placed,
    beside: records.beside,
    reveal: moves.reveal,
    tip: (label, at) => pointing.point(label, at),
  });
  const unproject = (x: number, y: number) => context.ground.surface?.unproject(x, y) ?? null;
  const pointing: Pointing = createPointing({
    ...{ frame, store, words, text, popup },
    hit: (aim) =>
      records.scene === null ? null : hitOver(records.scene, aim, () => records.pick(aim, unproject(...aim.at))),
    lists: () => context.options.popup,
    zoomTo: moves.zoomTo,
    flyTo: moves.flyTo,
    put: cursor.put,
  });
  const box = createBoxView(text, () => store.clear(MAP_SOURCE));
  const tray = createTray(listContext, text);
  const legend = createDensityLegend(words, text, () => densityInk({ theme: context.theme, styles: context.styles }));
  const scale = createScaleBar(words, text);
  const credit = h("p", { class: "ww-map-credit" });
  const tools = createMapTools(context, moves);
  frame.tools.append(tools.element);
  frame.stage.append(box.box, box.outline, cursor.ring);
  frame.corners.top.append(box.chip);
  frame.corners.end.append(tray.element, scale.element);
  // Below the stage: in a corner of it a legend would lie over what it explains.
  frame.foot.append(legend.element, credit);
  const slot = attributionSlot(context.element);
  const around = createPace(() => writeAround(context, tray));
  const parts = { moves, popup, pointing, cursor, box, tray, around, scale, legend, tools, credit, slot };
  const undo = [listenHands(context, parts), listenKeys(context, parts), listenStore(context, parts)];
  undo.push(listenPage(context, parts));
  return {
    ...parts,
    destroy: () => {
      for (const one of undo) one();
      around.cancel();
      pointing.destroy();
      popup.destroy();
      tools.destroy();
      slot.destroy();
    },
  };
}

type Wired = Omit<MapParts, "destroy">;

/** Filters by what was drawn, where it means something. */
function setDrawn(
  { ground: { surface }, options }: MapContext,
  clauseOn: (surface: MapSurface) => Clause | null,
): void {
  const clause = surface === null ? null : clauseOn(surface);
  if (clause !== null) options.store.set(clause);
}

/** Takes the place of the keyboard's record into the outline that filters. */
function takePlace(context: MapContext, outline: KeyOutline, row: number): void {
  const { options, ground, records, text } = context;
  const { surface } = ground;
  const at = records.placed.get(row);
  if (surface === null || at === undefined || at.beyond !== null) return;
  // An outline drawn by hand, or a box, is another one: this begins anew.
  const { clause: before } = outline;
  const now = areaInForce(context);
  if (before !== null && (now === null || JSON.stringify(now) !== JSON.stringify(before))) outline.clear();
  const held = outline.take(row, [at.x, at.y], surface);
  const { clause } = outline;
  if (clause === null) options.store.clear(MAP_SOURCE);
  else options.store.set(clause);
  context.say(`${text("lassoKey", { n: held })}. ${options.words.counts(options.store.count())}`);
}

/** Only what is in view: the same filter without a drag. */
export function boxView(context: MapContext): void {
  const { clientWidth, clientHeight } = context.frame.stage;
  setDrawn(context, (surface) => boxClause(surface, { x0: 0, y0: 0, x1: clientWidth, y1: clientHeight }));
}

function listenHands(context: MapContext, { moves, pointing, popup, box }: Wired): () => void {
  const { frame } = context;
  return listenToGestures(
    frame.hands,
    {
      onPan: (dxPx, dyPx) => {
        popup.close();
        moves.panBy(dxPx, dyPx);
      },
      onZoom: (levels, at) => {
        popup.close();
        moves.zoomBy(levels, at);
      },
      onTap: pointing.tap,
      onHover: pointing.hover,
      onBox: (drawn, done, line) => {
        const free = context.drag === "lasso";
        if (done && drawn !== null && isMeant(free ? boxAround(line) : drawn)) {
          setDrawn(context, (surface) => (free ? lassoClause(surface, line) : boxClause(surface, drawn)));
        }
        if (done) context.invalidate();
        else if (free) box.drawLine(line);
        else box.draw(drawn);
      },
    },
    { selecting: () => context.drag !== "pan", cooperative: () => context.options.cooperativeGestures },
  );
}

function listenKeys(context: MapContext, { moves, popup, cursor }: Wired): () => void {
  const { frame, records } = context;
  const { store } = context.options;
  const listening = new AbortController();
  const outline = createKeyOutline();
  frame.hands.addEventListener("focus", cursor.enter, { signal: listening.signal });
  frame.hands.addEventListener("blur", cursor.leave, { signal: listening.signal });
  const undo = listenToKeys(frame.hands, {
    walk: cursor.walk,
    step: cursor.step,
    goTo: cursor.goTo,
    pan: (direction) => {
      const [x, y] = PAN[direction];
      moves.panBy(x * PAN_STEP_PX, y * PAN_STEP_PX, SETTLE_MS);
    },
    zoom: (levels) => moves.zoomBy(levels, undefined, SETTLE_MS),
    fit: () => moves.fit(SETTLE_MS),
    open: () => {
      const { row } = cursor;
      if (row < 0) return;
      const anchor = records.placed.get(row);
      store.select(store.id(row));
      if (anchor === undefined || context.options.popup === "never") return;
      if (context.options.popup === "several" && anchor.rows.length === 1) return;
      popup.open({ rows: anchor.rows, name: null, x: anchor.x, y: anchor.y });
    },
    take: () => takePlace(context, outline, cursor.row),
    escape: () => {
      if (popup.isOpen) popup.close();
      else if (areaInForce(context) !== null) store.clear(MAP_SOURCE);
      else if (store.state.selectedId !== null) store.select(null);
      else return false;
      return true;
    },
  });
  return () => {
    listening.abort();
    undo();
  };
}

function listenStore(context: MapContext, { moves, cursor, around }: Wired): () => void {
  const { store } = context.options;
  const onSelection = ({ selectedId }: StoreState) => {
    const row = selectedId === null ? -1 : store.rowOf(selectedId);
    if (row >= 0 && row !== cursor.row) moves.reveal(row);
    context.invalidate();
  };
  const undo = [
    store.on("filter", context.invalidateBehind),
    store.on("hover", context.invalidate),
    store.on("selection", onSelection),
    store.on("data", () => {
      context.records.forget();
      // The last picture is of rows that there are no more.
      around.cancel();
      if (!context.placed) moves.fit();
      context.invalidate();
    }),
    store.on("camera", ({ camera }) => {
      // Nobody's camera: that of all shown records.
      if (camera === null) return context.placed ? moves.fit() : undefined;
      // A ground that is still to come begins there, and stays.
      const now = context.ground.surface?.camera;
      if (now === undefined) return moves.moveTo(camera);
      context.placed = true;
      const near = Math.abs(camera.lon - now.lon) + Math.abs(camera.lat - now.lat) + Math.abs(camera.zoom - now.zoom);
      if (near <= 1e-6) return;
      context.following = true;
      moves.moveTo(camera);
      context.following = false;
    }),
  ];
  return () => {
    for (const one of undo) one();
  };
}

function listenPage(context: MapContext, { moves, tray, scale }: Wired): () => void {
  const wear = (theme: Theme) => {
    context.theme = theme;
    context.ground.setTheme(theme);
    context.invalidate();
  };
  const undoTheme = watchTheme(context.element, wear);
  const undoPrint = watchPrint((printed) => wear(printed ? PAPER : readTheme(context.element)));
  const { stage, corners } = context.frame;
  const controls = [...corners.top.children, ...corners.start.children, tray.element, scale.element];
  const fitAgain = () => {
    if (!context.placed && context.ground.surface !== null) moves.fit();
  };
  const { store } = context.options;
  const { clauses } = store.state;
  const sizes = new ResizeObserver((entries) => {
    // The scale changes its width with every zoom: what it covers is measured anew where it grows out of what is kept free for it.
    const isScale = entries.every(({ target }) => target === scale.element);
    if (isScale && areHeld(coveredBoxes(stage, [scale.element]), context.covers)) return;
    const isResized = entries.some(({ target }) => target === stage);
    if (isResized) context.ground.resize();
    context.covers = coveredBoxes(stage, controls);
    // Controls whose words follow a filter are no reason to move the map while somebody brushes.
    if (isResized || store.state.clauses === clauses) fitAgain();
    context.invalidate();
  });
  for (const element of [stage, ...controls]) sizes.observe(element);
  const undoShapes = context.shapes.onChange(fitAgain);
  return () => {
    undoTheme();
    undoPrint();
    undoShapes();
    sizes.disconnect();
  };
}
