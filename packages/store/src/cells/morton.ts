/** The place of a cell on a Z-shaped curve: 16 bits of x at the even places, of y at the odd ones. */
export function mortonKey(x: number, y: number): number {
  return (apart(x) | (apart(y) << 1)) >>> 0;
}

/** The even bits of a key: its x; of the key shifted by one, its y. */
export function mortonHalf(key: number): number {
  let half = key & 0x55555555;
  half = (half | (half >>> 1)) & 0x33333333;
  half = (half | (half >>> 2)) & 0x0f0f0f0f;
  half = (half | (half >>> 4)) & 0x00ff00ff;
  return (half | (half >>> 8)) & 0xffff;
}

function apart(half: number): number {
  let key = half;
  key = (key | (key << 8)) & 0x00ff00ff;
  key = (key | (key << 4)) & 0x0f0f0f0f;
  key = (key | (key << 2)) & 0x33333333;
  return (key | (key << 1)) & 0x55555555;
}
