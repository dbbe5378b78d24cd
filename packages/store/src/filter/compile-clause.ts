import type { Clause, Columns } from "../types.ts";
import { boxTest } from "./box-test.ts";
import type { FieldIndex } from "./field-index.ts";
import { lassoTest } from "./lasso-test.ts";
import { rangeTest } from "./range-test.ts";
import type { RowTest } from "./row-test.ts";
import { textTest } from "./text-test.ts";
import { valuesTest } from "./values-test.ts";
import { windowTest } from "./window-test.ts";

/** The test of each row under one clause. */
export function compileClause(clause: Clause, columns: Columns, fields: FieldIndex): RowTest {
  switch (clause.kind) {
    case "window":
      return windowTest(fields.times(), clause);
    case "bbox":
      return boxTest(columns, clause);
    case "lasso":
      return lassoTest(columns, clause);
    case "range":
      return rangeTest(fields.measure(clause.field), clause);
    case "text":
      return textTest(fields.texts(), clause.text);
    case "values":
      return valuesTest(fields.values(clause.field), clause.values);
  }
}
