import type { Store } from "@whenwhere/store";
import { h, svg } from "@whenwhere/view";
import type { PlayerFrame, PlayerFrames } from "./player-frames.ts";

/** A window on the line, and the step that its end lies in. */
export type LineWindow = Pick<PlayerFrame, "index" | "startMs" | "endMs">;

/** The line of time with its knob, over a small picture of how many records lie where. */
export interface PlayerLine {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** After other records, filters or options. */
  lay(frames: PlayerFrames | null): void;
  /** The window in force; null for all dates. A knob that stands for no frame of the run is hollow. */
  show(window: LineWindow | null, isFrame: boolean, words: string): void;
}

const BARS = 160;
const HEIGHT_PX = 20;

/** Makes the line. `onSeek` hears of every step of the knob, by hand or by key. */
export function createPlayerLine(store: Store, source: () => string, onSeek: (index: number) => void): PlayerLine {
  const input = h("input", { type: "range", class: "ww-player-time", min: "0", max: "0", step: "1" });
  const bars = svg("path");
  const now = svg("rect", { y: 0, height: HEIGHT_PX });
  const chart = svg("svg", { preserveAspectRatio: "none", "aria-hidden": "true" }, bars, now);
  input.addEventListener("input", () => onSeek(Number(input.value)));
  let frames: PlayerFrames | null = null;
  return {
    element: h("div", { class: "ww-player-line" }, chart, input),
    input,
    lay(next) {
      frames = next;
      input.disabled = next === null;
      input.max = String(Math.max(0, (next?.count ?? 1) - 1));
      chart.setAttribute("viewBox", `0 0 ${next?.count ?? 1} ${HEIGHT_PX}`);
      bars.setAttribute("d", next === null ? "" : barsPath(store, source(), next));
    },
    show(window, isFrame, words) {
      now.setAttribute("display", window === null ? "none" : "inline");
      input.classList.toggle("ww-player-off", !isFrame);
      input.setAttribute("aria-valuetext", words);
      if (window === null || frames === null) return;
      input.value = String(window.index);
      const from = frames.holding(window.startMs).index;
      now.setAttribute("x", String(from));
      now.setAttribute("width", String(window.index + 1 - from));
    },
  };
}

/** Records by stretch of the run, the highest as high as the line. What is wider than a stretch is spread over those it touches. */
function barsPath(store: Store, source: string, frames: PlayerFrames): string {
  const step = Math.ceil(frames.count / BARS);
  const edges: number[] = [];
  for (let index = 0; index < frames.count; index += step) edges.push(startOf(frames, index));
  edges.push(frames.at(frames.count - 1).endMs);
  const { certain, spread } = store.histogram(edges, { except: source });
  const sums = Array.from(certain, (value, bin) => value + (spread[bin] as number));
  const most = Math.max(...sums);
  if (!(most > 0)) return "";
  return sums
    .map((sum, bin) => {
      const high = Math.round((sum / most) * HEIGHT_PX * 10) / 10;
      const [x0, x1] = [bin * step, Math.min(frames.count, (bin + 1) * step)];
      return high === 0 ? "" : `M${x0},${HEIGHT_PX}V${HEIGHT_PX - high}H${x1 - 0.15 * step}V${HEIGHT_PX}Z`;
    })
    .join("");
}

/** Where the newest step of a frame begins: where the frame before it ended. */
function startOf(frames: PlayerFrames, index: number): number {
  return index === 0 ? frames.startMs : frames.at(index - 1).endMs;
}
