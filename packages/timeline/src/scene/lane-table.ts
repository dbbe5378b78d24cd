import type { Incident } from "@whenwhere/model";
import { CATEGORY_STYLES } from "@whenwhere/view/pure";
import type { LaneTable, SceneStore } from "./types.ts";

/** Which lane a record stands in: a field name (`category`, `status`, `country`, `kind`, `admin1`, `place`, ...) or a function. */
export type LaneField = string | ((incident: Incident, row: number) => string | null | undefined);

/** Runs the field once per record. Cost O(n); keep the result until the data changes. Missing values are the lane `none`. */
export function laneTable(store: SceneStore, field: LaneField, none: string): LaneTable {
  if (field === "category") return categoryLanes(store, none);
  const codes = new Uint32Array(store.columns.length);
  const values: string[] = [];
  const known = new Map<string, number>();
  for (let row = 0; row < codes.length; row++) {
    const incident = store.incident(row);
    const value = (typeof field === "function" ? field(incident, row) : fieldOf(incident, field)) || none;
    let code = known.get(value);
    if (code === undefined) {
      code = values.push(value) - 1;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { codes, values, order: values.map((_, code) => code), isCategory: false };
}

function categoryLanes(store: SceneStore, none: string): LaneTable {
  const rank = new Map(Object.keys(CATEGORY_STYLES).map((name, i) => [name, i]));
  const rankOf = (code: number): number => rank.get(store.categories[code] as string) ?? 100 + code;
  const order = store.categories.map((_, code) => code).sort((a, b) => rankOf(a) - rankOf(b));
  const values = store.categories.map((name) => (name === "" ? none : name));
  return { codes: store.columns.category, values, order, isCategory: true };
}

function fieldOf(incident: Incident, field: string): string | null {
  if (field === "country") return incident.where?.country ?? null;
  if (field === "admin1") return incident.where?.admin1 ?? null;
  if (field === "place") return incident.where?.name ?? null;
  const value = (incident as unknown as Readonly<Record<string, unknown>>)[field] ?? incident.extra?.[field];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
