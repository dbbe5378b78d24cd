import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ZONELESS } from "../zoneless.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** A folder's pattern ends in `*.test.ts`; the tests of pages beside them have a project of their own. */
function hasTests(name: string): boolean {
  if (!name.endsWith("/*.test.ts")) return existsSync(path.join(root, name));
  const folder = path.join(root, path.dirname(name));
  return existsSync(folder) && readdirSync(folder).some((file) => /(?<!\.browser)\.test\.ts$/.test(file));
}

it("what runs in one zone alone is there: a test that was renamed would run in all of them again", () => {
  expect(ZONELESS.filter((name) => !hasTests(name))).toEqual([]);
  expect(new Set(ZONELESS).size).toBe(ZONELESS.length);
});
