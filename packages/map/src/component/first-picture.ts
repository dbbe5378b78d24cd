/** The moment in which both are there: the ground, and the records on it, which may be ready the later of the two. */
export interface FirstPicture {
  /** Records were drawn, or are still being sorted. */
  drawn(): void;
  /** The ground is ready, or ready anew. */
  groundReady(): void;
  /** Resolves once the records are drawn. */
  settled(): Promise<void>;
}

/** Makes it; `onReady` is called when the ground is ready and the records are drawn. */
export function createFirstPicture(isPending: () => boolean, onReady: () => void): FirstPicture {
  let isGroundFirst = false;
  const waiting: (() => void)[] = [];
  return {
    drawn() {
      if (isPending()) return;
      for (const resolve of waiting.splice(0)) resolve();
      if (!isGroundFirst) return;
      isGroundFirst = false;
      onReady();
    },
    groundReady() {
      if (isPending()) isGroundFirst = true;
      else onReady();
    },
    settled: () => new Promise((resolve) => (isPending() ? void waiting.push(resolve) : resolve())),
  };
}
