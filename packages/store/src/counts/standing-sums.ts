import { CERTAIN, POSSIBLE } from "../types.ts";

/** Certain and possible rows by some code, as values of a facet or cells of a map. */
export class StandingSums {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;

  constructor(codes: number) {
    this.certain = new Uint32Array(codes);
    this.possible = new Uint32Array(codes);
  }

  /** Takes one row of a code from one standing to another. */
  move(code: number, from: number, to: number): void {
    if (from === CERTAIN) this.certain[code] = (this.certain[code] as number) - 1;
    else if (from === POSSIBLE) this.possible[code] = (this.possible[code] as number) - 1;
    if (to === CERTAIN) this.certain[code] = (this.certain[code] as number) + 1;
    else if (to === POSSIBLE) this.possible[code] = (this.possible[code] as number) + 1;
  }
}
