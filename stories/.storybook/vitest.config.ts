import path from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { defineConfig } from "vitest/config";
import { browser } from "../../test/vitest.config.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Every story is a test: it draws, its play function passes, axe finds nothing. */
export default defineConfig({
  root,
  plugins: [storybookTest({ configDir: import.meta.dirname })],
  optimizeDeps: { include: ["maplibre-gl", "d3-geo", "d3-dsv", "topojson-client"] },
  // A million records are drawn in one of them, and a busy machine is no fault of the code.
  test: { name: "stories", testTimeout: 60_000, isolate: false, browser },
});
