import { readTheme, setTheme, watchTheme } from "@whenwhere/view";
import { readDates } from "./brush/date-inputs.ts";
import { sceneOf, storeOf, type TimelineCore } from "./core.ts";
import { createCore } from "./create-core.ts";
import { createHandle } from "./create-handle.ts";
import { followStore } from "./follow-store.ts";
import { stopAt } from "./hands/column-stop.ts";
import type { HandTools } from "./hands/hand-tools.ts";
import { attachHistoryKeys } from "./hands/history-keys.ts";
import { attachKeys } from "./hands/keys.ts";
import { attachPlot } from "./hands/plot-hands.ts";
import { showTip } from "./hands/record-tip.ts";
import { attachStrip } from "./hands/strip-hands.ts";
import { attachLaneHands } from "./lanes/lane-hands.ts";
import { fit, focus, reach, setView, setWindow, shownView, zoom, zoomAt, zoomToSelection } from "./motion/moves.ts";
import { createViewHistory, momentOf } from "./motion/view-history.ts";
import type { TimelineHandle, TimelineOptions } from "./options.ts";
import { CLAUSE_SOURCE } from "./picture/own-window.ts";
import { render } from "./picture/render.ts";
import { paintForPrint } from "./print.ts";
import { refuseTimeline } from "./refuse-timeline.ts";
import type { ShellActions } from "./shell.ts";

/**
 * Puts a timeline of a store into an element. It follows the store's clauses, selection, hover and view, and sets the
 * clause `timeline` when the reader brushes. Cost of a frame: O(rows that pass), without a DOM node a record.
 * @throws WhenWhereError `view/target-missing` when there is no such element, `timeline/store-missing` without a store,
 * `timeline/option-unknown` for an option or a word of one that there is not.
 */
export function timeline(target: string | Element, options: TimelineOptions): TimelineHandle {
  refuseTimeline(options);
  const core = createCore(target, options, (made) => actionsOf(made, update));
  const hands = handTools(core);
  const resize = new ResizeObserver(core.request);
  resize.observe(core.shell.stage);
  const undo = [
    attachPlot(hands),
    attachStrip(hands, core.sliders.elements),
    attachKeys({
      ...hands,
      walk: () => core.picture.walk,
      focusRow: () => core.focusRow,
      stop: () => core.stop,
      stopAt: (stop) => stopAt(core, stop),
      focus: (row) => focus(core, row),
      fit: () => fit(core, undefined, "animate"),
      zoom: (factor) => zoom(core, factor, "animate"),
      zoomToSelection: () => zoomToSelection(core),
      search: () => core.emitter.emit("search", null),
      refresh: core.request,
    }),
    watchTheme(core.root.element, (theme) => {
      core.theme = theme;
      core.request();
    }),
    () => resize.disconnect(),
    core.letters.watch(core.request),
    attachLaneHands({ core, update: (next) => update(next) }),
    attachHistoryKeys(core),
    followPress(core),
    paintForPrint(core),
  ];
  let undoStore = followStore(core);
  function update(next: Partial<TimelineOptions>): void {
    const before = storeOf(core);
    refuseTimeline({ store: before, ...next });
    change(core, next);
    if (storeOf(core) === before) return;
    core.history = createViewHistory(momentOf(storeOf(core)));
    undoStore();
    undoStore = followStore(core);
  }
  render(core);
  const destroy = (): void => {
    undoStore();
    for (const one of undo.splice(0)) one();
    end(core);
  };
  return createHandle(core, { update, destroy });
}

/**
 * A press takes hold of what is drawn, so that a drag begins where the reader sees it. What a hand on the drawing holds back is
 * drawn when it lets go, wherever that is.
 */
function followPress(core: TimelineCore): () => void {
  const abort = new AbortController();
  const how = { signal: abort.signal, capture: true };
  const { stage } = core.shell;
  const endFade = (): void => {
    if (core.fade.stop()) core.requestMove();
  };
  const onPress = ({ button }: PointerEvent): void => {
    // The menu of another button may swallow its end.
    core.isHeld = button === 0;
    if (core.glide.at !== null) setView(core, core.glide.at);
    endFade();
  };
  const letGo = (): void => {
    if (core.isHeld) core.request();
    core.isHeld = false;
  };
  stage.addEventListener("pointerdown", onPress, how);
  for (const type of ["pointerup", "pointercancel"]) stage.ownerDocument.addEventListener(type, letGo, how);
  core.root.element.addEventListener("keydown", endFade, how);
  return () => abort.abort();
}

function actionsOf(core: TimelineCore, update: (next: Partial<TimelineOptions>) => void): ShellActions {
  return {
    mode(next) {
      core.mode = next;
      core.request();
    },
    zoom: (factor) => zoom(core, factor, "animate"),
    fit: () => fit(core, undefined, "animate"),
    zoomToSelection: () => zoomToSelection(core),
    reach: (side) => reach(core, side),
    clearAll() {
      // The button goes away with what it takes back.
      core.shell.surface.focus({ preventScroll: true });
      storeOf(core).clear();
    },
    lane: (field) => update({ lane: field }),
    dates() {
      const span = readDates(core.shell, core.picture.calendar.time);
      if (span !== null) setWindow(core, span, true);
    },
    datesLeft: core.request,
    clear() {
      // The button goes grey under the hand: the drawing, which is all there again, takes the keyboard.
      core.shell.surface.focus({ preventScroll: true });
      storeOf(core).clear(CLAUSE_SOURCE);
    },
  };
}

function handTools(core: TimelineCore): HandTools {
  return {
    shell: core.shell,
    tooltip: core.tooltip,
    store: () => storeOf(core),
    scene: () => sceneOf(core),
    view: () => shownView(core),
    window: () => core.picture.brush,
    full: () => core.picture.full,
    mode: () => core.mode,
    words: () => core.picture.words,
    setView: (span, how) => setView(core, span, how),
    setWindow: (span, follow) => setWindow(core, span, follow),
    zoomAt: (factor, at) => zoomAt(core, factor, at),
    showTip: (row, anchor) => showTip(core, row, anchor),
    select(row) {
      core.focusRow = row;
      storeOf(core).select(storeOf(core).id(row));
    },
  };
}

/** Takes new options over; those left out keep their values. */
function change(core: TimelineCore, next: Partial<TimelineOptions>): void {
  const { picture, root } = core;
  const before = picture.options;
  picture.options = { ...before, ...next };
  if (next.mode !== undefined) core.mode = next.mode;
  picture.forget(picture.options.store === before.store ? "lanes" : "data");
  root.element.setAttribute("lang", picture.words.locale);
  root.element.setAttribute("dir", picture.words.dir);
  core.credit.show(picture.options.store);
  setTheme(root.element, picture.options.theme);
  core.theme = readTheme(root.element);
  core.request();
}

function end(core: TimelineCore): void {
  core.destroyed = true;
  core.frames.destroy();
  core.rest.cancel();
  core.strips.destroy();
  core.ahead.stop();
  core.tooltip.destroy();
  core.glide.stop();
  core.scrollbar.destroy();
  core.live.destroy();
  core.credit.destroy();
  core.emitter.clear();
  core.paths.clear();
  core.undoUpright?.();
  core.root.destroy();
}
