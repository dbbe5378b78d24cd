/** Which arrows move, and where the items are. */
export interface RovingOptions {
  /** Selector of the items inside the container. */
  readonly items: string;
  /** Default `both`. Horizontal arrows follow the reading direction. */
  readonly orientation?: "horizontal" | "vertical" | "both";
  /** Called when the keyboard moves onto an item, e.g. to select a tab. */
  readonly onMove?: (item: HTMLElement) => void;
}

/** One tab stop for a group of controls. */
export interface Roving {
  /** Call after items were added or removed; `current` becomes the tab stop. */
  refresh(current?: HTMLElement): void;
  destroy(): void;
}

function stepOf(key: string, rtl: boolean, orientation: "horizontal" | "vertical" | "both"): number {
  if (orientation !== "vertical" && key === "ArrowRight") return rtl ? -1 : 1;
  if (orientation !== "vertical" && key === "ArrowLeft") return rtl ? 1 : -1;
  if (orientation !== "horizontal" && key === "ArrowDown") return 1;
  if (orientation !== "horizontal" && key === "ArrowUp") return -1;
  return 0;
}

/** Arrow keys, Home and End move among the items of `container`; Tab enters and leaves the group once. */
export function roving(container: HTMLElement, options: RovingOptions): Roving {
  const { items, orientation = "both", onMove } = options;
  const all = (): HTMLElement[] => [...container.querySelectorAll<HTMLElement>(items)].filter((item) => !item.hidden);

  const refresh = (current?: HTMLElement): void => {
    const list = all();
    const stop = current ?? list.find((item) => item.tabIndex === 0) ?? list[0];
    for (const item of list) item.tabIndex = item === stop ? 0 : -1;
  };
  const onKey = (event: KeyboardEvent): void => {
    const list = all();
    const index = list.findIndex((item) => item.contains(event.target as Node));
    if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const rtl = getComputedStyle(container).direction === "rtl";
    const step = stepOf(event.key, rtl, orientation);
    let next = step === 0 ? -1 : (index + step + list.length) % list.length;
    if (event.key === "Home") next = 0;
    if (event.key === "End") next = list.length - 1;
    const item = list[next];
    if (item === undefined) return;
    event.preventDefault();
    refresh(item);
    item.focus();
    onMove?.(item);
  };
  const onFocus = (event: FocusEvent): void => {
    const item = all().find((one) => one.contains(event.target as Node));
    if (item) refresh(item);
  };
  container.addEventListener("keydown", onKey);
  container.addEventListener("focusin", onFocus);
  refresh();
  return {
    refresh,
    destroy() {
      container.removeEventListener("keydown", onKey);
      container.removeEventListener("focusin", onFocus);
    },
  };
}
