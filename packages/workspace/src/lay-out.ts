/**
 * Lays out what was written, in the task that wrote it: the next frame, which draws the timeline, has that much less to do. Each
 * task lays out its own, else the next one pays for all of them.
 * For tasks behind a frame only; within a frame it would be work done twice.
 */
export function layOut(element: Element): void {
  element.getBoundingClientRect();
}
