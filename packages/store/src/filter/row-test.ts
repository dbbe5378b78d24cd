/** How one row stands under one clause: HIDDEN, POSSIBLE or CERTAIN. */
export type RowTest = (row: number) => number;

/** The same for a row named by its rank in time order. */
export type RankTest = (rank: number) => number;
