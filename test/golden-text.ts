import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";

/** Whether recorded texts are written anew, which one zone does for all. */
export const RECORDING = process.env.WW_GOLDEN === "record" && process.env.TZ === "UTC";

/** A text is the one that was recorded in a file. */
export function expectGolden(file: string, now: string): void {
  if (RECORDING) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  expect(now).toBe(readFileSync(file, "utf8"));
}

/** A drawing with one element a line, so that a difference can be read. */
export const svgLines = (svg: string): string => `${svg.replaceAll("><", ">\n<")}\n`;
