/** Work that is under way. */
export interface SlicedWork {
  cancel(): void;
}

const SLICE_MS = 8;

/**
 * Runs a generator to its end in slices of a few milliseconds, with the page between them; what is short is done before
 * this returns. `onDone` gets what it returns.
 */
export function inSlices<T>(work: Generator<void, T>, onDone: (result: T) => void): SlicedWork {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const slice = (): void => {
    timer = null;
    const endMs = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) {
        onDone(step.value);
        return;
      }
    } while (performance.now() < endMs);
    timer = setTimeout(slice, 0);
  };
  slice();
  return {
    cancel() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
