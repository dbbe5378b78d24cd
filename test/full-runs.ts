/** Runs of a property in `npm test`, which is to end within a quarter of an hour; `npm run test:all` does every one of them. */
const MOST_RUNS = 1_000;

/**
 * Runs of a property that reads no clock and no zone: all of them once, under UTC, and a few in the other zones, where only
 * a fault of zones could change the answer. The first runs of a seed are the same however many follow.
 */
export function fullRuns(count: number, elsewhere = 50): number {
  if (process.env.TZ !== "UTC") return Math.min(count, elsewhere);
  return process.env.WW_RUNS === "all" ? count : Math.min(count, MOST_RUNS);
}
