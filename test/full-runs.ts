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

/** As many runs as the project promises to its users, in every `npm test`; in the other zones a few, as above. */
export function promisedRuns(count: number, elsewhere = 50): number {
  return process.env.TZ === "UTC" ? count : Math.min(count, elsewhere);
}

/** What no zone can change, and takes long: all of it under UTC, the first few elsewhere. */
export function fewElsewhere<T>(cases: readonly T[], few: number): readonly T[] {
  return process.env.TZ === "UTC" ? cases : cases.slice(0, few);
}
