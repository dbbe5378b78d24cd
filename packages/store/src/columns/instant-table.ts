import { DAY_MS } from "@whenwhere/model";

const LEAST_SLOTS = 1_024;

/** Midnights of about 90 years before and after 1970 have a place each. */
const NEAR_DAYS = 2 ** 16;

/** 16 bits where all codes fit: days do. */
export type InstantCodes = Uint16Array | Uint32Array;

/** Most instants whose codes, and one that stands for none, fit in 16 bits. */
const MOST_NARROW = 65_535;

/** Bounds by code. */
export interface CodedInstants {
  /** Distinct and rising; behind them NaN, for what is not known. */
  readonly table: Float64Array;
  /** One array of codes for each pair of bounds: start and end of row r at 2 r and 2 r + 1. */
  readonly codes: readonly InstantCodes[];
}

/** Starts and ends by row. */
export type BoundPair = readonly [startMs: Float64Array, endMs: Float64Array];

/**
 * Gives every bound the place of its instant among all distinct ones, so that codes compare as instants do. Null as soon as
 * there are more instants than `most`: then codes cost more than they save. Cost: one look into a table a bound, hashed where
 * it is no day of our times.
 */
export function codedInstants(pairs: readonly BoundPair[], most: number): CodedInstants | null {
  const names = new InstantNames();
  const named: Uint32Array[] = [];
  for (const [starts, ends] of pairs) {
    const { length } = starts;
    const numbers = new Uint32Array(2 * length);
    for (let row = 0; row < length; row++) {
      numbers[2 * row] = names.of(starts[row] as number);
      numbers[2 * row + 1] = names.of(ends[row] as number);
      if (names.count > most) return null;
    }
    named.push(numbers);
  }
  const sorted = names.instantsMs().sort();
  const table = new Float64Array(sorted.length + 1).fill(Number.NaN);
  table.set(sorted);
  const codeOf = new Uint32Array(sorted.length + 1);
  for (let code = 0; code < sorted.length; code++) codeOf[names.of(sorted[code] as number)] = code;
  codeOf[NO_INSTANT] = sorted.length;
  const codes = named.map((numbers) => {
    const coded = emptyCodes(numbers.length, sorted.length);
    for (let i = 0; i < numbers.length; i++) coded[i] = codeOf[numbers[i] as number] as number;
    return coded;
  });
  return { table, codes };
}

export function emptyCodes(length: number, instants: number): InstantCodes {
  return instants <= MOST_NARROW ? new Uint16Array(length) : new Uint32Array(length);
}

/** Number of what is no instant. */
const NO_INSTANT = 0;

/**
 * Numbers instants in the order in which they come, from 1. Negative zero is zero; NaN has number 0. Most bounds are midnights of
 * a few thousand days, which need no hash.
 */
class InstantNames {
  count = 0;
  readonly #days = new Uint32Array(NEAR_DAYS);
  #slots = new Uint32Array(LEAST_SLOTS);
  #instants = new Float64Array(LEAST_SLOTS / 2);
  #lastMs = Number.NaN;
  #lastNumber = NO_INSTANT;
  readonly #float = new Float64Array(1);
  readonly #words = new Uint32Array(this.#float.buffer);

  instantsMs(): Float64Array {
    return this.#instants.slice(1, this.count + 1);
  }

  of(ms: number): number {
    const day = (ms / DAY_MS + NEAR_DAYS / 2) >>> 0;
    if (day >= NEAR_DAYS || (day - NEAR_DAYS / 2) * DAY_MS !== ms) return this.#hashed(ms);
    const known = this.#days[day] as number;
    if (known !== NO_INSTANT) return known;
    const number = this.#hashed(ms);
    this.#days[day] = number;
    return number;
  }

  #hashed(ms: number): number {
    if (ms === this.#lastMs) return this.#lastNumber;
    if (Number.isNaN(ms)) return NO_INSTANT;
    let slot = this.#slotOf(ms);
    for (;;) {
      const number = this.#slots[slot] as number;
      if (number === 0) break;
      if (this.#instants[number] === ms) {
        this.#lastMs = ms;
        this.#lastNumber = number;
        return number;
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    if (this.count + 1 === this.#instants.length) {
      this.#grow();
      return this.#hashed(ms);
    }
    this.#slots[slot] = ++this.count;
    this.#instants[this.count] = ms + 0;
    return this.count;
  }

  #slotOf(ms: number): number {
    this.#float[0] = ms + 0;
    let hash = Math.imul(this.#words[0] as number, 0x9e3779b1) ^ Math.imul(this.#words[1] as number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & (this.#slots.length - 1);
  }

  #grow(): void {
    const instants = this.#instants;
    this.#instants = new Float64Array(instants.length * 2);
    this.#instants.set(instants);
    this.#slots = new Uint32Array(this.#instants.length * 2);
    for (let number = 1; number <= this.count; number++) {
      let slot = this.#slotOf(instants[number] as number);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = number;
    }
  }
}
