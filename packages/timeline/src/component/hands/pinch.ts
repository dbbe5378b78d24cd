/** Nearer to each other than this, fingers cover what they point at. */
const LEAST_AWAY_PX = 12;

/** Fingers on a surface by the ids of their pointers; two of them zoom. */
export interface Pinch {
  /** A finger comes down; true when it is the second, with which a pinch begins. */
  down(id: number, at: Point): boolean;
  /** A finger moves; true while there are two, which zoom. */
  move(id: number, at: Point): boolean;
  /** A finger is lifted; false for one that did not come down here. */
  up(id: number): boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** `zoom` gets the factor (< 1 = closer) and the point between the fingers. */
export function createPinch(zoom: (factor: number, xPx: number) => void): Pinch {
  const fingers = new Map<number, Point>();
  let awayPx = 0;
  const follow = (): void => {
    const [a, b] = [...fingers.values()];
    if (a === undefined || b === undefined) return;
    const nextPx = Math.max(Math.abs(a.x - b.x), LEAST_AWAY_PX);
    if (awayPx > 0) zoom(awayPx / nextPx, (a.x + b.x) / 2);
    awayPx = nextPx;
  };
  return {
    down(id, at) {
      fingers.set(id, at);
      if (fingers.size !== 2) return false;
      awayPx = 0;
      follow();
      return true;
    },
    move(id, at) {
      if (fingers.has(id)) fingers.set(id, at);
      if (fingers.size !== 2) return false;
      follow();
      return true;
    },
    up: (id) => fingers.delete(id),
  };
}
