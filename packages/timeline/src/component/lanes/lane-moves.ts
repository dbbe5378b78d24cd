import { type LaneName, movedLane, namesLane } from "../../scene/lanes/lane-tree.ts";
import { linesOf } from "../../scene/lanes/lane-window.ts";
import type { LaneHead, LaneLine, TimeSpan } from "../../scene/types.ts";
import { sceneOf, storeOf, type TimelineCore } from "../core.ts";
import { setView } from "../motion/moves.ts";
import type { TimelineOptions } from "../options.ts";
import { render } from "../picture/render.ts";

type Change = (next: Partial<TimelineOptions>) => void;

/** Lines of all lanes, in sight or not. */
function linesNow(core: TimelineCore): readonly LaneLine[] {
  return linesOf(core.picture.lanes);
}

/** Opens a closed group, or closes an open one; says so. */
export function toggleGroup(core: TimelineCore, head: LaneHead, update: Change): void {
  if (head.open === null) return;
  // A host may have named the group as its readers see it.
  const named: readonly string[] = [...head.path.slice(0, -1), head.name];
  const closed = closedPaths(core).filter((path) => !namesLane([head.path, named], path));
  const collapsed: readonly LaneName[] = head.open ? [...closed, nameOf(head.path)] : closed;
  update({ collapsed });
  tell(core);
  core.live.say(
    core.picture.words.t(head.open ? "timeline.group-closed" : "timeline.group-opened", { name: head.name }),
  );
}

/** Names of the closed groups, those inside of others too. */
function closedPaths(core: TimelineCore): readonly (readonly string[])[] {
  const { collapsed } = core.picture.options;
  if (collapsed === undefined) return [];
  if (collapsed !== "all") return collapsed.map((name) => (typeof name === "string" ? [name] : name));
  const groups = new Map<string, readonly string[]>();
  for (const path of core.picture.lanes.paths ?? []) {
    for (let depth = 1; depth < path.length; depth++)
      groups.set(path.slice(0, depth).join("\u001f"), path.slice(0, depth));
  }
  return [...groups.values()];
}

function nameOf(path: readonly string[]): LaneName {
  return path.length === 1 ? (path[0] as string) : path;
}

/** Moves a lane or a group by some places among its neighbours, and says where it stands now. */
export function moveLane(core: TimelineCore, head: LaneHead, by: number, update: Change): void {
  const standing = new Set(sceneOf(core).scroll?.codes ?? sceneOf(core).heads.map(({ code }) => code));
  const laneOrder = movedLane(linesNow(core), head.path, { by, stands: ({ code }) => standing.has(code) });
  if (laneOrder === null) return;
  update({ laneOrder });
  tell(core);
  render(core);
  const moved = sceneOf(core).heads.find((one) => namesLane([one.path], head.path));
  const place = moved?.place ?? head.place + by;
  core.live.say(core.picture.words.t("timeline.lane-moved", { name: head.name, place, total: head.siblings }));
}

function tell(core: TimelineCore): void {
  const { collapsed = [], laneOrder = "first" } = core.picture.options;
  core.emitter.emit("lanes", { collapsed, laneOrder });
}

/** Shows the time that the records of a lane or a group state, with some air. */
export function zoomToLane(core: TimelineCore, head: LaneHead): void {
  const codes = new Set(
    linesNow(core)
      .filter((line) => head.path.every((name, depth) => line.path[depth] === name))
      .map(({ code }) => code),
  );
  const span = statedSpanOf(core, codes);
  if (span !== null) setView(core, span, "animate");
}

function statedSpanOf(core: TimelineCore, codes: ReadonlySet<number>): TimeSpan | null {
  const { columns } = core.picture.store;
  const passing = storeOf(core).passing("timeline");
  const laneCodes = core.picture.lanes.codes;
  let [startMs, endMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < columns.length; row++) {
    if (passing[row] === 0 || !codes.has(laneCodes[row] as number)) continue;
    for (const ms of [columns.outerStartMs.at(row), columns.outerEndMs.at(row)]) {
      if (!Number.isFinite(ms)) continue;
      startMs = Math.min(startMs, ms);
      endMs = Math.max(endMs, ms);
    }
  }
  return startMs <= endMs ? withAir({ startMs, endMs }) : null;
}

/** A twentieth on both sides, and never closer than an hour. */
function withAir({ startMs, endMs }: TimeSpan): TimeSpan {
  const airMs = Math.max((endMs - startMs) * 0.05, 1_800_000 - (endMs - startMs) / 2, 0);
  return { startMs: startMs - airMs, endMs: endMs + airMs };
}
