import type { Page } from "playwright";

export const TAGS: readonly string[];
export function mountCycles(options: { readonly tag: string; readonly count: number }): Promise<void>;
export interface Held {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}
export function heldBy(page: Page): Promise<Held>;
