import type { Store } from "@whenwhere/store";
import { setStyle } from "@whenwhere/view";

/** No step of a hand for so long: it rests. */
const REST_MS = 400;
const SLACK_PX = 16;

/**
 * Keeps a pane from becoming lower while a hand moves window or view. A timeline is as high as what it shows, by a pixel more or less
 * with every step: the panes below it would tremble, and be laid out and drawn anew with every frame. At rest the pane takes
 * its own height again. Returns the undo.
 */
export function steadyHeight(pane: HTMLElement, store: Store): () => void {
  let [heightPx, heldPx] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const sizes = new ResizeObserver(([entry]) => {
    heightPx = entry?.borderBoxSize[0]?.blockSize ?? 0;
  });
  sizes.observe(pane);
  const rest = (): void => {
    timer = null;
    heldPx = 0;
    setStyle(pane, { "min-height": null });
  };
  const move = (): void => {
    const isFirst = timer === null;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
    if (heightPx <= heldPx) return;
    // Where it had to grow it takes a little more, so that it need not grow again with the next step.
    heldPx = isFirst ? heightPx : Math.ceil(heightPx / SLACK_PX) * SLACK_PX;
    setStyle(pane, { "min-height": `${heldPx}px` });
  };
  const undo = [store.on("filter", move), store.on("view", move)];
  return () => {
    if (timer !== null) clearTimeout(timer);
    for (const one of undo) one();
    sizes.disconnect();
    rest();
  };
}
