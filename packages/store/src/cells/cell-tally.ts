import { StandingSums } from "../counts/standing-sums.ts";
import type { MoveBatch, Tally } from "../filter/move-batch.ts";
import { HIDDEN } from "../types.ts";
import { type CellGrid, NO_CELL } from "./cell-grid.ts";

/** Running counts of the rows of a view by cell of a grid. */
export class CellTally implements Tally {
  readonly grid: CellGrid;
  readonly sums: StandingSums;
  /** Shown rows without coordinates. */
  unlocated = 0;

  constructor(grid: CellGrid, standing: Uint8Array) {
    this.grid = grid;
    this.sums = new StandingSums(grid.length);
    for (let rank = 0; rank < standing.length; rank++) this.#move(rank, HIDDEN, standing[rank] as number);
  }

  take({ ranks, from, to, length }: MoveBatch): void {
    for (let i = 0; i < length; i++) this.#move(ranks[i] as number, from[i] as number, to[i] as number);
  }

  #move(rank: number, from: number, to: number): void {
    const cell = this.grid.cellOf[rank] as number;
    if (cell !== NO_CELL) this.sums.move(cell, from, to);
    else this.unlocated += Number(to !== HIDDEN) - Number(from !== HIDDEN);
  }
}
