/** Which arrows move, and where the items are. */
export interface RovingOptions {
  /** Selector of the items inside the container. */
  readonly items: string;
  /** Default `both`. Horizontal arrows follow the reading direction. */
  readonly orientation?: "horizontal" | "vertical" | "both";
  /** Called when the keyboard moves onto an item, e.g. to select a tab. */
  readonly onMove?: (item: HTMLElement) => void;
  /** Whether the name of an item begins with what was typed. Default: letters move nothing. */
  readonly isNamed?: (item: HTMLElement, typed: string) => boolean;
}

/** One tab stop for a group of controls. */
export interface Roving {
  /** Call after items were added, removed, hidden or shown; `current` becomes the tab stop. */
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

/** Letters that follow each other faster than this are one word. */
const WORD_MS = 800;

/** What somebody types on a list, letter by letter; null for a key that is none, such as Space on an item. */
function createTyping(): (event: KeyboardEvent) => string | null {
  let typed = "";
  let atMs = Number.NEGATIVE_INFINITY;
  return ({ key, timeStamp }) => {
    const isFresh = timeStamp - atMs > WORD_MS;
    // The slash is a key of many pages; a name that begins with a space is none.
    if ([...key].length !== 1 || (isFresh && /[\s/]/.test(key))) return null;
    typed = isFresh ? key : typed + key;
    atMs = timeStamp;
    return typed;
  };
}

/**
 * Arrow keys, Home and End move among the items of `container`, and letters too where names are given; Tab enters and
 * leaves the group once. What is hidden within the container is no item.
 */
export function roving(container: HTMLElement, options: RovingOptions): Roving {
  const { items, orientation = "both", onMove, isNamed } = options;
  const isShown = (item: HTMLElement): boolean => {
    const away = item.closest<HTMLElement>("[hidden]");
    return away === null || away.contains(container);
  };
  const every = (): HTMLElement[] => [...container.querySelectorAll<HTMLElement>(items)];
  const all = (): HTMLElement[] => every().filter(isShown);
  const typing = createTyping();

  const refresh = (current?: HTMLElement): void => {
    const known = every();
    const list = known.filter(isShown);
    const stop = current ?? list.find((item) => item.tabIndex === 0) ?? list[0];
    for (const item of known) item.tabIndex = item === stop ? 0 : -1;
  };
  /** The next one from here, round the end, that what is typed names: one letter again and again goes on, a word stays. */
  const called = (event: KeyboardEvent, list: readonly HTMLElement[], from: number): number => {
    const typed = isNamed === undefined ? null : typing(event);
    if (typed === null) return -1;
    const isLetter = [...typed].every((letter) => letter === [...typed][0]);
    const [wanted, first] = isLetter ? [[...typed][0] as string, 1] : [typed, 0];
    const order = list.map((_, step) => (from + first + step) % list.length);
    return order.find((at) => isNamed?.(list[at] as HTMLElement, wanted)) ?? -1;
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
    if (next < 0) next = called(event, list, index);
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
