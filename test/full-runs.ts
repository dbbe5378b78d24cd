/**
 * Runs of a property that reads no clock and no zone: all of them once, under UTC, and a few in the other zones,
 * where only a fault of zones could change the answer.
 */
export function fullRuns(count: number, elsewhere = 300): number {
  return process.env.TZ === "UTC" ? count : Math.min(count, elsewhere);
}
