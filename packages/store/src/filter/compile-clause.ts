import type { Clause, Columns } from "../types.ts";
import { boxTest } from "./box-test.ts";
import type { FieldIndex } from "./field-index.ts";
import { lassoTest } from "./lasso-test.ts";
import { rangeTest } from "./range-test.ts";
import type { RankTest, RowTest } from "./row-test.ts";
import { textQueryTest } from "./text-query-test.ts";
import { valuesTest } from "./values-test.ts";
import { windowTest } from "./window-test.ts";

/** The test of each row under one clause, asked by rank in time order. */
export function compileClause(clause: Clause, columns: Columns, fields: FieldIndex): RankTest {
  switch (clause.kind) {
    case "window":
      return windowTest(fields.times(), fields.placesOf(clause));
    case "values":
      return valuesTest(fields.values(clause.field), clause.values);
    case "text":
      return textQueryTest({ texts: fields.texts(), timeOrder: fields.timeOrder, values: fields.values }, clause.text);
    default:
      return byRank(rowTestOf(clause, columns, fields), fields.timeOrder);
  }
}

type RowClause = Exclude<Clause, { kind: "window" | "values" | "text" }>;

function rowTestOf(clause: RowClause, columns: Columns, fields: FieldIndex): RowTest {
  switch (clause.kind) {
    case "bbox":
      return boxTest(columns, clause);
    case "lasso":
      return lassoTest(columns, clause);
    case "range":
      return rangeTest(fields.measure(clause.field), clause);
  }
}

function byRank(test: RowTest, timeOrder: Uint32Array): RankTest {
  return (rank) => test(timeOrder[rank] as number);
}
