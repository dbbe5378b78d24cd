import type { SpotGroups } from "./spot-groups.ts";

/** The groups of one level, asked both ways. */
export interface GroupsOfRows {
  readonly groups: SpotGroups;
  /** The group of a row; -1 for rows of areas, without a place, or so far from the view that they are only counted. */
  readonly groupOf: (row: number) => number;
  /** A row of the group of this key; -1 where no group has it. */
  readonly rowIn: (key: string) => number;
}

/** The group of each of few rows: one step a row, at the first question. */
export function rowsOfGroups(groups: SpotGroups, length: number): Pick<GroupsOfRows, "groups" | "groupOf"> {
  let ofRow: Int32Array | null = null;
  const groupOf = (row: number) => {
    ofRow ??= listed(groups, length);
    return ofRow[row] ?? -1;
  };
  return { groups, groupOf };
}

function listed(groups: SpotGroups, length: number): Int32Array {
  const ofRow = new Int32Array(length).fill(-1);
  for (let group = 0; group < groups.firstFar; group++) {
    const to = groups.offsets[group + 1] as number;
    for (let i = groups.offsets[group] as number; i < to; i++) ofRow[groups.rows[i] as number] = group;
  }
  return ofRow;
}

/** Adds the way from keys; they are listed when the first is asked for. */
export function withKeys({ groups, groupOf }: Pick<GroupsOfRows, "groups" | "groupOf">): GroupsOfRows {
  let rows: Map<string, number> | null = null;
  const byKey = () => {
    const found = new Map<string, number>();
    for (let group = 0; group < groups.firstFar; group++) {
      found.set(groups.key(group), groups.rows[groups.offsets[group] as number] as number);
    }
    return found;
  };
  return {
    groups,
    groupOf,
    rowIn(key) {
      rows ??= byKey();
      return rows.get(key) ?? -1;
    },
  };
}
