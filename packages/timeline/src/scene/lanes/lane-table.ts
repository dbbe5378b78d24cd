import type { CodedField, Incident } from "@whenwhere/model";
import { numbersOf, type Store } from "@whenwhere/store";
import { CATEGORY_STYLES } from "@whenwhere/view/pure";
import { recordValue } from "../record-value.ts";
import type { LaneTable } from "../types.ts";

/** Which lane a record stands in: a field name (`category`, `status`, `country`, `kind`, `admin1`, `place`, ...) or a function. */
export type LaneField = string | ((incident: Incident, row: number) => string | null | undefined);

/** Lanes by one field, or lanes within lanes: the first field makes the groups, the last one the lanes. */
export type LaneFields = LaneField | readonly LaneField[];

/** What lanes are made of. */
export type LaneStore = Pick<Store, "columns" | "categories" | "incident" | "field">;

/** One field of all rows: `codes[row]` indexes `values`, where "" is what is not given. */
interface Level {
  readonly codes: ArrayLike<number>;
  readonly values: readonly string[];
  /** Rows that state more than one value, and stand in the lane of the first. */
  readonly several: number;
}

/**
 * Puts each record into one lane; missing values are the lane `none`. A record that states several values, such as two actors,
 * stands in the lane of the first that it states, so that the numbers of all lanes sum to the records; `several` counts such
 * records, and the count line says so. Coded fields of the store cost no record; a function is run once per record.
 * Cost O(n) per field; keep the result until the data change.
 */
export function laneTable(store: LaneStore, fields: LaneFields, none: string): LaneTable {
  const list = typeof fields === "object" ? fields : [fields];
  const levels = list.map((field) => levelOf(store, field, none));
  const categoryDepth = list.indexOf("category");
  if (levels.length === 1) return flatTable(store, levels[0] as Level, { none, isCategory: categoryDepth === 0 });
  return nestedTable(levels, { none, categoryDepth });
}

function flatTable(
  store: LaneStore,
  { codes, values, several }: Level,
  how: { readonly none: string; readonly isCategory: boolean },
): LaneTable {
  const names = values.map((value) => (value === "" ? how.none : value));
  const order = how.isCategory ? categoryOrder(store) : names.map((_, code) => code);
  return { codes, values: names, order, isCategory: how.isCategory, several };
}

/** Categories that have a look of their own come first, in the order of the taxonomy. */
function categoryOrder({ categories }: LaneStore): number[] {
  const rank = new Map(Object.keys(CATEGORY_STYLES).map((name, i) => [name, i]));
  const rankOf = (code: number): number => rank.get(categories[code] as string) ?? 100 + code;
  return categories.map((_, code) => code).sort((a, b) => rankOf(a) - rankOf(b));
}

function nestedTable(
  levels: readonly Level[],
  how: { readonly none: string; readonly categoryDepth: number },
): LaneTable {
  const length = (levels[0] as Level).codes.length;
  const codes = new Uint32Array(length);
  const known = new Map<number, number>();
  const paths: (readonly string[])[] = [];
  const radixes = levels.map(({ values }) => values.length + 1);
  for (let row = 0; row < length; row++) {
    let key = 0;
    levels.forEach((level, i) => {
      key = key * (radixes[i] as number) + (level.codes[row] as number);
    });
    let code = known.get(key);
    if (code === undefined) {
      const path = levels.map((level) => (level.values[level.codes[row] as number] as string) || how.none);
      code = paths.push(path) - 1;
      known.set(key, code);
    }
    codes[row] = code;
  }
  const values = paths.map((path) => path[path.length - 1] as string);
  const several = levels.reduce((most, level) => Math.max(most, level.several), 0);
  const order = paths.map((_, code) => code);
  return { codes, values, order, isCategory: false, several, paths, categoryDepth: how.categoryDepth };
}

function levelOf(store: LaneStore, field: LaneField, none: string): Level {
  if (field === "category") {
    return { codes: numbersOf(store.columns.category), values: store.categories, several: 0 };
  }
  const coded = typeof field === "string" ? store.field(field) : null;
  return coded === null ? recordLevel(store, field, none) : codedLevel(coded);
}

function codedLevel({ values, offsets, codes }: CodedField): Level {
  if (offsets === null) return { codes, values, several: 0 };
  const first = new Uint32Array(offsets.length - 1);
  let several = 0;
  for (let row = 0; row < first.length; row++) {
    const from = offsets[row] as number;
    first[row] = codes[from] as number;
    if ((offsets[row + 1] as number) - from > 1) several++;
  }
  return { codes: first, values, several };
}

/** A function, or a field that only the records' own extras have. */
function recordLevel(store: LaneStore, field: LaneField, none: string): Level {
  const codes = new Uint32Array(store.columns.length);
  const values: string[] = [];
  const known = new Map<string, number>();
  for (let row = 0; row < codes.length; row++) {
    const incident = store.incident(row);
    const value = (typeof field === "function" ? field(incident, row) : extraOf(incident, field)) || "";
    let code = known.get(value);
    if (code === undefined) {
      code = values.push(value) - 1;
      known.set(value, code);
    }
    codes[row] = code;
  }
  // A name that no record has may be misspelt: the one lane that it makes says which.
  if (typeof field === "string" && values.length === 1) values[0] ||= `${field}: ${none}`;
  return { codes, values, several: 0 };
}

function extraOf(incident: Incident, field: string): string | null {
  const value = recordValue(incident, field);
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
