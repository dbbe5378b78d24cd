import { h, type Words } from "@whenwhere/view";

/** Frames a second that are offered to readers. */
export const SPEEDS: readonly number[] = [0.5, 1, 2, 4, 8, 16];

/** Chooses a speed. One of the host's own is added to those offered. */
export function showSpeed(select: HTMLSelectElement, fps: number, words: Words): void {
  if (![...select.options].some(({ value }) => Number(value) === fps)) {
    select.append(h("option", { value: String(fps) }, words.number(fps)));
  }
  select.value = String(fps);
}
