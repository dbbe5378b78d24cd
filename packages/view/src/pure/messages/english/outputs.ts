import type { Messages } from "../types.ts";

/** English: what leaves the workspace, and what is made from it: exports, summary, stories, comparisons. */
export const outputs: Messages = {
  "export.button": "Export",
  "export.scope": {
    one: "The {n} record shown; filters, source and date are written into each file",
    other: "The {n} records shown; filters, source and date are written into each file",
  },
  "export.png": "Picture (PNG)",
  "export.svg": "Picture (SVG)",
  "export.print": "Print, or save as PDF",
  "export.csv": "Table (CSV)",
  "export.geojson": "Places (GeoJSON)",
  "export.json": "Records (JSON)",
  "export.page": "Page that opens from disk (HTML)",
  "export.failed": "The file could not be made: {reason}",
  "export.page-missing": "The program of such pages is not part of this build",
  "export.filters": "Filters: {list}",
  "export.no-filters": "No filters",
  "export.and": "; ",
  "export.date": "Exported on {date}",
  "export.window": "dates from {range}",
  "export.values": "{field}: {list}",
  "export.text": "with the words “{text}”",
  "export.box": "inside the box {west}, {south} to {east}, {north} (longitude, latitude)",
  "export.lasso": "inside a shape drawn on the map",
  "export.range": "{field} from {low} to {high}",
  "export.more": { one: "and {n} more record", other: "and {n} more records" },
};
