import type { IncidentMapHandle } from "@whenwhere/map";
import type { RunStage } from "./run-file.ts";

/** A map as what a run is taken of: its picture is that of its stage, as soon as there is one. */
export function runStage(view: IncidentMapHandle): RunStage {
  const { element, toPNG } = view;
  const stage = () => (view.state.ground === null ? null : element.querySelector(".ww-map-stage"));
  return {
    element,
    toPNG,
    get widthPx() {
      return stage()?.clientWidth ?? 0;
    },
    get heightPx() {
      return stage()?.clientHeight ?? 0;
    },
  };
}
