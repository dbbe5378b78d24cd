import { createAtRest, type FrameScheduler } from "@whenwhere/view";
import { layOut } from "../lay-out.ts";
import type { FacetList } from "./facet-list.ts";

type FollowedList = Pick<FacetList, "element" | "refresh" | "say">;

/** What follows the filters, and in what it stands. */
export interface FollowFiltersOptions {
  readonly root: HTMLElement;
  readonly frame: FrameScheduler;
  readonly lists: readonly FollowedList[];
  readonly refreshHead: () => void;
}

/** Set while filters change, when lists out of sight need no layout. At rest all have theirs, as tools that ask for places expect. */
const MOVING = "ww-moving";

/** Tells which lists are scrolled out of sight, so that the browser does not lay them out; one that comes into sight is counted anew. */
function skippedLists(lists: readonly FollowedList[]): (list: object) => boolean {
  const skipped = new Set<object>();
  for (const list of lists) {
    list.element.addEventListener("contentvisibilityautostatechange", (event) => {
      if (event.target !== list.element) return;
      if ((event as ContentVisibilityAutoStateChangeEvent).skipped) skipped.add(list);
      else if (skipped.delete(list)) list.refresh();
    });
  }
  return (list) => skipped.has(list);
}

/**
 * Keeps the lists in step while a window moves: each has a task of its own, so that a frame, and a hand, may come between two of
 * them. What nobody sees, and dozens of sentences that nobody hears, wait until the filters rest.
 */
export function followFilters(options: FollowFiltersOptions): { follow(): void; cancel(): void } {
  const { root, frame, lists, refreshHead } = options;
  const isSkipped = skippedLists(lists);
  const rest = createAtRest(() => {
    for (const list of lists) {
      if (isSkipped(list)) list.refresh();
      list.say();
    }
    root.classList.remove(MOVING);
  });
  const tasks = [
    () => {
      refreshHead();
      layOut(root);
    },
    ...lists.map((list) => () => {
      if (isSkipped(list)) return;
      list.refresh();
      layOut(list.element);
    }),
    // Behind the lists: a frame may come later than the rest would, and what is said then is what they show.
    rest.later,
  ];
  return {
    follow() {
      root.classList.add(MOVING);
      for (const task of tasks) frame.requestAfter(task);
    },
    cancel: rest.cancel,
  };
}
