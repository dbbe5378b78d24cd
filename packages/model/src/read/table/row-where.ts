import { valueText } from "../../value-text.ts";
import type { Note } from "../reader.ts";
import { readCoordinate, readPairText } from "./coordinate-text.ts";
import type { RowCells } from "./row-cells.ts";

/** Not "none", which is a town. */
const NO_NAME = /^(?:-+|\?|n\/?a|nan|null|unknown)$/i;
const NO_PLACE = /^(?:-+|\?|n\/?a|nan|null|none|unknown)$/i;

/** The place of a row, from whichever columns the table has. */
export function rowWhere(row: RowCells, notes: Note[]): Readonly<Record<string, unknown>> | undefined {
  const where: Record<string, unknown> = {};
  const give = (name: string, value: unknown): void => {
    if (value !== undefined) where[name] = value;
  };
  const name = row.text("place");
  give("name", name !== undefined && NO_NAME.test(name) ? undefined : name);
  const position = coordinates(row, notes);
  give("lat", position.lat);
  give("lon", position.lon);
  give("precision", row.text("precision"));
  give("radiusM", radius(row));
  give("basis", row.text("basis"));
  give("obscured", row.json("obscured"));
  give("geometry", row.json("geometry"));
  give("admin1", row.text("admin1"));
  give("country", countryOf(row));
  give("inferred", row.json("inferred"));
  return Object.keys(where).length === 0 ? undefined : where;
}

/** Whether a cell says in words that there is no place. */
function isNothing(text: string | undefined): boolean {
  return text === undefined || NO_PLACE.test(text);
}

function coordinates(row: RowCells, notes: Note[]): { readonly lon?: number; readonly lat?: number } {
  const lat = row.text("lat");
  const lon = row.text("lon");
  if (isNothing(lat) && isNothing(lon)) return pairCell(row, notes);
  const both = { lat: degrees(row, "lat", notes), lon: degrees(row, "lon", notes) };
  if (Number.isNaN(both.lat) || Number.isNaN(both.lon)) return {};
  const [a, b] = row.swapped ? [both.lon, both.lat] : [both.lat, both.lon];
  return { ...(a === undefined ? {} : { lat: a }), ...(b === undefined ? {} : { lon: b }) };
}

function degrees(row: RowCells, target: "lat" | "lon", notes: Note[]): number | undefined {
  const text = row.text(target);
  if (text === undefined || isNothing(text)) return undefined;
  const value = readCoordinate(text, row.swapped ? undefined : target);
  if (Number.isNaN(value)) notes.push(notNumber(row.name(target), text));
  return value;
}

function pairCell(row: RowCells, notes: Note[]): { readonly lon?: number; readonly lat?: number } {
  const text = row.text("latLon");
  if (text === undefined || isNothing(text)) return {};
  const reading = readPairText(text);
  if (reading === null) {
    notes.push(notNumber(row.name("latLon"), text));
    return {};
  }
  const pair = reading.degrees;
  if (reading.bracketed && !row.bracketsDecided && pair.every((degrees) => Math.abs(degrees) <= 90)) {
    notes.push(undecided(row.name("latLon"), text));
    return {};
  }
  return row.swapped ? { lon: pair[0], lat: pair[1] } : { lat: pair[0], lon: pair[1] };
}

function undecided(field: string, text: string): Note {
  const message = `"${field}" is ${valueText(text)}: in brackets either may come first; the point is left out.`;
  return { code: "place/ambiguous-order", field, value: text, message };
}

function notNumber(field: string, text: string): Note {
  const message = `"${field}" is ${valueText(text)}, not degrees; the point is left out.`;
  return { code: "place/not-a-number", field, value: text, message };
}

/** The code of a country where its name is known, else the text as it is. */
function countryOf(row: RowCells): string | undefined {
  const text = row.text("country");
  return text === undefined ? undefined : (row.countryCode(text) ?? text);
}

function radius(row: RowCells): unknown {
  const text = row.text("radiusM");
  if (text === undefined) return undefined;
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
