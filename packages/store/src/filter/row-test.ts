/** How one row stands under one clause: HIDDEN, POSSIBLE or CERTAIN. */
export type RowTest = (row: number) => number;
