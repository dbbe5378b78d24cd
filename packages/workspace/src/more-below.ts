import { createFrameScheduler } from "@whenwhere/view";

/** Styles of the sign: the last lines thin out, as text does that goes on. */
export const moreBelowCss = `
.ww-more-below{-webkit-mask-image:linear-gradient(#000 calc(100% - 28px),rgb(0 0 0/.12));mask-image:linear-gradient(#000 calc(100% - 28px),rgb(0 0 0/.12))}
@media (forced-colors:active){.ww-more-below{-webkit-mask-image:none;mask-image:none;border-bottom:3px double CanvasText}}
@media print{.ww-more-below{-webkit-mask-image:none;mask-image:none}}
`;

/** Less than this is the room under the last line, not text. */
const SLACK_PX = 8;

/**
 * Keeps the class `ww-more-below` on a scrolled element while there is text below its edge: scroll bars of touch screens and
 * of many desks are hidden until somebody scrolls. `refresh` after its content has changed.
 */
export function moreBelow(element: HTMLElement): { refresh(): void; destroy(): void } {
  const frame = createFrameScheduler();
  const mark = (): void => {
    const belowPx = element.scrollHeight - element.clientHeight - element.scrollTop;
    element.classList.toggle("ww-more-below", belowPx > SLACK_PX);
  };
  const refresh = (): void => frame.requestAfter(mark);
  const sizes = new ResizeObserver(refresh);
  sizes.observe(element);
  element.addEventListener("scroll", refresh, { passive: true });
  return {
    refresh,
    destroy() {
      sizes.disconnect();
      element.removeEventListener("scroll", refresh);
      frame.destroy();
    },
  };
}
