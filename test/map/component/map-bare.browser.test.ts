import { afterEach, expect, it, vi } from "vitest";
import { eventually } from "../../eventually.ts";
import { type Fixture, INCIDENTS, makeMap, ready } from "./map-fixture.ts";

const world = vi.hoisted(() => ({ isMissing: true }));

// The file of the world does not come, as when it is missing on the server.
vi.mock("../../../packages/map/src/basemap/load-basemap.ts", async (load) => {
  const own = await load<typeof import("../../../packages/map/src/basemap/load-basemap.ts")>();
  const missing = (): Promise<never> => Promise.reject(new Error("not served"));
  return {
    ...own,
    loadBasemap: (...given: Parameters<typeof own.loadBasemap>) =>
      world.isMissing ? missing() : own.loadBasemap(...given),
  };
});

let fixture: Fixture | null = null;

afterEach(() => {
  fixture?.remove();
  fixture = null;
  world.isMissing = true;
});

it.each([
  ["webgl", "mercator"],
  ["webgl", "globe"],
  ["flat", "flat"],
  ["flat", "equal-earth"],
] as const)(
  "a %s map without its world is a bare sheet with its records, and says so: %s",
  async (ground, projection) => {
    fixture = makeMap({ projection });
    const { map } = fixture;
    await ready(fixture);
    expect(map.state).toMatchObject({ ground, notice: expect.stringMatching(/\(not served\).*Reload/) });
    const { shown, drawn, clustered, unplaced } = map.state.counts;
    expect(shown).toBe(INCIDENTS.length);
    expect(drawn + clustered + unplaced).toBe(shown);
    // The country has no outline now; the province has one of its own, which comes a little later.
    await eventually(() => expect(map.state.counts.unplaced).toBe(2));
    expect((await map.toPNG({ scale: 1 })).size).toBeGreaterThan(3000);
  },
);

it("a map that gets its world at the next beginning has nothing more to say", async () => {
  fixture = makeMap({ projection: "flat" });
  await ready(fixture);
  world.isMissing = false;
  fixture.map.update({ detail: "50m" });
  await ready(fixture);
  expect(fixture.map.state.notice).toBeNull();
  expect(fixture.map.state.counts.unplaced).toBe(1);
});
