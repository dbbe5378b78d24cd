import {
  attributionSlot,
  createEmitter,
  createFrameScheduler,
  createLiveRegion,
  createTooltip,
  createViewRoot,
  ownId,
  prefersStill,
  readTheme,
  resolveTarget,
  type ViewRoot,
  type Words,
} from "@whenwhere/view";
import { createStripPainter } from "../draw/strip-painter.ts";
import { type BrushSliders, createBrushSliders } from "./brush/brush-sliders.ts";
import { zonedDateText } from "./brush/date-text.ts";
import { rowOfId, sceneOf, storeOf, type TimelineCore } from "./core.ts";
import { createRecordList } from "./hands/record-list.ts";
import { createLaneNames } from "./lanes/lane-names.ts";
import { createLaneScrollbar } from "./lanes/lane-scrollbar.ts";
import { scrollLanes } from "./lanes/lane-sight.ts";
import { createGlide } from "./motion/glide.ts";
import { setWindow } from "./motion/moves.ts";
import { createViewHistory, momentOf } from "./motion/view-history.ts";
import type { TimelineEvents, TimelineOptions } from "./options.ts";
import { createCrossFade } from "./picture/cross-fade.ts";
import { createLetters } from "./picture/letters.ts";
import { createLookAhead } from "./picture/look-ahead.ts";
import { CLAUSE_SOURCE } from "./picture/own-window.ts";
import { createPicture } from "./picture/picture.ts";
import { createRedraw } from "./redraw.ts";
import { createShell, type ShellActions } from "./shell.ts";
import { timelineCss } from "./timeline-css.ts";

/** Builds the elements of a timeline and what its parts share. `actionsOf` says what the controls do. */
export function createCore(
  target: string | Element,
  options: TimelineOptions,
  actionsOf: (core: TimelineCore) => ShellActions,
): TimelineCore {
  const letters = createLetters(resolveTarget(target));
  const picture = createPicture(options, letters.metrics);
  const { words } = picture;
  const root = rootIn(target, options, words);
  const id = ownId("ww-tl");
  const frames = createFrameScheduler();
  const { again, ...redraw } = createRedraw(frames, () => core);
  const shell = createShell(root.element, { words, id, actions: () => actionsOf(core) });
  const sliders = slidersOf(words, () => core);
  shell.stage.append(...sliders.elements);
  const core: TimelineCore = {
    id,
    root,
    credit: attributionSlot(root.element, options.store),
    picture,
    shell,
    sliders,
    laneNames: createLaneNames(shell.lanes),
    scrollbar: createLaneScrollbar({
      label: () => picture.words.t("timeline.scroll-lanes"),
      scrollTo: (first) => scrollLanes(core, first),
    }),
    glide: createGlide({ frames, draw: redraw.requestMove }),
    fade: createCrossFade({
      again,
      isOn: () => picture.options.motion !== "none" && !prefersStill(),
      clockMs: () => performance.now(),
    }),
    ahead: createLookAhead({ frames, ahead: (scene, before) => picture.ahead(scene, before) }),
    history: createViewHistory(momentOf(options.store)),
    firstLine: 0,
    list: createRecordList(shell.surface, {
      prefix: id,
      name: (row) => picture.words.incident(storeOf(core).incident(row)),
      selectedRow: () => rowOfId(core, storeOf(core).state.selectedId),
    }),
    tooltip: createTooltip(shell.stage),
    live: createLiveRegion(root.element),
    emitter: createEmitter<TimelineEvents>("timeline", { search: "any", lanes: "any", draw: "any" }),
    frames,
    paths: new Map(),
    strips: createStripPainter((make) => frames.requestAfter(make)),
    theme: readTheme(root.element),
    letters,
    mode: options.mode ?? "pan",
    focusRow: -1,
    stop: null,
    scene: null,
    undoUpright: null,
    isHeld: false,
    destroyed: false,
    ...redraw,
  };
  shell.stage.append(core.scrollbar.element);
  return core;
}

function rootIn(target: string | Element, { theme }: TimelineOptions, words: Words): ViewRoot {
  return createViewRoot(resolveTarget(target), { className: "ww-timeline", css: timelineCss, words, theme });
}

/** The ends of the window as sliders. */
function slidersOf(words: Words, core: () => TimelineCore): BrushSliders {
  return createBrushSliders({
    labels: [words.t("timeline.window-start"), words.t("timeline.window-end")],
    rtl: () => sceneOf(core()).dir === "rtl",
    calendar: () => core().picture.calendar,
    text: (ms) => zonedDateText(core().picture.words, { ms, time: core().picture.calendar.time }),
    set: (span) => setWindow(core(), span, true),
    undo() {
      const isBrushed = core().picture.brush !== null;
      storeOf(core()).clear(CLAUSE_SOURCE);
      return isBrushed;
    },
  });
}
