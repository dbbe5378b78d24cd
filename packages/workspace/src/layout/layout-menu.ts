import { type Child, h, roving, svg, type Words } from "@whenwhere/view";
import { type LayoutGrid, withoutPanes } from "./layout-grid.ts";
import { LAYOUT_PRESETS, type LayoutPreset, PANES, type Pane, presetGrid, presetState } from "./layout-preset.ts";
import type { WorkspaceLayout } from "./workspace-layout.ts";

const WIDTH_PX = 36;
const HEIGHT_PX = 24;

/** Starts of tracks in a picture of `total` pixels; sizes of content count as a quarter. */
function starts(tracks: LayoutGrid["columns"], total: number): number[] {
  const weights = tracks.map(({ unit, size }) => (unit === "auto" ? Number.NaN : size));
  const known = weights.reduce((sum, weight) => sum + (Number.isNaN(weight) ? 0 : weight), 0);
  const shares = weights.map((weight) => (Number.isNaN(weight) ? 0.45 * known : weight));
  const sum = shares.reduce((one, other) => one + other, 0);
  const ends = shares.map((_, index) => shares.slice(0, index + 1).reduce((one, other) => one + other, 0));
  return [0, ...ends.map((end) => Math.round((total * end) / sum))];
}

/** A preset in small: its panes as boxes, the one that it is named for filled. */
function presetPicture(preset: LayoutPreset, filled: Pane | null): SVGElement {
  const grid = withoutPanes(presetGrid(preset, "wide"), presetState(preset).hidden);
  const [x, y] = [starts(grid.columns, WIDTH_PX), starts(grid.rows, HEIGHT_PX)];
  const boxes = PANES.flatMap((pane) => {
    const rows = grid.cells.flatMap((line, row) => (line.includes(pane) ? [row] : []));
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return [];
    const line = grid.cells[first] as readonly Pane[];
    const [left, right] = [x[line.indexOf(pane)], x[line.lastIndexOf(pane) + 1]] as [number, number];
    const [top, bottom] = [y[first], y[last + 1]] as [number, number];
    return svg("rect", {
      x: left + 0.5,
      y: top + 0.5,
      width: right - left,
      height: bottom - top,
      fill: pane === filled ? "currentColor" : "none",
      "fill-opacity": 0.35,
      stroke: "currentColor",
    });
  });
  const size = { width: WIDTH_PX + 1, height: HEIGHT_PX + 1 };
  return svg("svg", { ...size, class: "ww-layout-picture", "aria-hidden": "true" }, boxes);
}

const NAMED_FOR: Readonly<Record<LayoutPreset, Pane | null>> = {
  dashboard: null,
  story: "card",
  "map-first": "map",
  "timeline-first": "time",
  "list-first": "table",
};

function presetChoice(layout: WorkspaceLayout, words: Words, onPick: () => void): HTMLElement {
  const buttons = LAYOUT_PRESETS.map((preset) =>
    h(
      "button",
      {
        type: "button",
        role: "radio",
        class: "ww-menu-item ww-layout-preset",
        "aria-checked": String(layout.state.preset === preset),
        onclick: () => {
          layout.set({ preset });
          onPick();
          for (const [index, button] of buttons.entries()) {
            button.setAttribute("aria-checked", String(LAYOUT_PRESETS[index] === preset));
          }
        },
      },
      presetPicture(preset, NAMED_FOR[preset]),
      h("span", null, words.t(`layout.preset.${preset}`)),
    ),
  );
  const group = h("div", { role: "radiogroup", "aria-label": words.t("layout.presets") }, buttons);
  const keys = roving(group, { items: "button", onMove: (item) => item.click() });
  keys.refresh(buttons[LAYOUT_PRESETS.indexOf(layout.state.preset)]);
  return group;
}

function paneChoice(layout: WorkspaceLayout, words: Words): { readonly element: HTMLElement; refresh(): void } {
  const boxes = PANES.map((pane) => {
    const box = h("input", {
      type: "checkbox",
      onchange: () => {
        const { hidden } = layout.state;
        layout.set({ hidden: box.checked ? hidden.filter((one) => one !== pane) : [...hidden, pane] });
        refresh();
      },
    });
    return box;
  });
  const refresh = (): void => {
    const { hidden } = layout.state;
    for (const [index, box] of boxes.entries()) {
      box.checked = !hidden.includes(PANES[index] as Pane);
      // The last pane stays.
      box.disabled = box.checked && hidden.length === PANES.length - 1;
    }
  };
  refresh();
  const labels = PANES.map((pane, index) =>
    h("label", { class: "ww-menu-item ww-choice" }, boxes[index], h("span", null, words.t(`pane.${pane}`))),
  );
  return { element: h("div", { role: "group", "aria-label": words.t("layout.panes") }, labels), refresh };
}

/** What stands in the menu of the layout: presets, panes that can be put away, and a way back from moved edges. */
export function layoutMenu(layout: WorkspaceLayout, words: Words): Child {
  const panes = paneChoice(layout, words);
  return [
    h("h3", null, words.t("layout.presets")),
    presetChoice(layout, words, panes.refresh),
    h("h3", null, words.t("layout.panes")),
    panes.element,
    h(
      "button",
      { type: "button", class: "ww-menu-item ww-layout-reset", onclick: () => layout.set({ sizes: {} }) },
      words.t("layout.reset"),
    ),
  ];
}
