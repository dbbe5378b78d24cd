/** Metres of a degree of latitude at most, on any ellipsoid in use: cells come out a little small, never large. */
const DEGREE_M = 111_700;

/** The middle of a cell. */
export interface GridCell {
  readonly lon: number;
  readonly lat: number;
}

/** A fixed division of the Earth into cells. */
export interface PlaceGrid {
  /** No point of a cell is further from its middle than this. */
  readonly radiusM: number;
  /** The cell of a point. Law: the answer is the same for all points of one cell, and never 0, 0. */
  cellOf(lon: number, lat: number): GridCell;
}

/**
 * Rows of equal height, each cut into cells no wider than high, so that half of a cell's diagonal is at most `radiusM`.
 * The number of rows is even: the equator is an edge, and no middle is the 0, 0 that stands for a missing place.
 */
export function placeGrid(radiusM: number): PlaceGrid {
  const sideDeg = (radiusM * Math.SQRT2) / DEGREE_M;
  const rows = 2 * Math.max(1, Math.ceil(90 / sideDeg));
  const heightDeg = 180 / rows;
  return {
    radiusM,
    cellOf(lon, lat) {
      const row = Math.min(rows - 1, Math.max(0, Math.floor((lat + 90) / heightDeg)));
      const south = row * heightDeg - 90;
      // A cell is widest at its edge nearest to the equator: the northern one in the south.
      const nearest = south < 0 ? south + heightDeg : south;
      const columns = Math.max(1, Math.ceil((360 * Math.cos((nearest * Math.PI) / 180)) / sideDeg));
      const column = Math.min(columns - 1, Math.max(0, Math.floor(((lon + 180) * columns) / 360)));
      return { lon: rounded(((column + 0.5) * 360) / columns - 180), lat: rounded(south + heightDeg / 2) };
    },
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
