import { preloadMap } from "@whenwhere/map";
import { expect, it, vi } from "vitest";
import { preload } from "../../packages/embed/src/elements/map-element.ts";

vi.mock("@whenwhere/map", () => ({ incidentMap: vi.fn(), preloadMap: vi.fn(async () => {}) }));

it("unpacks the ground that its attributes ask for", () => {
  const attributes: Readonly<Record<string, string>> = { detail: "110m", projection: "flat", src: "rows.arrow" };
  preload((name) => attributes[name] ?? null);
  expect(preloadMap).toHaveBeenCalledExactlyOnceWith({ detail: "110m", projection: "flat" });
});
