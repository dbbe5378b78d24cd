import type { PlainArray } from "./plain-columns.ts";

/** Whether all numbers of an array are the same, to the bit. Arrays of one kind meet one loop: others would be ten times slower. */
export function isConstant(values: PlainArray): boolean {
  const { buffer, byteOffset, length } = values;
  if (values instanceof Uint8Array) return isSameBytes(values);
  if (values instanceof Uint16Array) return isSameHalves(values);
  if (values instanceof Float64Array) return isSameWords(new Uint32Array(buffer, byteOffset, 2 * length), 2);
  return isSameWords(new Uint32Array(buffer, byteOffset, length), 1);
}

function isSameBytes(bytes: Uint8Array): boolean {
  for (let i = 1; i < bytes.length; i++) if (bytes[i] !== bytes[0]) return false;
  return true;
}

function isSameHalves(halves: Uint16Array): boolean {
  for (let i = 1; i < halves.length; i++) if (halves[i] !== halves[0]) return false;
  return true;
}

function isSameWords(words: Uint32Array, step: 1 | 2): boolean {
  for (let i = step; i < words.length; i++) if (words[i] !== words[i - step]) return false;
  return true;
}
