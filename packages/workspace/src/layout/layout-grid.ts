/** The parts that a reader may size and put away: filters and legend, timeline, map, table, record. */
export type Pane = "side" | "time" | "map" | "table" | "card";

/** One column or row. `auto` is as high as its content; shares divide what the others leave. */
export interface Track {
  readonly name: string;
  readonly unit: "px" | "share" | "auto";
  /** Pixels or a share; without meaning for `auto`. */
  readonly size: number;
  readonly minPx: number;
}

/** Panes over columns and rows. Law: the cells of a pane form a rectangle. */
export interface LayoutGrid {
  readonly columns: readonly Track[];
  readonly rows: readonly Track[];
  /** `cells[row][column]`. */
  readonly cells: readonly (readonly Pane[])[];
}

/** A movable edge between two tracks, where the panes on its two sides differ. */
export interface Divider {
  /** `columns`: an upright edge, which sets widths. */
  readonly axis: "columns" | "rows";
  /** The track before the edge. */
  readonly index: number;
  /** First and one past the last track of the other axis along which it runs. */
  readonly from: number;
  readonly to: number;
  /** The panes before and after it, the first of each side. */
  readonly before: Pane;
  readonly after: Pane;
}

type Hole = Pane | null;
type Cells = readonly (readonly Hole[])[];

function turned<T>(cells: readonly (readonly T[])[]): T[][] {
  return (cells[0] ?? []).map((_, column) => cells.map((row) => row[column] as T));
}

/** Drops tracks in which every cell is a hole or goes on in a track beside it. */
function dropped(cells: Cells, tracks: readonly Track[]): { cells: Cells; tracks: readonly Track[] } {
  for (let at = 0; at < cells.length; at++) {
    const line = cells[at] as readonly Hole[];
    if (!line.includes(null)) continue;
    const goesOn = (cell: Hole, index: number): boolean =>
      cell === null || cells[at - 1]?.[index] === cell || cells[at + 1]?.[index] === cell;
    if (!line.every(goesOn)) continue;
    const rest = <T>(list: readonly T[]): T[] => list.filter((_, index) => index !== at);
    return dropped(rest(cells), rest(tracks));
  }
  return { cells, tracks };
}

/** Fills holes of a line by the line before it, else by the line after it. */
function filled(cells: Cells): Cells {
  return cells.map((line, at) =>
    line.map((cell, index) => cell ?? cells[at - 1]?.[index] ?? cells[at + 1]?.[index] ?? null),
  );
}

/** Joins neighbours that hold the same panes. */
function joined(cells: Cells, tracks: readonly Track[]): { cells: Cells; tracks: readonly Track[] } {
  const at = cells.findIndex((line, index) => index > 0 && line.every((cell, i) => cell === cells[index - 1]?.[i]));
  if (at < 0) return { cells, tracks };
  const [one, two] = [tracks[at - 1], tracks[at]] as [Track, Track];
  const kept = one.unit === "share" || two.unit !== "share" ? one : two;
  const both = one.unit === two.unit ? { ...one, size: one.size + two.size, minPx: one.minPx + two.minPx } : kept;
  const next = tracks.flatMap((track, index) => (index === at ? [] : index === at - 1 ? [both] : [track]));
  return joined(
    cells.filter((_, index) => index !== at),
    next,
  );
}

/** At least one track takes what is left. */
function stretched(tracks: readonly Track[]): readonly Track[] {
  if (tracks.some(({ unit }) => unit !== "px")) return tracks;
  return tracks.map((track, index) => (index === tracks.length - 1 ? { ...track, unit: "share", size: 1 } : track));
}

/** The grid without some panes: their tracks go, or their neighbours take their place. */
export function withoutPanes(grid: LayoutGrid, hidden: readonly Pane[]): LayoutGrid {
  const holes: Cells = grid.cells.map((line) => line.map((cell) => (hidden.includes(cell) ? null : cell)));
  const byRow = dropped(holes, grid.rows);
  const byColumn = dropped(turned(byRow.cells), grid.columns);
  // Panes above and below grow first: a map that loses its neighbour gets higher before it gets wider.
  const upright = filled(turned(byColumn.cells));
  const whole = turned(filled(turned(upright)));
  const rows = joined(whole, byRow.tracks);
  const columns = joined(turned(rows.cells), byColumn.tracks);
  return {
    columns: stretched(columns.tracks),
    rows: stretched(rows.tracks),
    cells: turned(columns.cells) as Pane[][],
  };
}

/** The grid with the reader's sizes. An `auto` track becomes a fixed one. */
export function withSizes(grid: LayoutGrid, sizes: Readonly<Record<string, number>>): LayoutGrid {
  const sized = (track: Track): Track => {
    const size = Object.hasOwn(sizes, track.name) ? sizes[track.name] : undefined;
    if (size === undefined) return track;
    return track.unit === "share" ? { ...track, size } : { ...track, unit: "px", size: Math.max(track.minPx, size) };
  };
  return { ...grid, columns: stretched(grid.columns.map(sized)), rows: stretched(grid.rows.map(sized)) };
}

function trackText({ unit, size, minPx }: Track): string {
  if (unit === "auto") return "auto";
  return unit === "px" ? `${size}px` : `minmax(${minPx}px,${size}fr)`;
}

/** `grid-template` of the grid under a header that runs over all columns. */
export function gridTemplate({ columns, rows, cells }: LayoutGrid): string {
  const head = `"${columns.map(() => "head").join(" ")}" auto`;
  const lines = rows.map((row, index) => `"${(cells[index] as readonly Pane[]).join(" ")}" ${trackText(row)}`);
  return `${[head, ...lines].join(" ")}/${columns.map(trackText).join(" ")}`;
}

/** The movable edges of a grid: one between two tracks, along the longest run where two panes meet. */
export function dividersOf(grid: LayoutGrid): readonly Divider[] {
  const along = (cells: readonly (readonly Pane[])[], axis: Divider["axis"]): Divider[] =>
    cells.slice(1).flatMap((line, index) => {
      const run = longestRun(line.map((cell, at) => cell !== cells[index]?.[at]));
      if (run === null) return [];
      const [before, after] = [cells[index]?.[run.from], line[run.from]] as [Pane, Pane];
      return [{ axis, index, ...run, before, after }];
    });
  return [...along(turned(grid.cells), "columns"), ...along(grid.cells, "rows")];
}

function longestRun(flags: readonly boolean[]): { readonly from: number; readonly to: number } | null {
  let best: { from: number; to: number } | null = null;
  for (let from = 0; from < flags.length; from++) {
    let to = from;
    while (flags[to] === true) to++;
    if (to > from && (best === null || to - from > best.to - best.from)) best = { from, to };
    from = Math.max(from, to);
  }
  return best;
}

/**
 * The sizes of an axis after the edge behind track `index` has moved by `byPx`; both neighbours keep their least size.
 * Shares are written as what they measure, so that they keep their proportion on a page of another size.
 */
export function movedSizes(
  tracks: readonly Track[],
  measuredPx: readonly number[],
  move: { readonly index: number; readonly byPx: number },
): Readonly<Record<string, number>> {
  const { index, byPx } = move;
  const [one, two] = [tracks[index], tracks[index + 1]];
  const [onePx, twoPx] = [measuredPx[index], measuredPx[index + 1]];
  if (one === undefined || two === undefined || onePx === undefined || twoPx === undefined) return {};
  const step = Math.max(Math.min(0, one.minPx - onePx), Math.min(Math.max(0, twoPx - two.minPx), byPx));
  const sizes: Record<string, number> = {};
  for (const [at, track] of tracks.entries()) {
    const px = (measuredPx[at] ?? 0) + (at === index ? step : at === index + 1 ? -step : 0);
    const isMoved = at === index || at === index + 1;
    if (track.unit === "share" || (isMoved && (track.unit === "px" || at === index)))
      sizes[track.name] = Math.round(px);
  }
  return sizes;
}
