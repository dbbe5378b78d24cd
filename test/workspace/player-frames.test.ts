import { parseEdtf } from "@whenwhere/model";
import { createWords } from "@whenwhere/view";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameClause, PLAYER_MODES, playerFrames, widthOf } from "../../packages/workspace/src/player/player-frames.ts";
import { spanWords } from "../../packages/workspace/src/player/player-words.ts";
import { fittingStep, meanStepMs, PLAYER_STEPS, stepEdges } from "../../packages/workspace/src/player/step-edges.ts";
import { fullRuns } from "../full-runs.ts";

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

describe("the steps of a player", () => {
  it("follow the calendar: months, quarters, years, and weeks that begin on Monday", () => {
    const edges = (step: (typeof PLAYER_STEPS)[number]) =>
      stepEdges(utc("2024-01-31T10:00"), utc("2024-03-01T00:00"), step).map(iso);
    expect(edges("month")).toEqual(["2024-01-01", "2024-02-01", "2024-03-01"]);
    expect(edges("quarter")).toEqual(["2024-01-01", "2024-04-01"]);
    expect(edges("year")).toEqual(["2024-01-01", "2025-01-01"]);
    expect(edges("decade")).toEqual(["2020-01-01", "2030-01-01"]);
    expect(edges("week")).toEqual(["2024-01-29", "2024-02-05", "2024-02-12", "2024-02-19", "2024-02-26", "2024-03-04"]);
  });

  it("go back over the year nought and over the first century", () => {
    expect(stepEdges(utc("0000-12-31T00:00"), utc("0000-12-31T12:00"), "year").map(iso)).toEqual([
      "0000-01-01",
      "0001-01-01",
    ]);
    expect(stepEdges(Date.UTC(-44, 2, 15), Date.UTC(-43, 0, 1), "century")[0]).toBe(Date.UTC(-100, 0, 1));
  });

  it("go on beyond the days of the platform, by more centuries where these would be too many", () => {
    const words = createWords("en");
    for (const [startMs, endMs] of [
      [-5e18, 1e12],
      [-8.7e15, -8.6e15],
      [8.6e15, 8.7e15],
      [parseEdtf("Y-999999999999").startMs, 0],
    ] as const) {
      const { count, at, step } = playerFrames({ mode: "window", step: "auto", width: 1, startMs, endMs });
      const frames = Array.from({ length: count }, (_, i) => at(i));
      expect(count).toBeLessThanOrEqual(20_001);
      expect(at(0).startMs).toBeLessThanOrEqual(startMs);
      expect(at(count - 1).endMs).toBeGreaterThanOrEqual(endMs);
      expect(frames.every((frame) => frame.startMs < frame.endMs)).toBe(true);
      const said = spanWords(words, step);
      for (const { startMs: from, endMs: to } of [at(0), at(count - 1)])
        expect(said(from, to)).not.toMatch(/NaN|Inval/);
    }
  });

  it("are chosen so that a run has some dozens of frames", () => {
    expect(fittingStep(0, 36 * 3_600_000)).toBe("hour");
    expect(fittingStep(utc("2022-01-01T00:00"), utc("2022-03-01T00:00"))).toBe("day");
    expect(fittingStep(utc("2010-01-01T00:00"), utc("2019-01-01T00:00"))).toBe("month");
    expect(fittingStep(Date.UTC(-500, 0), Date.UTC(2020, 0))).toBe("century");
  });
});

describe("the frames of a player", () => {
  const year = { startMs: utc("2022-01-10T00:00"), endMs: utc("2022-12-20T00:00"), step: "month", width: 3 } as const;

  it("grow in, move on by a step, and keep their width", () => {
    const frames = playerFrames({ ...year, mode: "window" });
    const spans = Array.from({ length: frames.count }, (_, i) => frames.at(i)).map(({ startMs, endMs }) => [
      iso(startMs),
      iso(endMs),
    ]);
    expect(frames.count).toBe(12);
    expect(spans[0]).toEqual(["2022-01-01", "2022-02-01"]);
    expect(spans[4]).toEqual(["2022-03-01", "2022-06-01"]);
    expect(spans[11]).toEqual(["2022-10-01", "2023-01-01"]);
  });

  it("begin at the beginning where they add up", () => {
    const frames = playerFrames({ ...year, mode: "cumulative" });
    expect(iso(frames.at(7).startMs)).toBe("2022-01-01");
    expect(iso(frames.at(7).endMs)).toBe("2022-09-01");
  });

  it("hold what lies before the run where they add up, and nowhere else", () => {
    const early = { ...year, fromMs: utc("1950-01-01T00:00") };
    expect(iso(playerFrames({ ...early, mode: "cumulative" }).at(0).startMs)).toBe("1950-01-01");
    expect(iso(playerFrames({ ...early, mode: "window" }).at(0).startMs)).toBe("2022-01-01");
  });

  it("are clauses of a window, which fades for a trail", () => {
    const frames = playerFrames({ ...year, mode: "trail" });
    expect(frameClause(frames.at(2), "timeline", "trail")).toEqual({
      ...{ source: "timeline", kind: "window", fade: true },
      ...{ startMs: utc("2022-01-01T00:00"), endMs: utc("2022-04-01T00:00") },
    });
    expect(frameClause(frames.at(2), "timeline", "window")).not.toHaveProperty("fade");
  });

  it("take a drawn window over in whole steps", () => {
    const quarter = { startMs: utc("2022-01-03T00:00"), endMs: utc("2022-04-02T00:00") };
    expect([widthOf(quarter, "month"), widthOf(quarter, "year"), widthOf(quarter, "day")]).toEqual([3, 1, 89]);
  });

  it("cover the run, end a step apart, and are found again by any instant of their newest step", () => {
    const runs = fc.record({
      startMs: fc.integer({ min: -2e14, max: 2e14 }),
      lengthMs: fc.integer({ min: 1, max: 4e11 }),
      step: fc.constantFrom("auto" as const, ...PLAYER_STEPS),
      width: fc.double({ min: 1, max: 400, noNaN: true }),
      mode: fc.constantFrom(...PLAYER_MODES),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(runs, ({ startMs, lengthMs, step, width, mode, share }) => {
        const endMs = startMs + lengthMs;
        const frames = playerFrames({ startMs, endMs, step, width, mode });
        const [first, last] = [frames.at(0), frames.at(frames.count - 1)];
        expect(first.startMs).toBeLessThanOrEqual(startMs);
        expect(last.endMs).toBeGreaterThanOrEqual(endMs);
        const i = Math.floor(share * frames.count);
        const [frame, next] = [frames.at(i), frames.at(i + 1)];
        if (next.index > frame.index)
          expect(next.endMs - frame.endMs).toBeLessThanOrEqual(1.06 * meanStepMs(frames.step) + 1);
        const newestMs = i === 0 ? frame.startMs : frames.at(i - 1).endMs;
        for (const ms of [newestMs, frame.endMs - 1]) expect(frames.holding(ms).index).toBe(i);
        expect(frames.holding(-9e15).index).toBe(0);
        expect(frames.holding(9e15).index).toBe(frames.count - 1);
      }),
      { numRuns: fullRuns(300, 50), seed: 7 },
    );
  });
});
