import { describe, expect, it } from "vitest";
import { fittedCamera } from "../../../packages/map/src/component/camera/fitted-camera.ts";
import { facesCamera, GLOBE_FOV_DEG, limbRadiusPx, zoomOfLimb } from "../../../packages/map/src/layers/horizon.ts";

const VIEW = { lon: 50, lat: 20, zoom: 1, heightPx: 480, fovDeg: 36.87 };

/** The slow twin: the camera stands on the z axis of a rotated sphere, and the ray to the point is cut with the sphere. */
function seenByRay(lon: number, lat: number): boolean {
  const rad = Math.PI / 180;
  const unit = (l: number, b: number) => [
    Math.cos(b * rad) * Math.cos(l * rad),
    Math.cos(b * rad) * Math.sin(l * rad),
    Math.sin(b * rad),
  ];
  const radiusPx = (512 * 2 ** VIEW.zoom) / (2 * Math.PI) / Math.cos(VIEW.lat * rad);
  const distance = 1 + (0.5 / Math.tan((VIEW.fovDeg / 2) * rad)) * (VIEW.heightPx / radiusPx);
  const eye = unit(VIEW.lon, VIEW.lat).map((part) => part * distance);
  const point = unit(lon, lat);
  const ray = point.map((part, i) => part - (eye[i] as number));
  const a = ray.reduce((sum, part) => sum + part * part, 0);
  const b = 2 * ray.reduce((sum, part, i) => sum + part * (eye[i] as number), 0);
  const c = distance * distance - 1;
  const nearest = (-b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a);
  return nearest > 1 - 1e-9;
}

describe("the horizon of the globe", () => {
  it("hides exactly the places whose line of sight meets the globe before them", () => {
    const faces = facesCamera(VIEW);
    let seen = 0;
    for (let lon = -180; lon < 180; lon += 3) {
      for (let lat = -89; lat <= 89; lat += 3) {
        expect(faces(lon, lat), `${lon}, ${lat}`).toBe(seenByRay(lon, lat));
        if (faces(lon, lat)) seen++;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it("lies nearer than 90 degrees, because the camera is near", () => {
    const faces = facesCamera(VIEW);
    expect(faces(VIEW.lon + 89, VIEW.lat)).toBe(false);
    expect(faces(VIEW.lon, VIEW.lat)).toBe(true);
    expect(faces(VIEW.lon - 180, -VIEW.lat)).toBe(false);
  });

  it("is a circle on the screen that every place that is seen stays within, and the last of them reach", () => {
    const rad = Math.PI / 180;
    const radiusPx = (512 * 2 ** VIEW.zoom) / (2 * Math.PI) / Math.cos(VIEW.lat * rad);
    const cameraPx = (0.5 / Math.tan((VIEW.fovDeg / 2) * rad)) * VIEW.heightPx;
    const faces = facesCamera(VIEW);
    let furthest = 0;
    for (let away = 0; away < 90; away += 0.05) {
      if (!faces(VIEW.lon, VIEW.lat - away)) continue;
      const behind = cameraPx + radiusPx * (1 - Math.cos(away * rad));
      furthest = Math.max(furthest, (cameraPx * radiusPx * Math.sin(away * rad)) / behind);
    }
    expect(furthest).toBeLessThanOrEqual(limbRadiusPx(VIEW));
    expect(furthest).toBeGreaterThan(limbRadiusPx(VIEW) - 0.05);
  });
});

describe("the fit of a globe", () => {
  const size = { widthPx: 1440, heightPx: 820 };
  const radiusPx = ({ zoom, ...camera }: { lon: number; lat: number; zoom: number }) =>
    limbRadiusPx({ ...camera, zoom, heightPx: size.heightPx, fovDeg: GLOBE_FOV_DEG });
  const fitted = (places: readonly (readonly [number, number])[], projection: "globe" | "mercator" = "globe") =>
    fittedCamera(
      { places: { list: () => places, gather: function* () {} }, covers: [], options: { projection } },
      size,
    );

  it("finds the zoom of an edge, whatever its radius", () => {
    for (const lat of [0, 35, -70]) {
      for (const radius of [40, 200, 385, 900]) {
        const zoom = zoomOfLimb({ lat, heightPx: 820, fovDeg: GLOBE_FOV_DEG }, radius);
        expect(limbRadiusPx({ lon: 0, lat, zoom, heightPx: 820, fovDeg: GLOBE_FOV_DEG })).toBeCloseTo(radius, 6);
      }
    }
  });

  it("fills the view with a globe that has room in it, and looks no further away than the fit of a map", () => {
    const wide = [
      [0, 60],
      [60, -25],
      [118, 40],
    ] as const;
    expect(radiusPx(fitted(wide))).toBeCloseTo(0.47 * 820, 3);
    const near = [
      [44, 14],
      [48, 16],
    ] as const;
    expect(fitted(near)).toEqual(fitted(near, "mercator"));
  });

  it("stays where it is when it would lose a place behind the edge", () => {
    const wide = [
      [-16, 10],
      [59, 70],
      [134, 10],
      [59, -60],
    ] as const;
    const camera = fitted(wide);
    expect(camera).toEqual(fitted(wide, "mercator"));
    const faces = facesCamera({ ...camera, heightPx: size.heightPx, fovDeg: GLOBE_FOV_DEG });
    expect(wide.every(([lon, lat]) => faces(lon, lat))).toBe(true);
  });
});
