import type { LayoutGrid, Pane, Track } from "./layout-grid.ts";

export type { Pane };

/** Ways to stand the panes of a workspace, by what is looked at most. */
export type LayoutPreset = "dashboard" | "story" | "map-first" | "timeline-first" | "list-first";

/**
 * How the panes stand: plain and serialisable. `sizes` holds the tracks that the reader moved, by name: pixels for a track
 * of fixed size, a share for the others.
 */
export interface LayoutState {
  readonly preset: LayoutPreset;
  readonly hidden: readonly Pane[];
  readonly sizes: Readonly<Record<string, number>>;
}

/** All arrangements, the default first. */
export const LAYOUT_PRESETS: readonly LayoutPreset[] = [
  "dashboard",
  "story",
  "map-first",
  "timeline-first",
  "list-first",
];

/** All panes, in the order in which a link lists them. */
export const PANES: readonly Pane[] = ["side", "time", "map", "table", "card"];

/** Names of tracks, in the order in which a link lists them. */
export const TRACKS: readonly string[] = ["side", "left", "middle", "right", "top", "body", "foot"];

/** Wide enough for the names of the codebook beside counts of two digits, "22 + 10". */
const side: Track = { name: "side", unit: "px", size: 240, minPx: 160 };
const share = (name: string, size: number, minPx: number): Track => ({ name, unit: "share", size, minPx });
const px = (name: string, size: number, minPx: number): Track => ({ name, unit: "px", size, minPx });
/** As high as what stands in it, until the reader moves its edge. */
const auto = (name: string): Track => ({ name, unit: "auto", size: 0, minPx: 150 });

const WIDE: Readonly<Record<LayoutPreset, LayoutGrid>> = {
  dashboard: {
    columns: [side, share("left", 392, 220), share("middle", 508, 240), share("right", 340, 300)],
    rows: [auto("top"), share("body", 1, 336)],
    cells: [
      ["side", "time", "time", "time"],
      ["side", "map", "table", "card"],
    ],
  },
  story: {
    columns: [side, share("left", 800, 320), share("right", 460, 320)],
    rows: [share("top", 1, 380), auto("foot")],
    cells: [
      ["side", "map", "card"],
      ["side", "time", "table"],
    ],
  },
  "map-first": {
    columns: [side, share("left", 740, 320), share("right", 460, 300)],
    rows: [share("top", 1, 220), share("body", 1, 200), auto("foot")],
    cells: [
      ["side", "map", "table"],
      ["side", "map", "card"],
      ["side", "time", "time"],
    ],
  },
  "timeline-first": {
    columns: [side, share("left", 500, 240), share("middle", 400, 220), share("right", 342, 300)],
    rows: [share("top", 560, 340), share("body", 340, 240)],
    cells: [
      ["side", "time", "time", "time"],
      ["side", "table", "map", "card"],
    ],
  },
  "list-first": {
    columns: [side, share("left", 760, 320), share("right", 440, 300)],
    rows: [share("top", 1, 220), share("body", 1, 220), auto("foot")],
    cells: [
      ["side", "table", "card"],
      ["side", "table", "map"],
      ["side", "time", "time"],
    ],
  },
};

const HALVES: readonly Track[] = [{ ...side, size: 216 }, share("left", 1, 200), share("right", 1, 200)];

const TABLET: Readonly<Record<LayoutPreset, LayoutGrid>> = {
  dashboard: {
    columns: HALVES,
    rows: [auto("top"), px("body", 456, 240), share("foot", 1, 360)],
    cells: [
      ["side", "time", "time"],
      ["side", "map", "card"],
      ["side", "table", "table"],
    ],
  },
  story: {
    columns: HALVES,
    rows: [px("top", 440, 260), auto("body"), share("foot", 1, 400)],
    cells: [
      ["side", "map", "map"],
      ["side", "time", "time"],
      ["side", "card", "table"],
    ],
  },
  "map-first": {
    columns: HALVES,
    rows: [px("top", 520, 260), share("body", 1, 360), auto("foot")],
    cells: [
      ["side", "map", "map"],
      ["side", "table", "card"],
      ["side", "time", "time"],
    ],
  },
  "timeline-first": {
    columns: HALVES,
    rows: [px("top", 520, 300), share("body", 1, 320), px("foot", 320, 220)],
    cells: [
      ["side", "time", "time"],
      ["side", "table", "card"],
      ["side", "map", "map"],
    ],
  },
  "list-first": {
    columns: HALVES,
    rows: [px("top", 480, 260), share("body", 1, 360), auto("foot")],
    cells: [
      ["side", "table", "table"],
      ["side", "map", "card"],
      ["side", "time", "time"],
    ],
  },
};

/** The grid of a preset with all of its panes. A phone has none: its panes stand behind tabs. */
export function presetGrid(preset: LayoutPreset, form: "tablet" | "wide"): LayoutGrid {
  return (form === "wide" ? WIDE : TABLET)[preset];
}

/** A preset as its maker meant it. A story is read, so that its filters are away until they are asked for. */
export function presetState(preset: LayoutPreset): LayoutState {
  return { preset, hidden: preset === "story" ? ["side"] : [], sizes: {} };
}

/** A layout out of a preset's name or a part of a state; what it does not say is the preset's. */
export function layoutState(given: LayoutPreset | Partial<LayoutState> | undefined): LayoutState {
  if (given === undefined) return presetState("dashboard");
  if (typeof given === "string") return presetState(LAYOUT_PRESETS.includes(given) ? given : "dashboard");
  const usual = presetState(given.preset ?? "dashboard");
  const hidden = PANES.filter((pane) => (given.hidden ?? usual.hidden).includes(pane));
  // Something must be left to look at.
  return { ...usual, hidden: hidden.length === PANES.length ? usual.hidden : hidden, sizes: given.sizes ?? {} };
}
