import { type Steps, stepsOver } from "@whenwhere/model";
import type { TimeCodes } from "../columns/time-codes.ts";
import { CLASS_BITS, WINDOW_CLASS } from "../columns/window-class.ts";

const BLOCK = 64;

/**
 * The latest end of every 64 and of every 4,096 plain rows in time order: finds all of them that reach beyond a point
 * from before another without looking at the others. A sixteenth of a byte a row.
 */
export class SpanCeiling {
  readonly #times: TimeCodes;
  readonly #blocks: Uint32Array;
  readonly #bigBlocks: Uint32Array;
  #found = new Uint32Array(64);

  /** Empty: nothing spans anything before {@link fill} has been done. */
  constructor(times: TimeCodes) {
    this.#times = times;
    this.#blocks = new Uint32Array(Math.ceil(times.datedCount / BLOCK));
    this.#bigBlocks = new Uint32Array(Math.ceil(this.#blocks.length / BLOCK));
  }

  /** One pass over the dated rows, with pauses. */
  *fill(): Steps<void> {
    const { datedCount } = this.#times;
    yield* stepsOver(datedCount, (rank) => {
      const block = Math.floor(rank / BLOCK);
      this.#blocks[block] = Math.max(this.#blocks[block] as number, this.#plainEnd(rank));
    });
    for (let block = 0; block < this.#blocks.length; block++) {
      const big = Math.floor(block / BLOCK);
      this.#bigBlocks[big] = Math.max(this.#bigBlocks[big] as number, this.#blocks[block] as number);
    }
  }

  /** Plain rows of the ranks below `started` that end at the code `end` or after it. */
  spanning(started: number, end: number): Uint32Array {
    let count = 0;
    for (let big = 0; big * BLOCK * BLOCK < started; big++) {
      if ((this.#bigBlocks[big] as number) < end) continue;
      const lastBlock = Math.min((big + 1) * BLOCK, Math.ceil(started / BLOCK));
      for (let block = big * BLOCK; block < lastBlock; block++) {
        if ((this.#blocks[block] as number) >= end) count = this.#visit(block, { started, end, count });
      }
    }
    return this.#found.slice(0, count);
  }

  #visit(
    block: number,
    { started, end, count }: { readonly started: number; readonly end: number; readonly count: number },
  ): number {
    let found = count;
    const last = Math.min((block + 1) * BLOCK, started);
    for (let rank = block * BLOCK; rank < last; rank++) {
      if (this.#plainEnd(rank) < end) continue;
      if (found === this.#found.length) this.#grow();
      this.#found[found++] = rank;
    }
    return found;
  }

  /** The end of a plain row; for all others a code before every end that is asked for. */
  #plainEnd(rank: number): number {
    const { classes, outer } = this.#times;
    return ((classes[rank] as number) & CLASS_BITS) === WINDOW_CLASS.plain ? (outer[2 * rank + 1] as number) : 0;
  }

  #grow(): void {
    const found = this.#found;
    this.#found = new Uint32Array(found.length * 2);
    this.#found.set(found);
  }
}
