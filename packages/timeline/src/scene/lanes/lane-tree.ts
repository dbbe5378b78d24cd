import type { LaneLine, LaneTable } from "../types.ts";

/** A lane or a group, by name, or by the names from the top to it: `"Mali"`, `["Mali", "Mopti"]`. */
export type LaneName = string | readonly string[];

/**
 * How lanes stand below one another. `size`: the most records first, whatever the filters are. `name`: by name. `first`: as
 * they first stand in the records. A list: those that it names first, in its order, the others behind as they were.
 */
export type LaneOrder = "size" | "name" | "first" | readonly LaneName[];

/** Groups that are closed: each draws all of its records as one lane. */
export type CollapsedLanes = "all" | readonly LaneName[];

const MEASURED = 40;

interface Node {
  readonly path: readonly string[];
  /** The path as the reader sees it. */
  readonly names: readonly string[];
  readonly children: Map<string, Node>;
  /** Code of the leaf in the table; -1 for a group. */
  readonly leaf: number;
  rows: number;
}

/** In which order lanes stand, and which groups of them are closed. */
export interface Arrangement {
  readonly collapsed?: CollapsedLanes | undefined;
  readonly order?: LaneOrder | undefined;
  /** Name of the lane of missing values: it stands last, unless a list puts it elsewhere. */
  readonly none: string;
  readonly locale: string;
  /** A value as the reader sees it, by which options may name it too. Default: as it stands. */
  readonly shown?: (value: string, depth: number) => string;
}

/** A path as one word, which no other path makes. */
export const pathKey = (path: readonly string[]): string => path.join("\u001f");

/** Whether a path is named by a list. A name that is not a path means a group of the first level. */
export function namesLane(list: readonly LaneName[], path: readonly string[]): boolean {
  const key = pathKey(path);
  return list.some((name) => (typeof name === "string" ? name : pathKey(name)) === key);
}

/**
 * The lanes as they are drawn: sorted, groups over their lanes, closed groups as one lane. Law: each row is in one lane, so that
 * the number of a group is the sum of those under it. Cost: O(lanes log lanes), and O(n) where a group is closed.
 */
export function arrangeLanes(table: LaneTable, how: Arrangement): LaneTable {
  const root = treeOf(table, how.shown ?? ((value) => value));
  const lines: LaneLine[] = [];
  const leaves: { readonly code: number; readonly of: readonly number[] }[] = [];
  const compare = comparison(table, how);
  const { collapsed = [] } = how;
  const isClosed = ({ path, names }: Node): boolean =>
    collapsed === "all" || namesLane(collapsed, path) || namesLane(collapsed, names);
  const push = (node: Node, place: Pick<LaneLine, "parent" | "place" | "siblings">): void => {
    const isGroup = node.leaf < 0;
    const open = isGroup ? !isClosed(node) : null;
    const of = leavesOf(node);
    const code = open === true ? -1 : of.length === 1 ? (of[0] as number) : table.values.length + leaves.length;
    if (code >= table.values.length) leaves.push({ code, of });
    const depth = node.path.length - 1;
    const name = node.names[depth] as string;
    const isCategory = table.isCategory || table.categoryDepth === depth;
    const at = lines.push({ code, path: node.path, name, depth, open, isCategory, ...place }) - 1;
    if (open === true) pushAll(node, at);
  };
  const pushAll = (group: Node, parent: number): void => {
    const children = [...group.children.values()].sort(compare);
    children.forEach((child, i) => {
      push(child, { parent, place: i + 1, siblings: children.length });
    });
  };
  pushAll(root, -1);
  const order = lines.filter(({ code }) => code >= 0).map(({ code }) => code);
  return { ...merged(table, leaves, lines), order, lines, widest: longest(lines) };
}

function treeOf(table: LaneTable, shown: NonNullable<Arrangement["shown"]>): Node {
  const root: Node = { path: [], names: [], children: new Map(), leaf: -1, rows: 0 };
  const sizes = new Uint32Array(table.values.length);
  for (let row = 0; row < table.codes.length; row++) {
    const code = table.codes[row] as number;
    sizes[code] = (sizes[code] as number) + 1;
  }
  for (const code of table.order) {
    const path = table.paths?.[code] ?? [table.values[code] as string];
    let at = root;
    for (let depth = 0; depth < path.length; depth++) {
      const name = path[depth] as string;
      let next = at.children.get(name);
      if (next === undefined) {
        const leaf = depth === path.length - 1 ? code : -1;
        const names = [...at.names, shown(name, depth)];
        next = { path: path.slice(0, depth + 1), names, children: new Map(), leaf, rows: 0 };
        at.children.set(name, next);
      }
      next.rows += sizes[code] as number;
      at = next;
    }
  }
  return root;
}

/** Letters are counted here, pixels only of the longest: thousands of names would cost a frame. */
function longest(lines: readonly LaneLine[]): readonly LaneLine[] {
  if (lines.length <= MEASURED) return lines;
  const length = (line: LaneLine): number => line.name.length + 2 * line.depth;
  return [...lines].sort((a, b) => length(b) - length(a)).slice(0, MEASURED);
}

function leavesOf(node: Node): number[] {
  return node.leaf >= 0 ? [node.leaf] : [...node.children.values()].flatMap(leavesOf);
}

function comparison(table: LaneTable, how: Arrangement): (a: Node, b: Node) => number {
  const { order = "first", none } = how;
  const nameOf = ({ names }: Node): string => names[names.length - 1] as string;
  const last = (node: Node): number => (nameOf(node) === none ? 1 : 0);
  if (order === "size") return (a, b) => last(a) - last(b) || b.rows - a.rows;
  if (order === "name") {
    const collator = new Intl.Collator(how.locale, { numeric: true });
    return (a, b) => last(a) - last(b) || collator.compare(nameOf(a), nameOf(b));
  }
  if (order === "first") return (a, b) => last(a) - last(b);
  const ranks = new Map<string, number>();
  // A path is more exact than a name, so it wins; of names said twice the first counts.
  order.forEach((name, i) => {
    const key = typeof name === "string" ? name : pathKey(name);
    if (!ranks.has(key)) ranks.set(key, i);
  });
  const rankOf = (node: Node): number =>
    ranks.get(pathKey(node.path)) ??
    ranks.get(node.path[node.path.length - 1] as string) ??
    ranks.get(nameOf(node)) ??
    table.values.length + order.length;
  return (a, b) => rankOf(a) - rankOf(b);
}

/** Closed groups get codes of their own behind those of the lanes. */
function merged(
  table: LaneTable,
  closed: readonly { readonly code: number; readonly of: readonly number[] }[],
  lines: readonly LaneLine[],
): Pick<LaneTable, "codes" | "values" | "isCategory" | "several"> {
  const { codes, values, isCategory, several } = table;
  if (closed.length === 0) return { codes, values, isCategory, ...(several === undefined ? {} : { several }) };
  const target = Uint32Array.from(values, (_, code) => code);
  for (const group of closed) for (const leaf of group.of) target[leaf] = group.code;
  const names = new Map(lines.map((line) => [line.code, line.name]));
  return {
    codes: Uint32Array.from({ length: codes.length }, (_, row) => target[codes[row] as number] as number),
    values: [...values, ...closed.map(({ code }) => names.get(code) as string)],
    isCategory,
    ...(several === undefined ? {} : { several }),
  };
}

/**
 * The list of all names with the lane of a path moved by some places among those of its siblings that stand; null where it is at
 * the end already.
 */
export function movedLane(
  lines: readonly LaneLine[],
  path: readonly string[],
  move: { readonly by: number; readonly stands: (line: LaneLine) => boolean },
): readonly LaneName[] | null {
  const key = pathKey(path);
  const own = lines.find((line) => pathKey(line.path) === key);
  if (own === undefined) return null;
  const siblings = lines.filter((line) => line.parent === own.parent);
  const standing = siblings.filter((line) => line === own || move.stands(line));
  const place = Math.min(Math.max(standing.indexOf(own) + move.by, 0), standing.length - 1);
  const from = siblings.indexOf(own);
  const to = siblings.indexOf(standing[place] as LaneLine);
  if (to === from) return null;
  siblings.splice(to, 0, ...siblings.splice(from, 1));
  const others = lines.filter((line) => line.parent !== own.parent);
  return [...siblings, ...others].map((line): LaneName => (line.depth === 0 ? (line.path[0] as string) : line.path));
}
