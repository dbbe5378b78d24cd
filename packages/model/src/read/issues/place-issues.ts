import { type IssueKind, kind } from "./issue-kind.ts";

/** Issues of places. */
export const PLACE_ISSUES = {
  "place/out-of-range": kind(
    "warning",
    true,
    "The coordinates are not on Earth; the point is left out.",
    "Longitude is -180 to 180, latitude -90 to 90.",
  ),
  "place/null-island": kind(
    "warning",
    true,
    "0, 0 stands for a missing place; the point is left out.",
    "Leave unknown coordinates empty.",
  ),
  "place/stand-in": kind(
    "warning",
    true,
    "The coordinates stand for a missing place; the point is left out.",
    "Leave unknown coordinates empty.",
  ),
  "place/ambiguous-order": kind(
    "warning",
    true,
    "Longitude and latitude cannot be told apart; the point is left out.",
    "Name the column lat_lon or lon_lat, or give each a column of its own.",
  ),
  "place/not-a-number": kind(
    "warning",
    true,
    "The coordinate is not a number; the point is left out.",
    "Write degrees such as -33.87.",
  ),
  "place/half": kind("warning", true, "Only one coordinate is given; the point is left out.", "Give both or none."),
  "place/swapped": kind(
    "warning",
    true,
    "Longitude and latitude seem to be swapped; the point is left out.",
    "Swap them: longitude comes first.",
  ),
  "place/swapped-column": kind(
    "warning",
    false,
    "The two coordinate columns are swapped; they were read the other way round.",
    "Rename the columns.",
  ),
  "place/unknown-with-coordinates": kind(
    "warning",
    true,
    "A place of precision `unknown` has no coordinates; they were left out.",
    "Give the true precision.",
  ),
  "place/country-name": kind(
    "info",
    true,
    "The country is given by its name; it was read as its code.",
    "Write the ISO 3166-1 alpha-2 code, such as YE.",
  ),
  "place/country-unknown": kind(
    "warning",
    false,
    "The country is not known, so that the record is not on the map.",
    "Write the ISO 3166-1 alpha-2 code, such as YE, or give coordinates.",
  ),
  "place/geometry": kind(
    "warning",
    true,
    "The geometry is not valid GeoJSON; it was left out.",
    "Give [lon, lat] positions and closed rings.",
  ),
  "place/radius": kind(
    "warning",
    true,
    "The radius is not a positive number of metres; it was left out.",
    "Leave it out when it is unknown.",
  ),
} as const satisfies Record<string, IssueKind>;
