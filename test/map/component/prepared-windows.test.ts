import type { Steps } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import { describe, expect, it } from "vitest";
import { createPreparedWindows } from "../../../packages/map/src/component/records/prepared-windows.ts";
import { eventually } from "../../eventually.ts";

function storeOf(length: number, taken: string[]): Store {
  const prepare = function* (): Steps<void> {
    taken.push("begun");
    yield;
    taken.push("done");
  };
  return { columns: { length }, prepare, on: () => () => {} } as unknown as Store;
}

describe("the tables of a moving window", () => {
  it("are made ahead of very many rows, once, and not while the window moves", async () => {
    const taken: string[] = [];
    let asked = 0;
    let isMoving = true;
    const windows = createPreparedWindows(storeOf(1_000_000, taken), () => {
      asked++;
      return isMoving;
    });
    windows.begin();
    windows.begin();
    await eventually(() => expect(asked).toBeGreaterThan(1));
    expect(taken).toEqual([]);
    isMoving = false;
    await eventually(() => expect(taken).toEqual(["begun", "done"]));
    windows.destroy();
  });
});
