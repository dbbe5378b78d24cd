const LEAST_SLOTS = 1_024;

/** Numbers distinct places in the order in which they first come: a hash table over typed arrays, without a text a place. */
export class PlaceNumbers {
  length = 0;
  /** Four numbers a place: longitude, latitude, radius, kind. */
  #parts = new Float64Array(LEAST_SLOTS * 2);
  /** One more than the number of the place in each slot; 0 = free. */
  #slots = new Uint32Array(LEAST_SLOTS);

  /** The number of a place; a new one when it has not been seen. Radii that are not known are one radius. */
  of(lon: number, lat: number, { radiusM, kind }: { readonly radiusM: number; readonly kind: number }): number {
    const radius = radiusM > 0 ? radiusM : 0;
    const mask = this.#slots.length - 1;
    let slot = hashOf(lon, lat, radius + kind) & mask;
    for (;;) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) break;
      if (this.#is(number, [lon, lat, radius, kind])) return number;
      slot = (slot + 1) & mask;
    }
    // At most half full, so that a search is short.
    if (this.length * 2 >= this.#slots.length) {
      this.#grow();
      return this.of(lon, lat, { radiusM, kind });
    }
    this.#parts.set([lon, lat, radius, kind], this.length * 4);
    this.length++;
    this.#slots[slot] = this.length;
    return this.length - 1;
  }

  #is(number: number, [lon, lat, radius, kind]: readonly [number, number, number, number]): boolean {
    const at = number * 4;
    const parts = this.#parts;
    return parts[at] === lon && parts[at + 1] === lat && parts[at + 2] === radius && parts[at + 3] === kind;
  }

  #grow(): void {
    const parts = new Float64Array(this.#parts.length * 2);
    parts.set(this.#parts);
    this.#parts = parts;
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let number = 0; number < this.length; number++) {
      const [lon, lat, radius, kind] = parts.subarray(number * 4, number * 4 + 4) as unknown as number[];
      let slot = hashOf(lon as number, lat as number, (radius as number) + (kind as number)) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number + 1;
    }
  }
}

/** Ten-millionths of a degree are finer than any place is known. */
function hashOf(lon: number, lat: number, more: number): number {
  let hash = Math.imul(Math.round(lon * 1e7) | 0, 0x9e3779b1) ^ Math.imul(Math.round(lat * 1e7) | 0, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (more | 0), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}
