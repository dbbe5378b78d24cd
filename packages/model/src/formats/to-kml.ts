import { csvParseRows } from "d3-dsv";
import type { GeoJsonGeometry, Incident, When } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { placeKind } from "../place/place-kind.ts";
import { hasPosition } from "../place/place-precision.ts";
import { civilDateOf } from "../time/calendar.ts";
import { dayText } from "../time/day-text.ts";
import type { EdtfDate } from "../time/edtf-types.ts";
import { type DateWindow, dateWindow, isPlain } from "./date-window.ts";
import { escapeMarkup } from "./markup/entities.ts";
import { htmlText } from "./markup/html-text.ts";
import { type CollectionParts, PARTS_FORM, refuseWriting } from "./to-collection.ts";
import { toCSV } from "./to-csv.ts";
import { type CarriedHead, headNotCarried, type WrittenText, writeIssue } from "./written.ts";

const CARRIED_HEAD: CarriedHead = {
  format: "KML",
  carried: ["title", "description", "attribution", "license"],
  ofSources: [],
};

/**
 * KML 2.2: a Placemark a record, with a TimeStamp or TimeSpan and a geometry for any viewer. A place known only as an
 * area gets no point. Everything else stands in `ExtendedData` under the column names of `toCSV`, the exact date as
 * `edtf`; that wins when the `kml` reader reads the file back. Attribution and license stand in the data of the Document.
 *
 * Law: reading it back gives the same incidents as reading back `toCSV`: null and absent are one, texts are trimmed, and
 * sources keep only their keys, which is told.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toKML(incidents: readonly Incident[], parts: CollectionParts = {}): WrittenText {
  refuseWriting(incidents, parts, { form: PARTS_FORM, name: "toKML" });
  const issues: Issue[] = [...headNotCarried(parts, CARRIED_HEAD)];
  const [columns = [], ...rows] = csvParseRows(toCSV(incidents));
  const placemarks = incidents.map((incident, i) => {
    const cells = rows[i] ?? [];
    const data = columns.flatMap((name, c): [string, string][] => (cells[c] ? [[name, cells[c]]] : []));
    issues.push(...lossesOf(incident, i + 1));
    return placemarkOf(incident, data);
  });
  const terms = (["attribution", "license"] as const).flatMap((name) => {
    const value = parts[name]?.trim();
    return value ? [dataOf(name, value)] : [];
  });
  const head = [
    tag("name", parts.title),
    tag("description", parts.description && asHtml(parts.description)),
    terms.length === 0 ? "" : `<ExtendedData>${terms.join("")}</ExtendedData>`,
  ].join("");
  const body = `<Document>${head}\n${placemarks.join("\n")}\n</Document>`;
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n${body}\n</kml>\n`;
  return { text, issues };
}

function dataOf(name: string, value: string): string {
  return `<Data name="${escapeMarkup(name)}"><value>${escapeMarkup(value)}</value></Data>`;
}

/** Columns that elements of the Placemark say. */
const NATIVE: readonly string[] = ["title", "summary"];

function placemarkOf(incident: Incident, data: readonly (readonly [string, string])[]): string {
  const { title, summary, when, where } = incident;
  const html = summary === undefined ? undefined : asHtml(summary);
  // Blanks and marks that HTML swallows stand in the data, so that they come back.
  const isKept = html === undefined || htmlText(html).text === summary?.trim();
  const values = data
    .filter(([name]) => !NATIVE.includes(name) || (name === "summary" && !isKept))
    .map(([name, value]) => dataOf(name, value));
  const point = where !== undefined && placeKind(where) === "point" && hasPosition(where);
  const geometry = where?.geometry ?? (point ? { type: "Point" as const, coordinates: [where.lon, where.lat] } : null);
  return [
    "<Placemark>",
    tag("name", title),
    tag("description", html),
    when === undefined ? "" : timeOf(when),
    `<ExtendedData>${values.join("")}</ExtendedData>`,
    geometry === null ? "" : geometryOf(geometry),
    "</Placemark>",
  ].join("");
}

function lossesOf({ when, where }: Incident, row: number): readonly Issue[] {
  const issues: Issue[] = [];
  if (typeof when?.edtf === "string" && timeOf(when) === "") {
    const message = `No element of KML can say the date ${when.edtf}; it stands only in the data of the Placemark.`;
    issues.push(writeIssue("write/approximated", row, { field: "when.edtf", value: when.edtf, message }));
  }
  if (where !== undefined && where.geometry == null && hasPosition(where) && placeKind(where) === "area") {
    const message = "The place is an area; viewers of KML get no point, since it would claim more than is known.";
    issues.push(writeIssue("write/approximated", row, { field: "where", value: null, message }));
  }
  return issues;
}

/** Plain text for a viewer that reads HTML. */
function asHtml(text: string): string {
  return escapeMarkup(text).replace(/\n/g, "<br>");
}

function tag(name: string, text: string | null | undefined): string {
  return text ? `<${name}>${escapeMarkup(text)}</${name}>` : "";
}

function timeOf(when: When): string {
  const window = dateWindow(when);
  if (window === null || !isWithinFourDigits(window)) return "";
  const { date, firstDay, lastDay } = window;
  const stamp = (when.span ?? "within") === "within" && isPlain(date) ? stampOf(date) : null;
  if (stamp !== null) return `<TimeStamp><when>${stamp}</when></TimeStamp>`;
  const sides = [
    ["begin", firstDay],
    ["end", lastDay],
  ] as const;
  const inner = sides.map(([name, day]) => (day === null ? "" : `<${name}>${dayText(day)}</${name}>`)).join("");
  return inner === "" ? "" : `<TimeSpan>${inner}</TimeSpan>`;
}

function isWithinFourDigits({ firstDay, lastDay }: DateWindow): boolean {
  const years = [firstDay, lastDay].flatMap((day) => (day === null ? [] : [civilDateOf(day).year]));
  return years.every((year) => year >= 0 && year <= 9999);
}

/** A gYear, gYearMonth, date or dateTime; a dateTime of XML Schema has seconds. Null for anything else. */
function stampOf({ text }: EdtfDate): string | null {
  const found =
    /^(\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?)(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (found === null) return null;
  const [, day = "", minutes, seconds = ":00", offset = ""] = found;
  return minutes === undefined ? day : `${day}T${minutes}${seconds}${offset}`;
}

function geometryOf(geometry: GeoJsonGeometry): string {
  switch (geometry.type) {
    case "Point":
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case "LineString":
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case "Polygon":
      return polygon(geometry.coordinates);
    case "MultiPoint":
      return several(geometry.coordinates.map((position) => `<Point>${coordinates([position])}</Point>`));
    case "MultiLineString":
      return several(geometry.coordinates.map((line) => `<LineString>${coordinates(line)}</LineString>`));
    case "MultiPolygon":
      return several(geometry.coordinates.map(polygon));
  }
}

function several(parts: readonly string[]): string {
  return `<MultiGeometry>${parts.join("")}</MultiGeometry>`;
}

function polygon([outer = [], ...inner]: readonly (readonly (readonly number[])[])[]): string {
  const ring = (positions: readonly (readonly number[])[]): string =>
    `<LinearRing>${coordinates(positions)}</LinearRing>`;
  const holes = inner.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join("");
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${holes}</Polygon>`;
}

function coordinates(positions: readonly (readonly number[])[]): string {
  const tuples = positions.map((position) => position.slice(0, 3).map(Number).join(","));
  return `<coordinates>${tuples.join(" ")}</coordinates>`;
}
