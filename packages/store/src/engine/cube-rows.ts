const LEAST_SLOTS = 1_024;

/** Where a row stands on the axis of a cube, and its bits. */
export interface CubePlace {
  start: number;
  end: number;
  coreStart: number;
  coreEnd: number;
  bits: number;
}

/** Counts rows by sort: a hash table over typed arrays, since a million rows make no million texts. */
export class CubeRows {
  length = 0;
  group = new Uint32Array(LEAST_SLOTS / 2);
  outer = new Uint32Array(LEAST_SLOTS / 2);
  core = new Uint32Array(LEAST_SLOTS / 2);
  bits = new Uint8Array(LEAST_SLOTS / 2);
  rows = new Uint32Array(LEAST_SLOTS / 2);
  /** One more than the number of the sort in each slot; 0 = free. */
  #slots = new Uint32Array(LEAST_SLOTS);

  add(group: number, place: CubePlace): void {
    const outer = ((place.start << 16) | place.end) >>> 0;
    const core = ((place.coreStart << 16) | place.coreEnd) >>> 0;
    const at = this.#find(group, { outer, core, bits: place.bits });
    this.rows[at] = (this.rows[at] as number) + 1;
  }

  #find(group: number, key: { readonly outer: number; readonly core: number; readonly bits: number }): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(group, key.outer, key.core + key.bits) & mask;
    for (;;) {
      const at = (this.#slots[slot] as number) - 1;
      if (at < 0) break;
      const isSame = this.group[at] === group && this.outer[at] === key.outer && this.core[at] === key.core;
      if (isSame && this.bits[at] === key.bits) return at;
      slot = (slot + 1) & mask;
    }
    if (this.length === this.group.length) {
      this.#grow();
      return this.#find(group, key);
    }
    const at = this.length++;
    this.group[at] = group;
    this.outer[at] = key.outer;
    this.core[at] = key.core;
    this.bits[at] = key.bits;
    this.#slots[slot] = at + 1;
    return at;
  }

  #grow(): void {
    const room = this.group.length * 2;
    this.group = grown(this.group, room);
    this.outer = grown(this.outer, room);
    this.core = grown(this.core, room);
    this.rows = grown(this.rows, room);
    const bits = new Uint8Array(room);
    bits.set(this.bits);
    this.bits = bits;
    this.#slots = new Uint32Array(room * 2);
    const mask = this.#slots.length - 1;
    for (let at = 0; at < this.length; at++) {
      const core = (this.core[at] as number) + (this.bits[at] as number);
      let slot = hashOf(this.group[at] as number, this.outer[at] as number, core) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = at + 1;
    }
  }
}

function grown(words: Uint32Array, room: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(room);
  wider.set(words);
  return wider;
}

function hashOf(group: number, outer: number, core: number): number {
  let hash = Math.imul(group, 0x9e3779b1) ^ Math.imul(outer, 0x85ebca6b) ^ Math.imul(core, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
