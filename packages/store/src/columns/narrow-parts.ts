import type { Columns, NumberColumn } from "../types.ts";
import type { InstantCodes } from "./instant-table.ts";
import {
  CodedColumn,
  ConstantColumn,
  FixedDegreeColumn,
  InstantColumn,
  ManyInstantColumn,
  SolidColumn,
} from "./narrow-kinds.ts";
import { columnOf, float64Of, type PlainArray, plainArray } from "./plain-columns.ts";
import { COLUMN_NAMES, type ColumnName } from "./wide-columns.ts";

/** A column as plain data: what it is and its arrays, which columns that share them share here too. */
export type ColumnParts =
  | { readonly kind: "array"; readonly values: PlainArray }
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "coded"; readonly table: Float64Array; readonly codes: Uint8Array }
  | { readonly kind: "fixed"; readonly fixed: Int32Array }
  | { readonly kind: "instant"; readonly table: Float64Array; readonly codes: InstantCodes; readonly side: 0 | 1 }
  /** The start (side 0) or the end of the outer span, where a bit says so. */
  | { readonly kind: "solid"; readonly solid: Uint8Array; readonly side: 0 | 1 };

/** Columns that can go to another thread: objects with methods lose them on the way. */
export interface NarrowParts {
  readonly length: number;
  readonly byteLength: number;
  readonly parts: Readonly<Record<ColumnName, ColumnParts>>;
}

/** The columns as plain data. Nothing is copied. Law: `columnsOfParts(partsOf(columns))` holds the same numbers in the same arrays. */
export function partsOf(columns: Columns): NarrowParts {
  const { length, byteLength } = columns;
  const parts = COLUMN_NAMES.map((name) => [name, partOf(columns[name], name.endsWith("EndMs") ? 1 : 0)] as const);
  return { length, byteLength, parts: Object.fromEntries(parts) as unknown as NarrowParts["parts"] };
}

function partOf(column: NumberColumn, side: 0 | 1): ColumnParts {
  if (column instanceof ConstantColumn) return { kind: "constant", value: column.value };
  if (column instanceof CodedColumn) return { kind: "coded", table: column.table, codes: column.codes };
  if (column instanceof FixedDegreeColumn) return { kind: "fixed", fixed: column.fixed };
  if (column instanceof SolidColumn) return { kind: "solid", solid: column.solid, side };
  if (column instanceof InstantColumn || column instanceof ManyInstantColumn) {
    return { kind: "instant", table: column.table, codes: column.codes, side: column.side };
  }
  return { kind: "array", values: plainArray(column) ?? float64Of(column) };
}

/** The columns again, over the same arrays. Cost: that of some small objects, whatever the number of rows. */
export function columnsOfParts({ length, byteLength, parts }: NarrowParts): Columns {
  const outer = [columnOfPart(parts.outerStartMs, length), columnOfPart(parts.outerEndMs, length)] as const;
  const columns = COLUMN_NAMES.map((name) => {
    const part = parts[name];
    return [name, part.kind === "solid" ? new SolidColumn(outer[part.side], part.solid) : columnOfPart(part, length)];
  });
  return {
    ...Object.fromEntries(columns),
    length,
    byteLength,
    outerStartMs: outer[0],
    outerEndMs: outer[1],
  } as unknown as Columns;
}

function columnOfPart(part: ColumnParts, length: number): NumberColumn {
  switch (part.kind) {
    case "constant":
      return new ConstantColumn(part.value, length);
    case "coded":
      return new CodedColumn(part.table, part.codes);
    case "fixed":
      return new FixedDegreeColumn(part.fixed);
    case "instant":
      return part.codes instanceof Uint16Array
        ? new InstantColumn(part.table, part.codes, part.side)
        : new ManyInstantColumn(part.table, part.codes, part.side);
    case "array":
      return columnOf(part.values);
    case "solid":
      throw new RangeError("An outer bound cannot be made of an outer bound.");
  }
}
