import type { IncidentMapOptions } from "@whenwhere/map";
import { afterEach, describe, expect, it, vi } from "vitest";
import { drawn, type Fixture, INCIDENTS, makeMap, ready } from "../component/map-fixture.ts";
import { loseContext } from "../context-loss.ts";
import { rectangle, tileFile } from "../tile-file.ts";

const WORLD = [-180, -85, 180, 85];
const OPEN_SEA = { lon: -140, lat: 0, zoom: 3 };
/** Two records stand at exactly this place. */
const RIYADH = { lon: 46.7, lat: 24.7, zoom: 6 };
let fixture: Fixture | null = null;
const addresses: string[] = [];

afterEach(() => {
  fixture?.remove();
  fixture = null;
  for (const address of addresses.splice(0)) URL.revokeObjectURL(address);
  vi.restoreAllMocks();
});

function addressOf(file: Blob): string {
  const address = URL.createObjectURL(file);
  addresses.push(address);
  return address;
}

/** A ground of one colour, with credits as other maps write them. */
function plain(color: string, attribution = '<a href="https://example.org">&copy; Survey</a>') {
  const data = { type: "FeatureCollection", features: [rectangle(WORLD)] };
  return {
    version: 8 as const,
    sources: { world: { type: "geojson", data, attribution } },
    layers: [{ id: "world", type: "fill", source: "world", paint: { "fill-color": color, "fill-antialias": false } }],
  };
}

async function made(basemap: IncidentMapOptions["basemap"], more: Partial<IncidentMapOptions> = {}): Promise<Fixture> {
  const asked = basemap === undefined ? {} : { basemap };
  fixture = makeMap({ camera: OPEN_SEA, theme: "light", ...asked, ...more });
  await ready(fixture);
  return fixture;
}

/** The colour in the middle of the picture, where no record is. */
async function colorOf({ map }: Fixture): Promise<string> {
  const bitmap = await createImageBitmap(await map.toPNG({ scale: 1 }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const [red, green, blue] = context.getImageData(bitmap.width >> 1, bitmap.height >> 1, 1, 1).data;
  return `${red} ${green} ${blue}`;
}

const creditOf = ({ map }: Fixture) => map.element.querySelector(".ww-map-credit")?.textContent;

describe("a ground of the page's own choice", () => {
  it("is drawn below the records, with its attribution as text", async () => {
    const one = await made(plain("#204060"));
    expect(one.map.state).toMatchObject({ ground: "webgl", notice: null });
    expect(await colorOf(one)).toBe("32 64 96");
    expect(creditOf(one)).toBe("Ground and borders: © Survey");
    expect(one.map.state.counts.shown).toBe(INCIDENTS.length);
  });

  it("says where no source is stated, and leaves again when it is taken back", async () => {
    const one = await made(plain("#204060", ""));
    expect(creditOf(one)).toBe("Ground and borders are of the page's own choice, and state no source");
    const again = ready(one);
    one.map.update({ basemap: undefined } as never);
    await again;
    expect(creditOf(one)).toContain("Natural Earth");
    expect(await colorOf(one)).not.toBe("32 64 96");
  });

  it("goes over from light to dark", async () => {
    const one = await made({ light: plain("#e0e0d0"), dark: plain("#102030") });
    expect(await colorOf(one)).toBe("224 224 208");
    one.map.update({ theme: "dark" });
    await expect.poll(() => colorOf(one)).toBe("16 32 48");
    expect(creditOf(one)).toContain("Survey");
  });

  it("keeps points above it when it changes and when a lost context comes back", async () => {
    const grounds = { light: plain("#e0e0d0"), dark: plain("#102030") };
    const one = await made(grounds, { points: "all", camera: RIYADH });
    const strike = () => expect.poll(() => colorOf(one)).toBe("213 94 0");
    await strike();
    one.map.update({ theme: "dark", camera: OPEN_SEA });
    await expect.poll(() => colorOf(one)).toBe("16 32 48");
    one.map.update({ camera: RIYADH });
    await strike();
    const restore = await loseContext(one.map.element);
    await restore();
    await strike();
    one.map.update({ camera: OPEN_SEA });
    await expect.poll(() => colorOf(one)).toBe("16 32 48");
    expect(one.map.state).toMatchObject({ ground: "webgl", notice: null });
  });

  it("that writes names gets none of the map's", async () => {
    const written = new Set<string>();
    const write = CanvasRenderingContext2D.prototype.fillText;
    vi.spyOn(CanvasRenderingContext2D.prototype, "fillText").mockImplementation(function (this: never, ...args) {
      written.add(args[0]);
      write.apply(this, args);
    });
    const ground = plain("#204060");
    const named = {
      ...ground,
      glyphs: `${location.origin}/{fontstack}/{range}`,
      sources: { ...ground.sources, none: { type: "geojson", data: { type: "FeatureCollection", features: [] } } },
      layers: [...ground.layers, { id: "names", type: "symbol", source: "none", layout: { "text-field": "{name}" } }],
    };
    const one = await made(ground, { camera: { ...RIYADH, zoom: 4 } });
    expect(written).toContain("IRAQ");
    const again = ready(one);
    one.map.update({ basemap: named });
    await again;
    written.clear();
    one.store.select("same-1");
    await drawn(one);
    expect(written).not.toContain("IRAQ");
    expect(one.map.state.notice).toBeNull();
  });

  it("can be looked at from closer than the library's own, and every record is counted there", async () => {
    const camera = { ...RIYADH, zoom: 17 };
    const one = await made(plain("#204060"), { camera });
    expect(one.map.state.camera?.zoom).toBe(17);
    const { shown, drawn: whole, clustered, unplaced } = one.map.state.counts;
    expect(whole + clustered + unplaced).toBe(shown);
    one.remove();
    fixture = makeMap({ camera });
    await ready(fixture);
    expect(fixture.map.state.camera?.zoom).toBe(12);
  });

  it("keeps the library's own ground where nothing of it comes, and says why", async () => {
    const one = await made(addressOf(new Blob(["no style"])));
    expect(one.map.state.ground).toBe("webgl");
    expect(one.map.state.notice).toMatch(/^The ground that this page chose is not shown \(.+\)/);
    expect(creditOf(one)).toContain("Natural Earth");
  });

  it("names the file of tiles that cannot be read", async () => {
    const one = await made("/tiles/none.pmtiles");
    expect(one.map.state.notice).toMatch(/not shown \(\/tiles\/none\.pmtiles: .+\)/);
  });

  it("is refused where it is none", () => {
    expect(() => makeMap({ basemap: { version: 7 } as never })).toThrow(
      /basemap of incidentMap is \{"version":7\}\. Use a MapLibre style/,
    );
    document.querySelector("main")?.remove();
  });
});

describe("a file of tiles", () => {
  it("is drawn in the colours of the theme and follows it", async () => {
    const file = await tileFile({ tile: { earth: [rectangle(WORLD)] }, attribution: "Tiles &copy; Office" });
    const one = await made(`pmtiles://${addressOf(file)}`);
    expect(one.map.state).toMatchObject({ ground: "webgl", notice: null });
    const light = await colorOf(one);
    expect(creditOf(one)).toBe("Ground and borders: Tiles © Office");
    one.map.update({ theme: "dark" });
    await expect.poll(() => colorOf(one)).not.toBe(light);
  });

  it("of pictures is drawn as they are", async () => {
    const canvas = new OffscreenCanvas(256, 256);
    const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
    context.fillStyle = "rgb(200, 30, 60)";
    context.fillRect(0, 0, 256, 256);
    const one = await made(`pmtiles://${addressOf(await tileFile({ tile: await canvas.convertToBlob() }))}`);
    expect(await colorOf(one)).toBe("200 30 60");
  });

  it("that is none leaves the library's own ground, and the map says so", async () => {
    const one = await made(`pmtiles://${addressOf(new Blob(["x".repeat(200)]))}`);
    expect(one.map.state.ground).toBe("webgl");
    expect(one.map.state.notice).toMatch(/not shown/);
    one.map.update({ camera: { lon: 54, lat: 24, zoom: 5 } });
    await drawn(one);
    expect(one.map.state.counts.shown).toBe(INCIDENTS.length);
  });
});
