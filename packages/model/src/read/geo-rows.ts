import { whenOfMember } from "./geojson-when.ts";
import { type GeometryPlace, notFeature, placeOfGeometry } from "./geometry-place.ts";
import type { ReaderOptions, RecordSink } from "./reader.ts";
import { isRecord } from "./record/fields.ts";
import { cellsOfItem, keysOfItems, readItemRows } from "./table/item-rows.ts";
import type { TableRow } from "./table/table.ts";

interface FeatureRow extends TableRow {
  readonly id: unknown;
  readonly when: unknown;
  readonly place: GeometryPlace;
}

/**
 * Reads foreign Features: their properties form a table whose columns are guessed like those of a CSV file,
 * then id, `when` and geometry of each Feature are laid over what the columns gave.
 */
export function readFeatureRows(features: readonly unknown[], sink: RecordSink, options: ReaderOptions): void {
  const columns = keysOfItems(features.map((feature) => (isRecord(feature) ? feature.properties : null)));
  const rows = features.map((feature) =>
    isRecord(feature) && feature.type === "Feature" ? featureRow(feature, columns) : null,
  );
  const swap = swappedFeatures(rows);
  if (swap) {
    const message = "Positions stand as lat, lon (most latitudes would lie beyond 90); they were read swapped.";
    sink.note({ code: "place/swapped-column", field: "geometry", message });
  }
  const refuse = (index: number) => notFeature(features[index]);
  const layOver = (raw: unknown, row: FeatureRow) => ({ raw: laidOver(raw, row, swap), notes: row.place.notes });
  readItemRows({ columns, rows, refuse, layOver }, sink, options);
}

function featureRow(feature: Readonly<Record<string, unknown>>, columns: readonly string[]): FeatureRow {
  const properties = isRecord(feature.properties) ? feature.properties : {};
  return {
    cells: cellsOfItem(properties, columns),
    badQuote: false,
    id: feature.id,
    when: feature.when,
    place: placeOfGeometry(feature.geometry),
  };
}

function laidOver(raw: unknown, row: FeatureRow, swap: boolean): unknown {
  if (!isRecord(raw)) return raw;
  const own = isRecord(raw.where) ? raw.where : {};
  const drawn =
    swap && row.place.where !== undefined && "lon" in row.place.where
      ? { lon: row.place.where.lat, lat: row.place.where.lon }
      : row.place.where;
  const where = { ...own, ...drawn };
  return {
    ...raw,
    ...(row.id === undefined || row.id === null ? {} : { id: row.id }),
    ...(row.when === undefined || row.when === null ? {} : { when: whenOfMember(row.when) }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
  };
}

/** The rule of coordinate columns: at least two and half of all beyond 90 in the second place, none in the first. */
function swappedFeatures(rows: readonly (FeatureRow | null)[]): boolean {
  let total = 0;
  let beyond = 0;
  for (const row of rows) {
    const { lon, lat } = row?.place.where ?? {};
    if (typeof lon !== "number" || typeof lat !== "number") continue;
    total++;
    if (Math.abs(lon) > 90) return false;
    if (Math.abs(lat) > 90 && Math.abs(lat) <= 180) beyond++;
  }
  return beyond >= 2 && beyond * 2 >= total;
}
