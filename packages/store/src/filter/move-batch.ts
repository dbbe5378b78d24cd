/**
 * Rows, by rank in time order, that changed their standing together, each once: `ranks[i]` went from `from[i]` to `to[i]`, for i < `length`.
 * Buffers grow to the largest batch and are written over, so that a moving brush makes no garbage.
 */
export class MoveBatch {
  ranks = new Uint32Array(1_024);
  from = new Uint8Array(1_024);
  to = new Uint8Array(1_024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(rank: number, from: number, to: number): void {
    if (this.length === this.ranks.length) this.#grow();
    const i = this.length++;
    this.ranks[i] = rank;
    this.from[i] = from;
    this.to[i] = to;
  }

  #grow(): void {
    const { ranks, from, to } = this;
    this.ranks = new Uint32Array(ranks.length * 2);
    this.from = new Uint8Array(ranks.length * 2);
    this.to = new Uint8Array(ranks.length * 2);
    this.ranks.set(ranks);
    this.from.set(from);
    this.to.set(to);
  }
}

/** Sums over the rows of a view that follow its moves. */
export interface Tally {
  take(moves: MoveBatch): void;
}
