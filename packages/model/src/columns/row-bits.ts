/** Bits of a row's date, beside its spans. */
export const DATE_BITS = {
  approximateStart: 1,
  approximateEnd: 2,
  uncertain: 4,
  openStart: 8,
  unknownStart: 16,
  openEnd: 32,
  unknownEnd: 64,
  /** A set (`[a,b]`, `{a,b}`) whose members are drawn one by one. */
  set: 128,
} as const;

/** Bits of a row's place and accounts. */
export const ROW_BITS = {
  /** Has rival claims. */
  disputed: 1,
  /** Rival readings of the date: `claims` on `when` with dates of their own. */
  rivalDates: 2,
  /** Rival or alternative places. */
  rivalPlaces: 4,
  /** Has a second place (`from`). */
  from: 8,
  obscured: 16,
  /** Has an outline, which only the record holds: a geometry that is not one point. */
  outline: 32,
  /** `when.count` is a lower bound. */
  countAtLeast: 64,
  /** Nothing to draw the place by: neither coordinates, outline nor a named area. Counted as "not on the map". */
  unplaced: 128,
} as const;
