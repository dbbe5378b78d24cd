/** Nearer to each other than this, fingers cover what they point at. */
const LEAST_AWAY_PX = 12;

/** Fingers on a surface by the ids of their pointers; the first two of them zoom. */
export interface Pinch {
  /** A finger comes down; true when it is not the only one. */
  down(id: number, at: Point): boolean;
  /** A finger moves; true while there are several, which zoom. */
  move(id: number, at: Point): boolean;
  /** A finger is lifted. */
  up(id: number): void;
}

/** A point of a surface: x along the time, y across it. */
export interface Point {
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
    const nextPx = Math.max(Math.hypot(a.x - b.x, a.y - b.y), LEAST_AWAY_PX);
    if (awayPx > 0) zoom(awayPx / nextPx, (a.x + b.x) / 2);
    awayPx = nextPx;
  };
  return {
    down(id, at) {
      fingers.set(id, at);
      follow();
      return fingers.size > 1;
    },
    move(id, at) {
      if (fingers.has(id)) fingers.set(id, at);
      follow();
      return fingers.size > 1;
    },
    up(id) {
      fingers.delete(id);
      // Two others may be left.
      awayPx = 0;
    },
  };
}
