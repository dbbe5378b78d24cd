/** Rows that are gone through between two looks at the clock: a few milliseconds of simple work. */
const SLICE_ROWS = 2 ** 15;

/** Work on the rows from `from` up to `to`. */
export type SliceWork = (from: number, to: number) => void;

/** Goes through all rows slice by slice, so that whoever waits for the thread gets it in between. */
export async function inSlices(length: number, pause: () => Promise<void>, work: SliceWork): Promise<void> {
  for (let from = 0; from < length; from += SLICE_ROWS) {
    work(from, Math.min(length, from + SLICE_ROWS));
    await pause();
  }
}
