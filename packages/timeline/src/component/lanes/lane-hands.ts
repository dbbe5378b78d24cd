import { createPress, h, listenToPress, setStyle } from "@whenwhere/view";
import { namesLane } from "../../scene/lanes/lane-tree.ts";
import type { LaneHead } from "../../scene/types.ts";
import { sceneOf, type TimelineCore } from "../core.ts";
import type { TimelineOptions } from "../options.ts";
import { arrowsOf, isUpright } from "../picture/orient.ts";
import { moveLane, toggleGroup, zoomToLane } from "./lane-moves.ts";
import { bringLineIntoSight, scrollLanes } from "./lane-sight.ts";

interface LaneTools {
  readonly core: TimelineCore;
  readonly update: (next: Partial<TimelineOptions>) => void;
}

/** Binds pointer and keyboard to the names of the lanes. Returns the undo. */
export function attachLaneHands(tools: LaneTools): () => void {
  const { core } = tools;
  const { lanes } = core.shell;
  const abort = new AbortController();
  const { signal } = abort;
  const onKey = (event: KeyboardEvent): void => {
    const head = core.laneNames.headOf(event.target);
    if (head === null || event.ctrlKey || event.metaKey) return;
    if (!(event.altKey ? moveKey(tools, head, event.key) : treeKey(tools, head, event))) return;
    event.preventDefault();
    event.stopPropagation();
  };
  lanes.addEventListener("keydown", onKey, { signal });
  attachLaneDrag(tools, signal);
  lanes.addEventListener("click", (event) => pressUpright(tools, event), { signal });
  lanes.addEventListener(
    "dblclick",
    (event) => {
      const head = core.laneNames.headOf(event.target);
      if (head?.open === null) zoomToLane(core, head);
    },
    { signal },
  );
  return () => abort.abort();
}

function moveKey(tools: LaneTools, head: LaneHead, key: string): boolean {
  const { nextLane, lastLane } = arrowsOf(sceneOf(tools.core));
  if (key !== lastLane && key !== nextLane) return false;
  moveLane(tools.core, head, key === lastLane ? -1 : 1, tools.update);
  showHead(tools.core, head.path);
  return true;
}

/** Keys of the WAI-ARIA tree pattern; Enter zooms to a lane, and so does Shift with Enter to a group. */
function treeKey({ core, update }: LaneTools, head: LaneHead, event: KeyboardEvent): boolean {
  const { key } = event;
  const scene = sceneOf(core);
  const { nextLane, lastLane, inward, outward } = arrowsOf(scene);
  const at = lineOf(core, head);
  const page = Math.max((scene.scroll?.inSight ?? scene.heads.length) - 1, 1);
  const steps: Readonly<Record<string, number>> = {
    [lastLane]: -1,
    [nextLane]: 1,
    PageUp: -page,
    PageDown: page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  const step = steps[key];
  if (step !== undefined) focusLine(core, at + step);
  else if (key === "Enter" && (head.open === null || event.shiftKey)) zoomToLane(core, head);
  else if ((key === "Enter" || key === " ") && head.open !== null) toggleGroup(core, head, update);
  else if (key === inward && head.open === true) focusLine(core, at + 1);
  else if (key === inward && head.open === false) toggleGroup(core, head, update);
  else if (key === outward && head.open === true) toggleGroup(core, head, update);
  else if (key === outward && head.depth > 0) focusParent(core, head);
  else return false;
  return true;
}

/** Place of a head among all lines that stand. */
function lineOf(core: TimelineCore, head: LaneHead): number {
  const { heads, scroll } = sceneOf(core);
  const place = heads.findIndex((one) => namesLane([one.path], head.path));
  if (scroll === null) return place;
  const held = heads.length - scroll.inSight;
  return place >= held ? scroll.first + place - held : scroll.codes.lastIndexOf(-1, scroll.first - 1);
}

function focusLine(core: TimelineCore, line: number): void {
  const { heads, scroll } = sceneOf(core);
  const to = Math.min(Math.max(line, 0), (scroll?.lines ?? heads.length) - 1);
  bringLineIntoSight(core, to);
  const now = sceneOf(core);
  const place = now.scroll === null ? to : to - now.scroll.first + now.heads.length - now.scroll.inSight;
  const head = now.heads[place];
  if (head !== undefined) core.laneNames.focus(head.path);
}

function focusParent(core: TimelineCore, head: LaneHead): void {
  const path = head.path.slice(0, -1);
  // The head of the group is held at the top, so that it is always in sight.
  core.laneNames.focus(path);
}

/** Keeps the keyboard on a head that has moved out of sight. */
function showHead(core: TimelineCore, path: readonly string[]): void {
  const { heads, scroll } = sceneOf(core);
  if (!heads.some((head) => namesLane([head.path], path)) && scroll !== null) scrollLanes(core, scroll.first + 1);
  core.laneNames.focus(path);
}

/** Opens or closes a group over lanes that stand side by side, where a drag moves none. */
function pressUpright({ core, update }: LaneTools, event: MouseEvent): void {
  const head = core.laneNames.headOf(event.target);
  if (head === null || head.open === null || !isUpright(sceneOf(core))) return;
  toggleGroup(core, head, update);
  core.laneNames.focus(head.path);
}

/** A press opens or closes a group; a drag puts a lane elsewhere among its neighbours. */
function attachLaneDrag({ core, update }: LaneTools, signal: AbortSignal): void {
  const { lanes, stage } = core.shell;
  const line = h("div", { class: "ww-tl-drop" });
  let head: LaneHead | null = null;
  let by = 0;
  const end = (act: (head: LaneHead) => void): void => {
    line.remove();
    if (head === null) return;
    act(head);
    core.laneNames.focus(head.path);
  };
  const press = createPress(lanes, {
    dragStart: () => stage.append(line),
    drag(_, yPx) {
      if (head === null) return;
      const drop = dropAt(core, head, yPx);
      by = drop.by;
      setStyle(line, { top: `${drop.yPx - 1}px` });
    },
    dragEnd: (cancelled) => end((one) => !cancelled && by !== 0 && moveLane(core, one, by, update)),
  });
  const local = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const onDown = (event: PointerEvent): void => {
    head = core.laneNames.headOf(event.target);
    by = 0;
    // Lanes that stand side by side are moved by keys.
    if (head !== null && event.button === 0 && !isUpright(sceneOf(core))) press.down(event, local(event));
  };
  const onMove = (event: PointerEvent): void => {
    press.move(event, local(event));
  };
  const onUp = (event: PointerEvent): void => {
    if (press.up(event)) end((one) => toggleGroup(core, one, update));
  };
  listenToPress(lanes, press, { signal, down: onDown, move: onMove, up: onUp });
}

/** Between which neighbours a point lies: how many places away, and where the line between them is. */
function dropAt(core: TimelineCore, head: LaneHead, yPx: number): { readonly by: number; readonly yPx: number } {
  const { heads } = sceneOf(core);
  const parent = head.path.slice(0, -1);
  const isSibling = (one: LaneHead): boolean =>
    one.depth === head.depth && (parent.length === 0 || namesLane([parent], one.path.slice(0, -1)));
  const siblings = heads.filter(isSibling);
  const endOf = (one: LaneHead): number => {
    const next = heads.slice(heads.indexOf(one) + 1).find((other) => other.depth <= one.depth);
    const last = heads[heads.length - 1] as LaneHead;
    return next?.yPx ?? last.yPx + last.heightPx;
  };
  const own = siblings.findIndex((one) => namesLane([one.path], head.path));
  // Names beside their lanes are as high as the lanes; those above are not, but the next one tells.
  const passed = siblings.filter((one, i) => i !== own && yPx > (one.yPx + endOf(one)) / 2).length;
  const at = siblings[passed] as LaneHead;
  return { by: passed - own, yPx: passed > own ? endOf(at) : at.yPx };
}
