/** One line of the table: a heading over a group, or a record. */
export type TableLine =
  | { readonly kind: "group"; readonly certainty: "certain" | "possible"; readonly count: number }
  | { readonly kind: "record"; readonly row: number; readonly certainty: "certain" | "possible" };

/** All lines of a table, addressed by index without making them. */
export interface TableLines {
  readonly length: number;
  at(index: number): TableLine | null;
  /** The line of a row, -1 when it is not listed. */
  indexOf(row: number): number;
}

/** Lines for rows that pass surely and rows that pass only possibly. An empty group of possible rows has no heading. */
export function tableLines(certain: Uint32Array, possible: Uint32Array, rowCount: number): TableLines {
  const possibleHead = possible.length > 0 ? 1 : 0;
  const certainHead = certain.length > 0 || possibleHead === 0 ? 1 : 0;
  const firstPossible = certainHead + certain.length;
  const places = new Int32Array(rowCount).fill(-1);
  for (let index = 0; index < certain.length; index++) places[certain[index] as number] = certainHead + index;
  for (let index = 0; index < possible.length; index++) {
    places[possible[index] as number] = firstPossible + possibleHead + index;
  }
  return {
    length: certain.length + possible.length === 0 ? 0 : firstPossible + possibleHead + possible.length,
    at(index) {
      if (certainHead === 1 && index === 0) return { kind: "group", certainty: "certain", count: certain.length };
      if (index < firstPossible) {
        const row = certain[index - certainHead];
        return row === undefined ? null : { kind: "record", row, certainty: "certain" };
      }
      if (index === firstPossible && possibleHead === 1) {
        return { kind: "group", certainty: "possible", count: possible.length };
      }
      const row = possible[index - firstPossible - possibleHead];
      return row === undefined ? null : { kind: "record", row, certainty: "possible" };
    },
    indexOf: (row) => places[row] ?? -1,
  };
}
