import type { Incident } from "@whenwhere/model";
import { createStore, memoryEngine } from "@whenwhere/store";
import { describe, expect, it } from "vitest";

const record = (id: string, title: string): Incident => ({ id, title, when: { edtf: "2022-02-02" } });
const TWICE = [record("a", "One"), record("a", "Two"), record("a-2", "Three"), record("a", "Four")];

describe("records of one id", () => {
  it("are all kept, each under an id of its own, so that a selection shows the record that was picked", () => {
    const store = createStore(TWICE);
    expect([0, 1, 2, 3].map((row) => store.id(row))).toEqual(["a", "a-3", "a-2", "a-4"]);
    store.select("a-3");
    const row = store.rowOf(store.state.selectedId as string);
    expect(store.incident(row)).toMatchObject({ id: "a-3", title: "Two" });
    expect(TWICE[1]?.id).toBe("a");
  });

  it("are named by the store, in the words of the readers", () => {
    expect(createStore(TWICE).issues).toEqual([
      expect.objectContaining({
        code: "record/duplicate-id",
        row: 2,
        value: "a",
        message: 'The id belongs to an earlier record; a suffix was added. It is "a-3".',
      }),
      expect.objectContaining({ code: "record/duplicate-id", row: 4, value: "a" }),
    ]);
    expect(createStore([record("a", "One"), record("b", "Two")]).issues).toEqual([]);
  });

  it("stay apart in columns, in what takes the place of the records, and for an engine", async () => {
    const startMs = new Float64Array([0, 1, 2]);
    const columns = createStore({ columns: { startMs, ids: ["x", "x", ""] } });
    expect([0, 1, 2].map((row) => columns.id(row))).toEqual(["x", "x-2", "row-3"]);
    expect(columns.rowOf("x-2")).toBe(1);
    expect(columns.issues.map(({ code }) => code)).toEqual(["record/duplicate-id", "record/id-missing"]);

    const live = createStore([record("a", "Now")]);
    live.append([record("a", "Next"), record("c", "Last")]);
    expect([0, 1, 2].map((row) => live.incident(row).id)).toEqual(["a", "a-2", "c"]);
    expect(live.issues).toMatchObject([{ code: "record/duplicate-id", row: 2, value: "a" }]);

    const store = createStore([record("b", "Before")]);
    store.replace(TWICE);
    expect(store.rowOf("a-4")).toBe(3);
    expect(store.issues).toHaveLength(2);
    expect(await memoryEngine(store).record("a-4")).toMatchObject({ incident: { title: "Four" } });
  });
});
