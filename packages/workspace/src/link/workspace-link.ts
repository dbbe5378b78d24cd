import { decodeState, encodeState, INITIAL_STATE, type StoreState } from "@whenwhere/store";
import { LAYOUT_PRESETS, type LayoutState, layoutState, PANES, presetState, TRACKS } from "../layout/layout-preset.ts";
import { TABLE_COLUMNS, type TableColumn, type TableSort } from "../table/table-order.ts";
import { type CompareState, decodeCompare, encodeCompare } from "../tools/compare-state.ts";
import { type DataVersion, dataText, versionOfText } from "./data-version.ts";

/** How the table is sorted, the first key first, and which columns it has; null where the table decides by its width. */
export interface TableView {
  readonly sort: readonly TableSort[];
  readonly columns: readonly TableColumn[] | null;
}

/** All that a link holds. */
export interface WorkspaceLink {
  readonly state: StoreState;
  readonly layout: LayoutState;
  readonly table: TableView;
  /** BCP 47. */
  readonly language: string;
  readonly data: DataVersion;
  /** The open comparison. */
  readonly compare?: CompareState | null;
  /** Which workspace of its page it is of, from 1; default the first. */
  readonly nth?: number;
}

/** What could be read of a link; null = not said. `faults` counts what could not. */
export interface ReadLink extends Partial<Pick<WorkspaceLink, "state">> {
  readonly layout: LayoutState | null;
  readonly sort: readonly TableSort[] | null;
  readonly columns: readonly TableColumn[] | null;
  readonly language: string | null;
  readonly data: DataVersion | null;
  readonly compare: CompareState | null;
  /** The workspace of the page that it is for, from 1; null: one that says no data is for all of them. */
  readonly nth: number | null;
  /** The whole link was refused: it is longer than any of ours, or of another version of the format. */
  readonly refused: "length" | "version" | null;
  readonly faults: number;
}

/** More than any link of ours; a browser hands over two million characters and more. */
const LONGEST = 100_000;
const MOST_PAIRS = 200;
const USUAL_SORT = "when";

function layoutText(layout: LayoutState): string {
  const usual = presetState(layout.preset).hidden;
  const hidden = PANES.filter((pane) => layout.hidden.includes(pane));
  const away = hidden.length === 0 ? ["-"] : hidden.map((pane) => `-${pane}`);
  const sizes = TRACKS.flatMap((track) => {
    const size = Object.hasOwn(layout.sizes, track) ? layout.sizes[track] : undefined;
    return size === undefined ? [] : [`${track}:${size}`];
  });
  return [layout.preset, ...(hidden.join() === usual.join() ? [] : away), ...sizes].join(",");
}

function layoutOfText(text: string): LayoutState | null {
  const [name, ...parts] = text.split(",");
  const preset = LAYOUT_PRESETS.find((one) => one === name);
  if (preset === undefined || parts.length > PANES.length + TRACKS.length) return null;
  const away = parts.filter((part) => part.startsWith("-"));
  const hidden = PANES.filter((pane) => away.includes(`-${pane}`));
  if (away.length !== (away.includes("-") ? 1 : hidden.length)) return null;
  const sizes: Record<string, number> = {};
  for (const part of parts) {
    if (part.startsWith("-")) continue;
    const [track = "", size = ""] = part.split(":");
    if (!TRACKS.includes(track) || !/^[1-9]\d{0,3}$/.test(size)) return null;
    sizes[track] = Number(size);
  }
  if (hidden.length === PANES.length) return null;
  return layoutState({ preset, sizes, ...(away.length === 0 ? {} : { hidden }) });
}

function sortText(sort: readonly TableSort[]): string {
  return sort.map(({ column, descending }) => `${descending ? "-" : ""}${column}`).join(",");
}

function columnsOfText(text: string): readonly TableColumn[] | null {
  const names = text.split(",");
  const columns = names.flatMap((name) => TABLE_COLUMNS.find((one) => one === name) ?? []);
  return columns.length === names.length && new Set(columns).size === names.length ? columns : null;
}

function sortOfText(text: string): readonly TableSort[] | null {
  const columns = columnsOfText(text.replace(/(^|,)-/g, "$1"));
  return (
    columns?.map((column, index) => ({ column, descending: text.split(",")[index]?.startsWith("-") === true })) ?? null
  );
}

/**
 * A view of a workspace as the fragment of a link, without `#`: what `encodeState` writes, then `lay`, `sort`, `cols`,
 * `cmp`, `nth`, `lang` and `data`. What is as usual is left out, but for language and data.
 *
 * Law: `encodeLink` of what `decodeLink` read gives the same text, in every locale and time zone.
 */
export function encodeLink(link: WorkspaceLink): string {
  const { state, layout, table, language, data, compare = null, nth = 1 } = link;
  const lay = layoutText(layout);
  const sort = sortText(table.sort);
  const own = [
    lay === "dashboard" ? "" : `lay=${lay}`,
    sort === USUAL_SORT ? "" : `sort=${sort}`,
    table.columns === null ? "" : `cols=${table.columns.join(",")}`,
    compare === null ? "" : `cmp=${encodeCompare(compare)}`,
    nth === 1 ? "" : `nth=${nth}`,
    `lang=${encodeURIComponent(language)}`,
    `data=${dataText(data)}`,
  ];
  return [encodeState(state) || "v=1", ...own].filter((pair) => pair !== "").join("&");
}

/** A shape of more corners than a hand draws would be asked of every record. */
const MOST_CORNERS = 2_000;

function isCheap(pair: string): boolean {
  return !pair.startsWith("lasso") || pair.split(";", MOST_CORNERS + 1).length <= MOST_CORNERS;
}

const OWN = ["lay", "sort", "cols", "cmp", "nth", "lang", "data"] as const;

/**
 * Reads what {@link encodeLink} writes; null for a fragment that is none of ours. Never throws. What cannot be read is left
 * out and counted. Cost: a fraction of a millisecond for any link of ours, a few for the worst that is let in.
 */
export function decodeLink(fragment: string): ReadLink | null {
  if (!fragment.startsWith("v=")) return null;
  const nothing = {
    ...{ layout: null, sort: null, columns: null, compare: null },
    ...{ language: null, data: null, nth: null, faults: 0 },
  };
  if (fragment.length > LONGEST) return { ...nothing, refused: "length" };
  const pairs = fragment.split("&", MOST_PAIRS + 1);
  if (pairs.length > MOST_PAIRS) return { ...nothing, refused: "length" };
  const own = new Map<string, string>();
  const rest: string[] = [];
  let faults = 0;
  for (const pair of pairs) {
    const key = OWN.find((name) => pair.startsWith(`${name}=`));
    if (key === undefined && isCheap(pair)) rest.push(pair);
    else if (key === undefined) faults++;
    else if (own.has(key)) faults++;
    else own.set(key, pair.slice(key.length + 1));
  }
  const { state, issues } = decodeState(rest.join("&"));
  if (issues.some(({ code }) => code === "url/version")) return { ...nothing, refused: "version" };
  const read = <T>(key: (typeof OWN)[number], reader: (text: string) => T | null): T | null => {
    const text = own.get(key);
    const value = text === undefined ? null : reader(text);
    if (text !== undefined && value === null) faults++;
    return value;
  };
  // A whole link leaves out what is as usual, and says so by naming its data; of a shorter one the host decides.
  const isUsual = (key: "lay" | "sort"): boolean => own.has("data") && !own.has(key);
  const parts = {
    layout: isUsual("lay") ? layoutState("dashboard") : read("lay", layoutOfText),
    sort: isUsual("sort") ? sortOfText(USUAL_SORT) : read("sort", sortOfText),
    columns: read("cols", columnsOfText),
    compare: read("cmp", decodeCompare),
    language: read("lang", languageOfText),
    data: read("data", versionOfText),
    nth: read("nth", nthOfText) ?? (own.has("data") ? 1 : null),
  };
  return { state: state ?? INITIAL_STATE, ...parts, refused: null, faults: faults + issues.length };
}

function nthOfText(text: string): number | null {
  return /^(?:[2-9]|[1-9]\d)$/.test(text) ? Number(text) : null;
}

function languageOfText(text: string): string | null {
  if (!/^[A-Za-z0-9-]{2,35}$/.test(text)) return null;
  try {
    return new Intl.Locale(text).toString();
  } catch {
    return null;
  }
}
