/**
 * How the standing of a row in any window follows from its codes. A row of a view that is only possible for another reason
 * is doubtful, whatever its date says.
 */
export const WINDOW_CLASS = {
  /** In no window. */
  hidden: 0,
  /** Possible in every window. */
  undated: 1,
  /** Possible where it overlaps: the date is marked uncertain and has no core. */
  doubtful: 2,
  /** Certain where it overlaps: the core is the outer span. */
  solid: 3,
  /** Certain inside the window. */
  plain: 4,
  /** The same, with an infinite side: inside windows with an infinite edge only. */
  open: 5,
  /** Certain where the core overlaps; both bounds of the core are its own. */
  cored: 6,
  /** The same, with the end of the outer span. */
  coredLate: 7,
  /** The same, with the start of the outer span. */
  coredEarly: 8,
} as const;

/** A bit beside the class: the date is not marked uncertain (`?`). */
export const SURE = 16;

/** The class without the bit beside it. */
export const CLASS_BITS = 15;
