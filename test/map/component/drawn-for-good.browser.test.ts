import { afterEach, expect, it, vi } from "vitest";
import { claimGlPlace, MAX_LIVE_GL_MAPS } from "../../../packages/map/src/layers/gl-registry.ts";
import { eventually } from "../../eventually.ts";
import { holdGrace, loseContext } from "../context-loss.ts";
import { type Fixture, makeMap, ready } from "./map-fixture.ts";

let fixture: Fixture | null = null;
let giveBack: ((() => void) | null)[] = [];

afterEach(() => {
  fixture?.remove();
  for (const give of giveBack) give?.();
  fixture = null;
  giveBack = [];
  vi.restoreAllMocks();
});

it("a map for which WebGL has no place is ready as soon as it is drawn", async () => {
  giveBack = Array.from({ length: MAX_LIVE_GL_MAPS }, () => claimGlPlace(document));
  fixture = makeMap();
  await ready(fixture);
  expect(fixture.map.state).toMatchObject({ ground: "flat", notice: expect.stringContaining("12 other maps") });
});

it("a map that loses WebGL for good before its first picture is ready as it is drawn", async () => {
  const endGrace = holdGrace();
  fixture = makeMap();
  const { map } = fixture;
  const isReady = ready(fixture);
  await eventually(() => expect(map.element.querySelector(".maplibregl-canvas")).not.toBeNull());
  await loseContext(map.element);
  endGrace();
  await isReady;
  expect(map.state).toMatchObject({ ground: "flat", notice: expect.stringContaining("WebGL") });
  expect(map.element.querySelector(".maplibregl-canvas")).toBeNull();
});
