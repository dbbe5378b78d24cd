/** Radius of a mark that stands alone, and the least at which a colour is still told. */
const FULL_PX = 5.4;
const LEAST_PX = 1.8;
/** Up to so many points each is a full mark. */
const FEW = 1_500;

/**
 * Radius of a point: the more there are, the smaller each, and the nearer they are looked at, the larger, up to the mark that the
 * canvas draws. Of all points, not of those shown: a window that moves does not change the size of what it shows.
 */
export function pointRadiusPx(count: number, zoom: number): number {
  const crowd = Math.log10(Math.max(1, count / FEW));
  return Math.max(LEAST_PX, Math.min(FULL_PX, FULL_PX - 1.3 * crowd + 0.4 * crowd * Math.max(0, zoom - 2)));
}
