/**
 * Rows that changed their standing together, each once: `rows[i]` went from `from[i]` to `to[i]`, for i < `length`.
 * Buffers grow to the largest batch and are written over, so that a moving brush makes no garbage.
 */
export class MoveBatch {
  rows = new Uint32Array(1_024);
  from = new Uint8Array(1_024);
  to = new Uint8Array(1_024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(row: number, from: number, to: number): void {
    if (this.length === this.rows.length) this.#grow();
    const i = this.length++;
    this.rows[i] = row;
    this.from[i] = from;
    this.to[i] = to;
  }

  #grow(): void {
    const { rows, from, to } = this;
    this.rows = new Uint32Array(rows.length * 2);
    this.from = new Uint8Array(rows.length * 2);
    this.to = new Uint8Array(rows.length * 2);
    this.rows.set(rows);
    this.from.set(from);
    this.to.set(to);
  }
}

/** Sums over the rows of a view that follow its moves. */
export interface Tally {
  take(moves: MoveBatch): void;
}
