import { PAPER, readTheme, type Theme, watchPrint, watchTheme } from "@whenwhere/view";
import type { MapContext } from "./context.ts";
import { areHeld, coveredBoxes } from "./frame/covered-boxes.ts";
import type { MapParts } from "./map-parts.ts";

/** Follows the page: its theme, its printing, and the sizes of the map and of what covers it. */
export function listenPage(
  context: MapContext,
  { moves, tray, scale }: Pick<MapParts, "moves" | "tray" | "scale">,
): () => void {
  const wear = (theme: Theme) => {
    context.theme = theme;
    context.ground.setTheme(theme);
    context.invalidate();
  };
  const undoTheme = watchTheme(context.element, wear);
  const undoPrint = watchPrint((printed) => wear(printed ? PAPER : readTheme(context.element)));
  const { stage, corners } = context.frame;
  const controls = [...corners.top.children, ...corners.start.children, tray.element, scale.element];
  const fitAgain = () => {
    if (!context.placed && context.ground.surface !== null) moves.fit();
  };
  const { store } = context.options;
  const { clauses } = store.state;
  const sizes = new ResizeObserver((entries) => {
    // The scale changes its width with every zoom: what it covers is measured anew where it grows out of what is kept free for it.
    const isScale = entries.every(({ target }) => target === scale.element);
    if (isScale && areHeld(coveredBoxes(stage, [scale.element]), context.covers)) return;
    const isResized = entries.some(({ target }) => target === stage);
    if (isResized) context.ground.resize();
    context.covers = coveredBoxes(stage, controls);
    // Controls whose words follow a filter are no reason to move the map while somebody brushes.
    if (isResized || store.state.clauses === clauses) fitAgain();
    context.invalidate();
  });
  for (const element of [stage, ...controls]) sizes.observe(element);
  const undoShapes = context.shapes.onChange(fitAgain);
  return () => {
    undoTheme();
    undoPrint();
    undoShapes();
    sizes.disconnect();
  };
}
