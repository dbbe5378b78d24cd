import type { Incident } from "@whenwhere/model";
import { createStore } from "@whenwhere/store";
import { geoDistance, geoOrthographic } from "d3-geo";
import {
  type AreaShape,
  type AreaShapes,
  type MapScene,
  type MapSceneOptions,
  type MapViewport,
  mapScene,
} from "../../../packages/map/src/scene/index.ts";

/** A plate-carrée-like Mercator around a middle: 512 px world at zoom 0, as the map has it. */
export function fakeViewport(lon = 0, lat = 0, zoom = 3, size: readonly [number, number] = [600, 400]): MapViewport {
  const world = 512 * 2 ** zoom;
  const y = (value: number) => {
    const sin = Math.sin((Math.max(-85, Math.min(85, value)) * Math.PI) / 180);
    return (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world;
  };
  return {
    widthPx: size[0],
    heightPx: size[1],
    zoom,
    center: [lon, lat],
    project: (x, v) => [size[0] / 2 + ((x - lon) / 360) * world, size[1] / 2 + y(v) - y(lat)],
    metersPerPx: (_, v) => (40_075_016.7 * Math.cos((v * Math.PI) / 180)) / world,
  };
}

/** Half of the globe's width. */
export const GLOBE_PX = 180;

/** A globe seen from very far. */
export function fakeGlobe(lon: number, lat: number): MapViewport {
  const d3 = geoOrthographic().rotate([-lon, -lat]).scale(GLOBE_PX).translate([300, 200]).clipAngle(90);
  return {
    ...{ widthPx: 600, heightPx: 400, zoom: 1.1, center: [lon, lat] as const },
    disk: { x: 300, y: 200, radiusPx: GLOBE_PX },
    project: (x, y) => (geoDistance([lon, lat], [x, y]) < Math.PI / 2 ? d3([x, y]) : null),
    metersPerPx: () => 6_371_000 / GLOBE_PX,
  };
}

export function square(name: string, west: number, south: number, sizeDegrees: number): AreaShape {
  const [east, north] = [west + sizeDegrees, south + sizeDegrees];
  const ring = [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ] as const;
  return { name, polygons: [[ring]], label: [west + sizeDegrees / 2, south + sizeDegrees / 2] };
}

/** Country AA is 20 degrees wide with two provinces, Big (10 degrees) and Small (1 degree); BB lies far in the east. */
export const fakeShapes: AreaShapes = {
  shape: (country, admin1) => {
    if (country === "AA" && admin1 === null) return square("Aland", -10, -10, 20);
    if (country === "AA" && admin1 === "Big") return square("Big", -8, -8, 10);
    if (country === "AA" && admin1 === "Small") return square("Small", 4, 4, 1);
    if (country === "BB" && admin1 === null) return square("Beland", 120, 10, 10);
    return null;
  },
};

export const words = { locale: "en" } as const;

export function sceneOf(
  incidents: readonly Incident[],
  viewport: MapViewport = fakeViewport(),
  options: MapSceneOptions = {},
  shapes: AreaShapes = fakeShapes,
): MapScene {
  return mapScene({ store: createStore(incidents), viewport, shapes, words, options });
}

export const record = (id: string, where: Incident["where"], more: Partial<Incident> = {}): Incident => ({
  id,
  title: id,
  category: "attack",
  when: { edtf: "2022-02-02" },
  ...(where === undefined ? {} : { where }),
  ...more,
});
