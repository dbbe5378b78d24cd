import { type Box, boxesMeet } from "../plane.ts";

/** Side of the cells by which boxes are looked up: a tag lies in one to four of them. */
const CELL_PX = 48;

/** Boxes of a picture that are taken, found by where they are: in a crowd a tag asks for hundreds of places. */
export class TakenBoxes {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.#cells.get(key);
      if (cell === undefined) this.#cells.set(key, [box]);
      else cell.push(box);
    }
  }

  /** Whether one of them meets this box. */
  meets(box: Box): boolean {
    return cellsOf(box).some((key) => this.#cells.get(key)?.some((one) => boxesMeet(one, box)) === true);
  }
}

/** Numbers of the cells that a box reaches into. */
function cellsOf([x0, y0, x1, y1]: Box): readonly number[] {
  const keys: number[] = [];
  const [right, bottom] = [Math.floor(x1 / CELL_PX), Math.floor(y1 / CELL_PX)];
  for (let x = Math.floor(x0 / CELL_PX); x <= right; x++) {
    for (let y = Math.floor(y0 / CELL_PX); y <= bottom; y++) keys.push(x * 2 ** 20 + y);
  }
  return keys;
}
