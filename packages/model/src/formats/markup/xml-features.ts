import type { When } from "../../incident.ts";
import { readFeatureRows } from "../../read/geo-rows.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import type { Note, ReaderOptions, RecordSink } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { readDateText } from "../../read/table/date-text.ts";
import { valueText } from "../../value-text.ts";

/** A GeoJSON Feature made of an XML element, with what was said about it. */
export interface XmlFeature {
  readonly id: string | undefined;
  readonly geometry: unknown;
  readonly when: When | undefined;
  /** Words of the element itself: they are taken as they stand, before any column. */
  readonly words: { readonly title?: string | undefined; readonly summary?: string | undefined };
  readonly properties: Readonly<Record<string, unknown>>;
  readonly notes: readonly Note[];
}

/** Reads Features as the general GeoJSON reader does: their properties are mapped like the columns of a table. */
export function readXmlFeatures(features: readonly XmlFeature[], sink: RecordSink, options: ReaderOptions): void {
  if (features.length === 0) return;
  const asJson = features.map(({ id, geometry, when, properties }) => ({
    type: "Feature",
    ...(id === undefined ? {} : { id }),
    ...(when === undefined ? {} : { when }),
    geometry,
    properties: { title: null, ...properties },
  }));
  let next = 0;
  const noted: RecordSink = {
    ...sink,
    record(raw, notes = []) {
      const feature = features[next++];
      const own = isRecord(raw) ? { ...raw, ...defined(feature?.words ?? {}) } : raw;
      sink.record(own, [...notes, ...(feature?.notes ?? [])]);
    },
    reject(note) {
      next++;
      sink.reject(note);
    },
  };
  readFeatureRows(asJson, noted, options);
}

/** A date of XML Schema as EDTF; null, and said, when it is none. */
export function xmlDate(text: string, field: string, notes: Note[]): string | null {
  if (isEdtf(text) && !/[/[{]/.test(text)) return text;
  const reading = readDateText(text, null);
  if (reading.kind === "edtf" && !/[/[{]/.test(reading.edtf)) return reading.edtf;
  const message = `${field} is ${valueText(text)}, which is not a date that can be read; it was left out.`;
  notes.push({ code: "time/syntax", field, value: text, message });
  return null;
}

/** One stretch from the first to the last of some dates, filled; undefined when there are none or they are reversed. */
export function stretchOf(first: string | null, last: string | null): When | undefined {
  if (first === null || last === null) return undefined;
  if (first === last) return { edtf: first, span: "throughout" };
  const edtf = `${first}/${last}`;
  return isEdtf(edtf) ? { edtf, span: "throughout" } : undefined;
}

/** The parts without those that are undefined. */
export function defined(parts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
