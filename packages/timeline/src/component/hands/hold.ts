const HOLD_MS = 500;

/** A finger that rests on one point. */
export interface Hold {
  /** It comes down; `onHold` is called when it has rested long enough. */
  start(xPx: number, yPx: number): void;
  /** It moves, or another comes: it rests no more. */
  stop(): void;
  /** It is lifted. True when it had rested long enough: the press is no click then. */
  end(): boolean;
  /** It rests, or has. */
  readonly isOn: boolean;
}

/** Stop it with its owner. */
export function createHold(onHold: (xPx: number, yPx: number) => void): Hold {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let held = false;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    start(xPx, yPx) {
      stop();
      held = false;
      timer = setTimeout(() => {
        held = true;
        onHold(xPx, yPx);
      }, HOLD_MS);
    },
    stop,
    end() {
      const was = held;
      held = false;
      return was;
    },
    get isOn() {
      return held || timer !== null;
    },
  };
}
