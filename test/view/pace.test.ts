import { createPace } from "@whenwhere/view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

describe("a pace", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("runs at once, then at most once a while, and always behind the last asking", () => {
    let state = 0;
    const met: number[] = [];
    const pace = createPace(() => met.push(state), 100);
    for (state = 1; state <= 32; state++) {
      pace.ask();
      vi.advanceTimersByTime(16);
    }
    vi.advanceTimersByTime(1_000);
    // 512 ms of asking every 16 ms: at once, after each 100 ms, and behind the end.
    expect(met).toEqual([1, 7, 13, 19, 25, 32]);
    state = 99;
    pace.ask();
    expect(met.at(-1)).toBe(99);
  });

  it("needs no timer for who asks seldom", () => {
    const run = vi.fn();
    const pace = createPace(run, 100);
    for (let i = 0; i < 3; i++) {
      pace.ask();
      expect(vi.getTimerCount()).toBe(0);
      vi.advanceTimersByTime(100);
    }
    expect(run).toHaveBeenCalledTimes(3);
  });

  it("runs no more once it is cancelled, and at once when it is asked again", () => {
    const run = vi.fn();
    const pace = createPace(run, 100);
    pace.ask();
    pace.ask();
    pace.cancel();
    vi.advanceTimersByTime(1_000);
    expect(run).toHaveBeenCalledTimes(1);
    pace.ask();
    expect(run).toHaveBeenCalledTimes(2);
  });
});
