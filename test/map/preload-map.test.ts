import { preloadMap } from "@whenwhere/map";
import { expect, it, vi } from "vitest";

it("never rejects, though no file comes", async () => {
  vi.doMock("../../packages/map/src/basemap/generated/seas.json", () => {
    throw new TypeError("Failed to fetch");
  });
  await expect(preloadMap({ detail: "110m", projection: "flat" })).resolves.toBeUndefined();
  vi.doUnmock("../../packages/map/src/basemap/generated/seas.json");
});
