const LEAST_SLOTS = 1_024;

/** Numbers distinct keys in the order in which they first come: a hash table over typed arrays. */
export class CellNumbers {
  /** Keys by number; only the first `length` are. */
  keys = new Uint32Array(LEAST_SLOTS / 2);
  length = 0;
  /** One more than the number of the key in each slot; 0 = free. */
  #slots = new Uint32Array(LEAST_SLOTS);
  #shift = 32 - Math.log2(LEAST_SLOTS);

  /** The number of a key; a new one when it has not been seen. */
  of(key: number): number {
    let slot = this.#slotOf(key);
    for (;;) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) break;
      if (this.keys[number] === key) return number;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    // At most half full, so that a search is short.
    if (this.length === this.keys.length) {
      this.#grow();
      return this.of(key);
    }
    this.keys[this.length] = key;
    this.length++;
    this.#slots[slot] = this.length;
    return this.length - 1;
  }

  /** Neighbours on the curve differ in their last bits: the multiplication carries them to the first ones. */
  #slotOf(key: number): number {
    return Math.imul(key, 0x9e3779b1) >>> this.#shift;
  }

  #grow(): void {
    const { keys } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.keys.set(keys);
    this.#slots = new Uint32Array(keys.length * 4);
    this.#shift--;
    for (let number = 0; number < this.length; number++) {
      let slot = this.#slotOf(keys[number] as number);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = number + 1;
    }
  }
}
