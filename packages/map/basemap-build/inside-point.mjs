/**
 * The pole of inaccessibility of the largest part of a (multi-)polygon, in degrees: where a name or a tag stands best.
 * Refined on a grid, with longitudes shrunk by the cosine of the latitude. Returns [lon, lat].
 */
export function insidePoint(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const best = polygons.reduce((a, b) => (planarArea(b[0]) > planarArea(a[0]) ? b : a));
  const [west, south, east, north] = boundsOf(best[0]);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let found = { lon: (west + east) / 2, lat: (south + north) / 2, distance: -Infinity };
  let half = { w: (east - west) / 2, h: (north - south) / 2 };
  for (let round = 0; round < 5; round++) {
    found = bestOnGrid(best, found, half, squeeze);
    half = { w: half.w / 6, h: half.h / 6 };
  }
  return [round4(found.lon), round4(found.lat)];
}

function bestOnGrid(rings, around, half, squeeze) {
  let best = around;
  const steps = 12;
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const lon = around.lon + (half.w * (2 * i - steps)) / steps;
      const lat = around.lat + (half.h * (2 * j - steps)) / steps;
      const distance = signedDistance(rings, lon, lat, squeeze);
      if (distance > best.distance) best = { lon, lat, distance };
    }
  }
  return best;
}

/** Distance to the nearest edge in squeezed degrees, positive inside. */
function signedDistance(rings, lon, lat, squeeze) {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > lat !== yj > lat && lon < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
      nearest = Math.min(nearest, segmentDistance2((lon - xi) * squeeze, lat - yi, (xj - xi) * squeeze, yj - yi));
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest);
}

function segmentDistance2(px, py, dx, dy) {
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
  return (px - t * dx) ** 2 + (py - t * dy) ** 2;
}

export function planarArea(ring) {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
    sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1];
  return Math.abs(sum) / 2;
}

export function boundsOf(ring) {
  const lons = ring.map((p) => p[0]);
  const lats = ring.map((p) => p[1]);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

const round4 = (value) => Math.round(value * 1e4) / 1e4;
