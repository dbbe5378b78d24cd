import path from "node:path";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { testLaunchOptions } from "./chromium.mjs";
import { ZONELESS } from "./zoneless.ts";

const root = path.resolve(import.meta.dirname, "..");

/** One Chromium for all browser tests, with the flags that make software WebGL the same everywhere. */
export const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: testLaunchOptions }),
  instances: [{ browser: "chromium" as const, viewport: { width: 1280, height: 800 } }],
};

/** Pure code runs in three zones, so that a date read in the reader's zone is found out. */
const zones = ["UTC", "America/Los_Angeles", "Asia/Kathmandu"];

/** How long `expect.poll` waits for what is meant to come, as `eventually` does: against what never comes, not a speed. */
const patient = { poll: { timeout: 30_000, interval: 25 } };

/** Tests that put another module in the place of one of ours: whoever comes after them in their page would have it too. */
const replacing = ["test/embed/languages.browser.test.ts"];

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      ...zones.map((zone) => ({
        test: {
          name: `node ${zone}`,
          root,
          environment: "node" as const,
          pool: "forks" as const,
          // Pure code leaves no state behind, so files of a zone share a process: half of the time was imports.
          isolate: false,
          // Against what hangs; a busy machine is no fault of the code.
          testTimeout: 60_000,
          expect: patient,
          env: { TZ: zone },
          include: ["test/**/*.test.ts"],
          exclude: [
            ...["test/**/*.browser.test.ts", "test/bench/**", "test/page/**", "test/package/**", "test/size/**"],
            ...(zone === "UTC" ? [] : ZONELESS),
          ],
        },
      })),
      {
        test: {
          name: "built",
          root,
          environment: "node",
          include: ["test/page/**/*.test.ts", "test/package/**/*.test.ts", "test/size/**/*.test.ts"],
          testTimeout: 90_000,
          expect: patient,
          hookTimeout: 90_000,
        },
      },
      {
        root,
        optimizeDeps: {
          include: ["maplibre-gl", "d3-geo", "d3-dsv", "topojson-client", "axe-core", "fast-check"],
        },
        // Against what hangs, as above; fifteen seconds are soon gone where pages draw without a GPU.
        test: {
          name: "browser",
          root,
          include: ["test/**/*.browser.test.ts"],
          // What a test leaves in the page is a fault of ours, and a page for each file took as long as the tests.
          isolate: false,
          setupFiles: ["test/empty-page.ts"],
          testTimeout: 60_000,
          expect: patient,
          browser: {
            ...browser,
            instances: browser.instances.flatMap((instance) => [
              { ...instance, name: "browser (chromium)", exclude: replacing },
              { ...instance, name: "browser (chromium, its own page)", include: replacing },
            ]),
          },
        },
      },
    ],
  },
});
