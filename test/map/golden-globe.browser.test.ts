/** Points of the WebGL layer on a globe as a picture, recorded and compared as in `golden.browser.test.ts`. */
import { type IncidentMapHandle, incidentMap } from "@whenwhere/map";
import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { geoDistance } from "d3-geo";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../eventually.ts";
import { likeness, paper, RECORDING, record, recorded } from "./golden-pixels.ts";

const NAME = "golden-globe/points-light";
const CENTRE = [60, 15] as const;
const CATEGORIES = ["attack", "strike", "shootdown", "arrest", "exercise", "displacement", "deployment"];
const DEGREES = Math.PI / 180;
const SIZE = { width: 480, height: 360 } as const;
const YEAR = { source: "time", kind: "window", startMs: Date.UTC(2022, 0, 1), endMs: Date.UTC(2022, 5, 1) } as const;

/** A point each 15 degrees of the whole Earth, in all categories; one in five is planned, one in four only possibly in the window. */
const POINTS = Array.from({ length: 24 * 9 }, (_, i): Incident => {
  const [lon, lat] = [-180 + 15 * (i % 24), -60 + 15 * Math.floor(i / 24)];
  return {
    ...{ id: `p${i}`, title: `Point ${i}`, category: CATEGORIES[i % 7] as string },
    status: i % 5 === 0 ? "planned" : "happened",
    when: { edtf: i % 4 === 0 ? "2022" : "2022-02-02" },
    where: { name: "", lon, lat, precision: "exact" },
  };
});

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function globeOf(incidents: readonly Incident[]): Promise<CanvasRenderingContext2D> {
  const host = document.createElement("main");
  host.style.cssText = `width:${SIZE.width}px;height:${SIZE.height}px`;
  document.body.append(host);
  const store = createStore([...incidents]);
  const camera = { lon: CENTRE[0], lat: CENTRE[1], zoom: 0.6 };
  const look = { locale: "en", theme: "light", header: "none", detail: "110m" } as const;
  const map: IncidentMapHandle = incidentMap(host, { store, camera, points: "all", projection: "globe", ...look });
  ends.push(
    () => map.destroy(),
    () => host.remove(),
  );
  await new Promise<void>((resolve) => void map.on("ready", () => resolve()));
  store.set(YEAR);
  await eventually(() => expect(map.state.counts.points).toBeDefined());
  const image = await createImageBitmap(await map.toPNG({ scale: 1 }));
  const context = paper(image.width, image.height);
  context.drawImage(image, 0, 0);
  return context;
}

const pixelsOf = (context: CanvasRenderingContext2D): ImageData =>
  context.getImageData(0, 0, context.canvas.width, context.canvas.height);

const farOf = ({ where }: Incident): number => geoDistance([where?.lon ?? 0, where?.lat ?? 0], [...CENTRE]) / DEGREES;

test("points of the WebGL layer on a globe look as recorded", async () => {
  const globe = await globeOf(POINTS);
  if (RECORDING) await record(NAME, globe.canvas);
  expect(likeness(pixelsOf(globe), await recorded(NAME))).toBeGreaterThanOrEqual(0.99);
});

test("what is behind the horizon of the globe leaves no pixel, and what is before it does", async () => {
  const [near, far] = [POINTS.filter((one) => farOf(one) < 45), POINTS.filter((one) => farOf(one) > 105)];
  expect(Math.min(near.length, far.length)).toBeGreaterThan(20);
  const [all, alone, hidden] = [await globeOf([...near, ...far]), await globeOf(near), await globeOf(far)];
  expect(likeness(pixelsOf(all), pixelsOf(alone))).toBeGreaterThan(0.999);
  expect(likeness(pixelsOf(hidden), pixelsOf(alone))).toBeLessThan(0.99);
});
