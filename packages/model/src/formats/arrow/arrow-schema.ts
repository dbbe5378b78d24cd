/** Columns of numbers in an Arrow file of ours: name in the file, name in `IncidentColumns`. */
export const NUMBER_COLUMNS = [
  ["start_ms", "startMs"],
  ["end_ms", "endMs"],
  ["core_start_ms", "coreStartMs"],
  ["core_end_ms", "coreEndMs"],
  ["date_bits", "dateBits"],
  ["lon", "lon"],
  ["lat", "lat"],
  ["radius_m", "radiusM"],
  ["place_precision", "placePrecision"],
  ["status", "status"],
  ["span", "span"],
  ["row_bits", "rowBits"],
  ["count", "count"],
] as const;

/** Prefixes of the columns of fields and figures, e.g. `field.category` and `figure.killed.low`. */
export const FIELD_PREFIX = "field.";
export const FIGURE_PREFIX = "figure.";

/** Keys of the file's metadata: the version of the schema, and title page and sources as JSON. */
export const VERSION_KEY = "whenwhere";
export const HEAD_KEY = "whenwhere.head";
export const VERSION = "1";
