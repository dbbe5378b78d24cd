/**
 * Columns shaped like a conflict monitor's: towns crowd around the theatres of a few wars; one row in six is known to a
 * district only, one in seventy to no place, one in fifty to no day; rows in no order of time. Runs in Node and in a page,
 * where it arrives as text: it uses nothing from outside of itself.
 */
export function conflictColumns(length) {
  let state = 5;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const spread = () => (next() + next() + next() - 1.5) * 1.2;
  const dayMs = 86_400_000;
  // Longitude, latitude, width in degrees, weight.
  const theatres = [
    [36.8, 34.8, 3, 20],
    [44.2, 33.3, 3, 13],
    [69, 34.4, 4, 14],
    [37.9, 48.2, 2.5, 20],
    [45.3, 2.1, 3, 7],
    [13.2, 11.8, 2.5, 6],
    [29.2, -1.5, 3, 6],
    [44.2, 15.4, 3, 6],
    [96.5, 20.8, 4, 6],
    [75.5, 25, 7, 4],
    [-1.5, 14.5, 3.5, 4],
    [-74.5, 5, 3, 3],
    [-101, 21, 5, 4],
  ];
  const weight = theatres.reduce((sum, [, , , part]) => sum + part, 0);
  const towns = Array.from({ length: 900 }, () => {
    let left = next() * weight;
    const at = theatres.find(([, , , part]) => {
      left -= part;
      return left <= 0;
    });
    return [at[0] + spread() * at[2], at[1] + spread() * at[2] * 0.8];
  });
  const columns = {
    startMs: new Float64Array(length),
    endMs: new Float64Array(length),
    lon: new Float64Array(length),
    lat: new Float64Array(length),
    radiusM: new Float32Array(length),
    placePrecision: new Uint8Array(length),
    status: new Uint8Array(length),
    category: {
      codes: new Uint8Array(length),
      values: ["attack", "strike", "shootdown", "arrest", "unrest", "other"],
    },
  };
  const [exact, settlement, district, unknown] = [0, 1, 2, 8];
  for (let i = 0; i < length; i++) {
    const [kind, place] = [next(), next()];
    const day = Math.floor(next() ** 0.7 * 4_000);
    columns.startMs[i] = kind < 0.02 ? Number.NaN : Date.UTC(2014, 0, 1) + day * dayMs;
    columns.endMs[i] = columns.startMs[i] + dayMs * (kind > 0.86 ? 2 + Math.floor(next() * 60) : 1);
    const [lon, lat] = towns[Math.floor(next() ** 2.2 * towns.length)];
    const isWide = place < 0.16;
    columns.lon[i] = isWide ? lon : lon + spread() * 0.12;
    columns.lat[i] = isWide ? lat : lat + spread() * 0.12;
    columns.radiusM[i] = isWide ? 25_000 : 0;
    columns.placePrecision[i] = isWide ? district : place > 0.985 ? unknown : next() < 0.5 ? exact : settlement;
    columns.category.codes[i] = Math.floor(next() ** 2 * 6);
    columns.status[i] = next() < 0.9 ? 0 : 2;
  }
  return columns;
}
