import { h, replaceChildren, setStyle } from "@whenwhere/view";
import type { MapText } from "../map-text.ts";
import { type RecordListContext, recordButton } from "./record-list.ts";

const LISTED = 200;
const GAP_PX = 14;
const MARGIN_PX = 8;

/** What a popup lists and where it points, in pixels of the stage. */
export interface PopupContent {
  readonly rows: readonly number[];
  /** Name of the area, when the records share one. */
  readonly name: string | null;
  readonly x: number;
  readonly y: number;
}

/** One dialog of the map: the records of a glyph in words. */
export interface Popup {
  readonly isOpen: boolean;
  /** Opens, moves the focus in, and remembers where it goes back to. */
  open(content: PopupContent): void;
  /** Closes; the focus goes back when it was inside. */
  close(): void;
  destroy(): void;
}

function place(element: HTMLElement, stage: HTMLElement, { x, y }: { x: number; y: number }): void {
  const room = { width: stage.clientWidth, height: stage.clientHeight };
  const own = { width: element.offsetWidth, height: element.offsetHeight };
  const below = y + GAP_PX;
  const above = y - GAP_PX - own.height;
  const wanted = below + own.height <= room.height - MARGIN_PX || above < MARGIN_PX ? below : above;
  const top = Math.max(MARGIN_PX, Math.min(wanted, room.height - own.height - MARGIN_PX));
  const left = Math.max(MARGIN_PX, Math.min(x - own.width / 2, room.width - own.width - MARGIN_PX));
  setStyle(element, { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` });
}

/** The focus goes to the record that is selected, else to the first, and that is in sight; the page does not scroll for it. */
function enter(element: HTMLElement): void {
  const row =
    element.querySelector<HTMLElement>(".ww-map-row[aria-pressed=true]") ??
    element.querySelector<HTMLElement>(".ww-map-row");
  if (row === null) return;
  const isBelow = row.offsetTop + row.offsetHeight > element.clientHeight;
  const headPx = element.querySelector<HTMLElement>(".ww-map-popup-head")?.offsetHeight ?? 0;
  element.scrollTop = isBelow ? row.offsetTop - headPx : 0;
  row.focus({ preventScroll: true });
}

/** Makes the popup of a stage. Hidden until {@link Popup.open}. */
export function createPopup(stage: HTMLElement, context: () => RecordListContext, text: () => MapText): Popup {
  const element = h("div", { class: "ww-map-popup", role: "dialog", tabindex: -1, hidden: true });
  stage.appendChild(element);
  let back: HTMLElement | null = null;

  const focused = () => (element.getRootNode() as Document | ShadowRoot).activeElement;
  const close = () => {
    if (element.hidden) return;
    const inside = element.contains(focused());
    element.hidden = true;
    if (inside) back?.focus({ preventScroll: true });
    back = null;
  };
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  const fill = ({ rows, name }: PopupContent) => {
    const title = name ?? text()("here", { n: rows.length });
    const left = rows.length - LISTED;
    element.setAttribute("aria-label", title);
    const closer = h("button", { type: "button", "aria-label": text()("close"), onclick: close }, "×");
    replaceChildren(
      element,
      h("div", { class: "ww-map-popup-head" }, h("h4", { dir: "auto" }, title), closer),
      h(
        "ul",
        null,
        rows.slice(0, LISTED).map((row) => h("li", null, recordButton(context(), row, true))),
        left > 0 ? h("li", { class: "ww-map-more" }, text()("more", { n: left })) : null,
      ),
    );
  };
  return {
    get isOpen() {
      return !element.hidden;
    },
    open(content) {
      if (element.hidden) back = focused() as HTMLElement | null;
      fill(content);
      element.hidden = false;
      place(element, stage, content);
      enter(element);
    },
    close,
    destroy() {
      element.remove();
      back = null;
    },
  };
}
