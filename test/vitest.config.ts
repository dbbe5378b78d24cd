import path from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { testLaunchOptions } from "./chromium.mjs";
import { TEST_MS, WAIT_MS } from "./patience.mjs";
import { ZONELESS } from "./zoneless.ts";

const root = path.resolve(import.meta.dirname, "..");

/** One Chromium for all browser tests, with the flags that make software WebGL the same everywhere. */
export const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: testLaunchOptions, actionTimeout: WAIT_MS }),
  connectTimeout: TEST_MS,
  instances: [{ browser: "chromium" as const, viewport: { width: 1280, height: 800 } }],
};

/** Pure code runs in three zones, so that a date read in the reader's zone is found out. */
const zones = ["UTC", "America/Los_Angeles", "Asia/Kathmandu"];

/** Against what hangs, in every project; a busy machine is no fault of the code. */
export const patient = {
  testTimeout: TEST_MS,
  hookTimeout: TEST_MS,
  // As `eventually` does.
  expect: { poll: { timeout: WAIT_MS, interval: 25 } },
};

/** What only the built package can show: as others install it, and in whole pages. */
const built = {
  package: ["test/package/**/*.test.ts", "test/size/**/*.test.ts"],
  page: ["test/page/**/*.test.ts"],
};

/** Tests that put another module in the place of one of ours: whoever comes after them in their page would have it too. */
const replacing = ["test/embed/languages.browser.test.ts", "test/map/component/map-bare.browser.test.ts"];

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // Of all projects, whose own are not asked.
    teardownTimeout: TEST_MS,
    browser: { connectTimeout: TEST_MS },
    projects: [
      ...zones.map((zone) => ({
        test: {
          name: `node ${zone}`,
          root,
          environment: "node" as const,
          pool: "forks" as const,
          // Pure code leaves no state behind, so files of a zone share a process: half of the time was imports.
          isolate: false,
          ...patient,
          setupFiles: ["test/seed.ts"],
          env: { TZ: zone },
          include: ["test/**/*.test.ts"],
          exclude: [
            ...["test/**/*.browser.test.ts", "test/bench/**", "test/page/**", "test/package/**", "test/size/**"],
            ...(zone === "UTC" ? [] : ZONELESS),
          ],
        },
      })),
      ...Object.entries(built).map(([name, include]) => ({
        test: {
          name,
          root,
          environment: "node" as const,
          pool: "forks" as const,
          // As above: what a file starts, it ends.
          isolate: false,
          include,
          ...patient,
        },
      })),
      ...[
        // What a test leaves in the page is a fault of ours, and a page for each file took as long as the tests.
        { name: "chromium", isolate: false, include: ["test/**/*.browser.test.ts"], exclude: replacing },
        { name: "chromium, pages of their own", isolate: true, include: replacing },
      ].map(({ name, ...files }) => ({
        root,
        optimizeDeps: {
          include: ["maplibre-gl", "d3-geo", "d3-dsv", "topojson-client", "axe-core", "fast-check"],
        },
        test: {
          ...files,
          name,
          root,
          setupFiles: ["test/empty-page.ts"],
          ...patient,
          browser: {
            ...browser,
            instances: browser.instances.map((instance) => ({ ...instance, name: `browser (${name})` })),
          },
        },
      })),
    ],
  },
});
