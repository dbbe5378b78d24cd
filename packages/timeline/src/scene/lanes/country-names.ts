import type { CodedField } from "@whenwhere/model";
import type { LaneStore } from "./lane-table.ts";

/** A country as a reader sees it, of its code or of a name. */
export type NameOf = (country: string) => string;

/** A store in which two ways to write one country are one value: that which came first. */
export function oneCountryEach(store: LaneStore, nameOf: NameOf): LaneStore {
  return {
    columns: store.columns,
    categories: store.categories,
    incident: (row) => store.incident(row),
    field(name) {
      const field = store.field(name);
      return name === "country" && field !== null ? joined(field, nameOf) : field;
    },
  };
}

function joined(field: CodedField, nameOf: NameOf): CodedField {
  const places = new Map<string, number>();
  const values: string[] = [];
  const placeOf = field.values.map((value) => {
    const name = nameOf(value);
    const place = places.get(name) ?? values.push(value) - 1;
    places.set(name, place);
    return place;
  });
  if (values.length === field.values.length) return field;
  return { ...field, values, codes: Uint32Array.from(field.codes, (code) => placeOf[code] as number) };
}
