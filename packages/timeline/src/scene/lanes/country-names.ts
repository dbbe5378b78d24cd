import type { CodedField } from "@whenwhere/model";
import type { Words } from "@whenwhere/view/pure";
import type { LaneStore } from "./lane-table.ts";

/** A store whose countries have their names in the reader's language. Two ways to write one are one value. */
export function withCountryNames(store: LaneStore, { names }: Pick<Words, "names">): LaneStore {
  return {
    columns: store.columns,
    categories: store.categories,
    incident: (row) => store.incident(row),
    field(name) {
      const field = store.field(name);
      return name === "country" && field !== null ? renamed(field, (code) => names.country(code)) : field;
    },
  };
}

function renamed(field: CodedField, nameOf: (value: string) => string): CodedField {
  const named = field.values.map(nameOf);
  const values = [...new Set(named)];
  const places = named.map((name) => values.indexOf(name));
  return { ...field, values, codes: Uint32Array.from(field.codes, (code) => places[code] as number) };
}
