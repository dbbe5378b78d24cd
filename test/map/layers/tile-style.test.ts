import { LIGHT } from "@whenwhere/view/pure";
import { describe, expect, it } from "vitest";
import { tileStyle } from "../../../packages/map/src/layers/tile-style.ts";

const LOOK = { theme: LIGHT, worldview: "de-facto" } as const;
const url = "pmtiles://file";

function drawn(layers: readonly string[] | null, look: Parameters<typeof tileStyle>[1] = LOOK): string[] {
  return tileStyle({ url, layers }, look).layers.map(({ id, type }) => `${id} ${type}`);
}

/** The colour under everything. */
function under(layers: readonly string[]): unknown {
  const [ground] = tileStyle({ url, layers }, LOOK).layers;
  return ground?.type === "background" ? ground.paint?.["background-color"] : null;
}

describe("the ground of a file of tiles", () => {
  it("draws what it knows of a schema, land before water before roads before borders, and no names", () => {
    expect(drawn(["pois", "boundaries", "roads", "earth", "places", "water"])).toEqual([
      "ground background",
      "earth fill",
      "water fill",
      "roads line",
      "boundaries line",
      "boundaries-disputed line",
    ]);
    expect(drawn(["transportation", "waterway", "water", "boundary"])).toEqual([
      "ground background",
      "water fill",
      "waterway line",
      "transportation line",
      "boundary line",
      "boundary-disputed line",
    ]);
  });

  it("has water under land, and land where land has no layer of its own", () => {
    expect(under(["earth", "water"])).toBe(LIGHT["water"]);
    expect(under(["water"])).toBe(LIGHT["land"]);
  });

  it("keeps borders to the worldview of the map", () => {
    expect(drawn(["boundaries"], { ...LOOK, worldview: "undisputed" })).toEqual([
      "ground background",
      "boundaries line",
    ]);
    expect(drawn(["boundaries"], { ...LOOK, worldview: "none" })).toEqual(["ground background"]);
  });

  it("draws layers of an unknown schema as they come, and pictures as pictures", () => {
    expect(drawn(["fields", "walls"])).toEqual([
      "ground background",
      "fields fill",
      "fields-lines line",
      "walls fill",
      "walls-lines line",
    ]);
    expect(drawn(null)).toEqual(["ground background", "pictures raster"]);
  });
});
