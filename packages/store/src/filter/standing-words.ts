import { CLASS_BITS, WINDOW_CLASS } from "../columns/window-class.ts";
import { CERTAIN, HIDDEN, POSSIBLE } from "../types.ts";
import type { RankTest } from "./row-test.ts";

const SLOTS_OF_A_WORD = 8;

/** Which bits of each word a view looks at: those of its own clauses. */
export interface WordMask {
  readonly word: number;
  /** Set where a clause hides the row. */
  readonly hidden: number;
  /** Set where a clause leaves the row possible. */
  readonly unsure: number;
}

/**
 * How every row stands under every clause, two bits a clause: hidden, unsure. One word of 16 bits holds 8 clauses, so that one read
 * tells all; more clauses than that take more words. Rows are named by their rank in time order.
 */
export class StandingWords {
  readonly #length: number;
  readonly #words: Uint16Array[] = [];
  readonly #taken = new Set<number>();

  constructor(length: number) {
    this.#length = length;
  }

  /** The slot of a new clause; its bits are whatever the last owner left, until it is filled. */
  take(): number {
    let slot = 0;
    while (this.#taken.has(slot)) slot++;
    this.#taken.add(slot);
    if (slot >= this.#words.length * SLOTS_OF_A_WORD) this.#words.push(new Uint16Array(this.#length));
    return slot;
  }

  free(slot: number): void {
    this.#taken.delete(slot);
  }

  /** Asks every row. */
  fill(slot: number, test: RankTest): void {
    const words = this.#words[wordOf(slot)] as Uint16Array;
    const others = ~slotBits(slot, HIDDEN) & ~slotBits(slot, POSSIBLE);
    const bits = [slotBits(slot, HIDDEN), slotBits(slot, POSSIBLE), slotBits(slot, CERTAIN)] as const;
    for (let rank = 0; rank < words.length; rank++) {
      words[rank] = ((words[rank] as number) & others) | bits[test(rank) as 0 | 1 | 2];
    }
  }

  /** The bits of some slots, word by word; words without any are left out. */
  masks(slots: readonly number[]): readonly WordMask[] {
    return this.#words.flatMap((_, word) => {
      const own = slots.filter((slot) => wordOf(slot) === word);
      if (own.length === 0) return [];
      const joined = (state: number): number => own.reduce((bits, slot) => bits | slotBits(slot, state), 0);
      return [{ word, hidden: joined(HIDDEN), unsure: joined(POSSIBLE) }];
    });
  }

  /** The least standing of a row under the masked clauses; without any, certain. Nearly always one word holds them all. */
  tester(masks: readonly WordMask[]): RankTest {
    const [first] = masks;
    if (first === undefined) return () => CERTAIN;
    if (masks.length > 1) return (rank) => this.#standingOf(rank, masks);
    const { hidden, unsure } = first;
    const words = this.#words[first.word] as Uint16Array;
    return (rank) => {
      const bits = words[rank] as number;
      return (bits & hidden) !== 0 ? HIDDEN : (bits & unsure) !== 0 ? POSSIBLE : CERTAIN;
    };
  }

  /**
   * The class of each row among all windows, under the masked clauses; `own` are the classes of certain rows. Returns the
   * classes that there are, one bit each.
   */
  classify(masks: readonly WordMask[], own: Uint8Array, into: Uint8Array): number {
    const { hidden, unsure, word } = masks[0] ?? { hidden: 0, unsure: 0, word: 0 };
    const words = this.#words[word] ?? new Uint16Array(into.length);
    const rest = masks.slice(1);
    let seen = 0;
    // A table in place of branches: no processor guesses right which of a million rows are hidden.
    for (let rank = 0; rank < into.length; rank++) {
      const bits = words[rank] as number;
      const state = (Number((bits & hidden) !== 0) << 1) | Number((bits & unsure) !== 0);
      const kind = LOWERED[(state << 4) | ((own[rank] as number) & CLASS_BITS)] as number;
      into[rank] = kind;
      seen |= 1 << kind;
    }
    if (rest.length === 0) return seen;
    seen = 0;
    for (let rank = 0; rank < into.length; rank++) {
      const state = this.#standingOf(rank, rest);
      const bits = state === HIDDEN ? 2 : state === POSSIBLE ? 1 : 0;
      const kind = LOWERED[(bits << 4) | (into[rank] as number)] as number;
      into[rank] = kind;
      seen |= 1 << kind;
    }
    return seen;
  }

  #standingOf(rank: number, masks: readonly WordMask[]): number {
    let isUnsure = false;
    for (const { word, hidden, unsure } of masks) {
      const bits = (this.#words[word] as Uint16Array)[rank] as number;
      if ((bits & hidden) !== 0) return HIDDEN;
      if ((bits & unsure) !== 0) isUnsure = true;
    }
    return isUnsure ? POSSIBLE : CERTAIN;
  }
}

/**
 * By two bits (hidden, unsure) and the class of a certain row: a row that is only possible is doubtful in every window, but
 * for those that are hidden or have no date anyway.
 */
const LOWERED = Uint8Array.from({ length: 64 }, (_, at) => {
  if (at >> 5 === 1) return WINDOW_CLASS.hidden;
  return at >> 4 === 1 ? Math.min(at & CLASS_BITS, WINDOW_CLASS.doubtful) : at & CLASS_BITS;
});

function wordOf(slot: number): number {
  return Math.floor(slot / SLOTS_OF_A_WORD);
}

/** The bits that say in a slot how a row stands. */
function slotBits(slot: number, state: number): number {
  const bit = 1 << (slot % SLOTS_OF_A_WORD);
  return state === HIDDEN ? bit : state === POSSIBLE ? bit << SLOTS_OF_A_WORD : 0;
}
