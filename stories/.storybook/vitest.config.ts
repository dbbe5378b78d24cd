import path from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { defineConfig } from "vitest/config";
import { browser, patient } from "../../test/vitest.config.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Every story is a test: it draws, its play function passes, axe finds nothing. */
export default defineConfig({
  root,
  plugins: [storybookTest({ configDir: import.meta.dirname })],
  optimizeDeps: { include: ["maplibre-gl", "d3-geo", "d3-dsv", "topojson-client"] },
  test: { name: "stories", ...patient, teardownTimeout: patient.hookTimeout, isolate: false, browser },
});
