import { inTurns, type Steps } from "@whenwhere/model";
import { describe, expect, it } from "vitest";
import { eventually } from "../../eventually.ts";

function* counting(to: number, taken: number[]): Steps<number> {
  for (let i = 0; i < to; i++) {
    taken.push(i);
    yield;
  }
  return to;
}

describe("work in turns", () => {
  it("does nothing while it is told to wait, and all of it afterwards", async () => {
    const taken: number[] = [];
    const results: number[] = [];
    let asked = 0;
    let isMoving = true;
    const waits = () => {
      asked++;
      return isMoving;
    };
    inTurns(counting(5, taken), (result) => results.push(result), { waits });
    await eventually(() => expect(asked).toBeGreaterThan(2));
    expect(taken).toEqual([]);
    isMoving = false;
    await eventually(() => expect(results).toEqual([5]));
    expect(taken).toEqual([0, 1, 2, 3, 4]);
  });

  it("is asked before the first slice too, though that is done before the call returns", () => {
    const taken: number[] = [];
    const stop = inTurns(counting(5, taken), () => {}, { startsNow: true, waits: () => true });
    expect(taken).toEqual([]);
    stop();
    const stopOther = inTurns(counting(5, taken), () => {}, { startsNow: true, waits: () => false });
    expect(taken).not.toEqual([]);
    stopOther();
  });

  it("stays undone when it is stopped while it waits", async () => {
    const taken: number[] = [];
    let isMoving = true;
    const stop = inTurns(counting(5, taken), () => taken.push(-1), { waits: () => isMoving });
    stop();
    isMoving = false;
    let isOver = false;
    inTurns(counting(1, []), () => {
      isOver = true;
    });
    await eventually(() => expect(isOver).toBe(true));
    expect(taken).toEqual([]);
  });
});
