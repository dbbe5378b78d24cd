import { h, markIcon, setStyle, type Words } from "@whenwhere/view";
import { pathKey } from "../../scene/lanes/lane-tree.ts";
import { INDENT_PX } from "../../scene/paint/paint-heads.ts";
import type { Box, LaneHead, TimelineScene } from "../../scene/types.ts";

/** The names of the lanes on the page: a tree with one tab stop. */
export interface LaneNames {
  /** Puts them where the scene has its lanes; leaves them alone where they stand there already. */
  show(scene: TimelineScene, words: Words): void;
  /** The head that an event came from. */
  headOf(target: EventTarget | null): LaneHead | null;
  /** Gives the keyboard to the head of a path, if it stands there. */
  focus(path: readonly string[]): void;
}

/** A node, and all that it says; the same node stands wherever its lane does. */
interface Said {
  readonly text: string;
  readonly node: HTMLElement;
}

/** Names in `holder`. Panning moves no name, a zoom and a scroll make no node for a lane that stays. */
export function createLaneNames(holder: HTMLElement): LaneNames {
  let shown = "";
  let heads: readonly LaneHead[] = [];
  let nodes = new Map<string, HTMLElement>();
  let said = new Map<string, Said>();
  /** The head that Tab leads to. */
  let current = "";
  const stopAt = (key: string): void => {
    current = nodes.has(key) ? key : (nodes.keys().next().value ?? "");
    for (const [own, node] of nodes) {
      const index = own === current ? 0 : -1;
      if (!node.hasAttribute("tabindex") || node.tabIndex !== index) node.tabIndex = index;
    }
  };
  const focused = (): string | null => {
    const root = holder.getRootNode() as Document | ShadowRoot;
    for (const [key, node] of nodes) if (root.activeElement === node) return key;
    return null;
  };
  const saidOf = (head: LaneHead, scene: TimelineScene, words: Words): Said => {
    const text = textOf(head, scene, words);
    const known = said.get(pathKey(head.path));
    return known?.text === text ? known : { text, node: headNode(head, scene, words) };
  };
  holder.setAttribute("role", "tree");
  return {
    show(scene, words) {
      const now = placesOf(scene, words);
      heads = scene.heads;
      if (now === shown) return;
      shown = now;
      const held = focused();
      const fixed = [totalNode(scene, words), undatedNode(scene, words)];
      if (scene.orientation === undefined) holder.removeAttribute("aria-orientation");
      else holder.setAttribute("aria-orientation", "horizontal");
      said = new Map(heads.map((head) => [pathKey(head.path), saidOf(head, scene, words)]));
      nodes = new Map([...said].map(([key, { node }]) => [key, node]));
      for (const head of heads) placeHead(nodes.get(pathKey(head.path)) as HTMLElement, head, scene);
      holder.setAttribute("aria-label", words.t("timeline.lanes"));
      arrange(holder, [...nodes.values(), ...fixed.filter((node) => node !== null)]);
      stopAt(held ?? current);
      // A node that was made anew, or moved among the others, lost the keyboard.
      if (held !== null && focused() !== held) nodes.get(held)?.focus({ preventScroll: true });
    },
    headOf(target) {
      for (const head of heads)
        if (target instanceof Node && nodes.get(pathKey(head.path))?.contains(target)) return head;
      return null;
    },
    focus(path) {
      stopAt(pathKey(path));
      nodes.get(pathKey(path))?.focus({ preventScroll: true });
    },
  };
}

function gutterOf({ dir, widthPx, plot }: TimelineScene): number {
  return dir === "rtl" ? widthPx - plot.xPx - plot.widthPx : plot.xPx;
}

/** What the names look like, so that the same names are left alone. */
function placesOf(scene: TimelineScene, words: Words): string {
  const { undated, histogram, counts } = scene;
  const places = scene.heads.map((head) =>
    [
      pathKey(head.path),
      head.code,
      head.xPx,
      head.widthPx,
      head.yPx,
      head.heightPx,
      head.name,
      head.shown,
      head.open,
      head.style?.token,
    ].join(" "),
  );
  const fixed = [undated?.yPx, undated === null ? "" : counts.undated, histogram?.yPx, histogram?.shown];
  return [scene.headers, scene.orientation, gutterOf(scene), words.locale, ...fixed, ...places].join("\n");
}

/** Puts these nodes into the holder, in this order; those that stand right are not touched. */
function arrange(holder: HTMLElement, nodes: readonly HTMLElement[]): void {
  const staying = new Set<Node>(nodes);
  for (const child of [...holder.childNodes]) if (!staying.has(child)) child.remove();
  nodes.forEach((node, i) => {
    const there = holder.childNodes[i] ?? null;
    if (there !== node) holder.insertBefore(node, there);
  });
}

/** All that a node says and is, but for its place. */
function textOf(head: LaneHead, { headers, orientation }: TimelineScene, { locale }: Words): string {
  const { name, shown, open, style, depth, place, siblings, code } = head;
  const look = style === null ? [] : [style.token, style.shape];
  return [headers, orientation, locale, name, shown, open, depth, place, siblings, code, ...look].join("\n");
}

function headNode(head: LaneHead, scene: TimelineScene, words: Words): HTMLElement {
  const isSide = scene.headers === "side";
  return h(
    "div",
    {
      class: "ww-tl-lane",
      role: "treeitem",
      "data-place": isSide ? "side" : "above",
      "data-group": head.open === null ? null : String(head.open),
      "aria-level": head.depth + 1,
      "aria-posinset": head.place,
      "aria-setsize": head.siblings,
      "aria-expanded": head.open === null ? null : String(head.open),
      "aria-selected": "false",
    },
    head.open === null ? null : h("span", { class: "ww-tl-fold", "aria-hidden": "true" }),
    head.style === null ? null : markIcon(head.style, { sizePx: 16 }),
    h("span", { class: "ww-tl-lane-name", dir: "auto" }, head.name),
    h("span", { class: "ww-visually-hidden" }, words.t("list.comma")),
    h("span", { class: "ww-tl-lane-count" }, words.number(head.shown)),
  );
}

function placeHead(node: HTMLElement, head: LaneHead, scene: TimelineScene): void {
  if (scene.orientation === "vertical") {
    topNode(node, head, scene);
    return;
  }
  const isSide = scene.headers === "side";
  const startPx = isSide ? 13 : gutterOf(scene) - 7;
  const foldPx = head.open === null || !isSide ? 0 : -8;
  setStyle(node, {
    top: `${head.yPx}px`,
    // The whole height of the lane beside its name can be pressed.
    height: `${head.heightPx}px`,
    "inset-inline-start": `${startPx + foldPx + head.depth * INDENT_PX}px`,
    "max-width": isSide ? `${gutterOf(scene) - 24 - foldPx - head.depth * INDENT_PX}px` : null,
    "min-width": isSide ? `${gutterOf(scene) - 24 - foldPx - head.depth * INDENT_PX}px` : null,
  });
}

/** Over its column: the name, and the mark and the number below it; those of a group stand behind its name. */
function topNode(node: HTMLElement, head: Box, { dir, widthPx }: TimelineScene): HTMLElement {
  node.dataset["place"] = "top";
  const startPx = dir === "rtl" ? widthPx - head.xPx - head.widthPx : head.xPx;
  setStyle(node, {
    top: `${head.yPx}px`,
    height: `${head.heightPx}px`,
    width: `${head.widthPx}px`,
    "inset-inline-start": `${startPx}px`,
  });
  return node;
}

/** The name of the row of all records. */
function totalNode(scene: TimelineScene, words: Words): HTMLElement | null {
  const { histogram } = scene;
  if (histogram === null) return null;
  const isSide = scene.headers === "side";
  const node = h(
    "div",
    { class: "ww-tl-lane ww-tl-fixed", role: "presentation", "data-place": isSide ? "side" : "above" },
    h("span", { class: "ww-tl-lane-name" }, histogram.name),
    h("span", { class: "ww-tl-lane-count" }, words.number(histogram.shown)),
  );
  if (scene.orientation === "vertical")
    return topNode(node, { ...histogram, yPx: scene.plot.yPx - 38, heightPx: 38 }, scene);
  setStyle(node, {
    top: `${histogram.yPx}px`,
    "inset-inline-start": isSide ? "33px" : `${gutterOf(scene)}px`,
  });
  return node;
}

function undatedNode(scene: TimelineScene, words: Words): HTMLElement | null {
  const { undated } = scene;
  if (undated === null) return null;
  const isSide = scene.headers === "side";
  const none = words.t("timeline.no-date");
  const text = isSide ? none : `${none}: ${words.number(scene.counts.undated)}`;
  const node = h(
    "div",
    { class: "ww-tl-lane ww-tl-fixed ww-secondary", role: "presentation" },
    h("span", { class: "ww-tl-lane-name" }, text),
    isSide ? h("span", { class: "ww-tl-lane-count" }, words.number(scene.counts.undated)) : null,
  );
  setStyle(node, {
    top: `${undated.yPx + 2}px`,
    "inset-inline-start": isSide ? "33px" : `${scene.orientation === "vertical" ? 14 : gutterOf(scene)}px`,
  });
  return node;
}
