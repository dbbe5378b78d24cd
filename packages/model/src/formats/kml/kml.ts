import type { When } from "../../incident.ts";
import { isEdtf } from "../../read/is-edtf.ts";
import { parseJson } from "../../read/json-text.ts";
import type { Note, Reader, RecordSink } from "../../read/reader.ts";
import { isRecord } from "../../read/record/fields.ts";
import { htmlText } from "../markup/html-text.ts";
import { defined, readXmlFeatures, stretchOf, type XmlFeature, xmlDate } from "../markup/xml-features.ts";
import { childOf, childrenOf, childText, parseXml, type XmlElement } from "../markup/xml-tree.ts";
import { kmlGeometry, trackTimes } from "./kml-geometry.ts";

/**
 * KML: every Placemark is a record.
 *
 * Source: OGC KML 2.3 (12-007r2): `TimeStamp/when`, `TimeSpan/begin, end` (a missing side is open), dates of gYear,
 * gYearMonth, date or dateTime, coordinates lon,lat,alt; `gx:Track`. `ExtendedData` is mapped like the columns of a
 * table, so that what `toKML` writes comes back; the name of the folder is the category. Descriptions become plain text.
 * Styles, overlays and network links are not read. Zipped KML (.kmz) has to be unpacked first.
 */
export const kml: Reader = {
  name: "kml",
  detect: ({ text, name }) => (/<(?:\w+:)?kml[\s>]/.test(text) ? 0.95 : /\.kml$/i.test(name ?? "") ? 0.4 : 0),
  read(input, sink, options) {
    const { root, notes } = parseXml(input.text);
    for (const note of notes) sink.note(note);
    if (root === null) return;
    const container = root.name === "kml" ? root : { ...root, children: [root] };
    describe(childOf(container, "Document"), sink);
    const features: XmlFeature[] = [];
    walk(container, undefined, features);
    if (hasNetworkLink(container)) sink.note(NETWORK_LINK);
    readXmlFeatures(features, sink, options);
  },
};

const NETWORK_LINK: Note = {
  code: "kml/network-link",
  severity: "warning",
  message: "The file points to other files (NetworkLink); they were not fetched.",
  hint: "Load the file that the link names.",
};

function describe(document: XmlElement | undefined, sink: RecordSink): void {
  const title = childText(document, "name");
  const description = childText(document, "description");
  if (title !== undefined) sink.describe({ title });
  if (description !== undefined) sink.describe({ description: htmlText(description).text });
  const data = document === undefined ? {} : extendedData(document);
  for (const name of ["attribution", "license"] as const) {
    const value = data[name];
    if (typeof value === "string" && value.trim() !== "") sink.describe({ [name]: value.trim() });
  }
}

const CONTAINERS: readonly string[] = ["kml", "Document", "Folder"];

function walk(container: XmlElement, folder: string | undefined, features: XmlFeature[]): void {
  for (const child of container.children) {
    if (child.name === "Placemark") features.push(featureOf(child, folder));
    else if (CONTAINERS.includes(child.name)) {
      walk(child, child.name === "Folder" ? (childText(child, "name") ?? folder) : folder, features);
    }
  }
}

function hasNetworkLink(element: XmlElement): boolean {
  return element.children.some(
    (child) => child.name === "NetworkLink" || (CONTAINERS.includes(child.name) && hasNetworkLink(child)),
  );
}

function featureOf(placemark: XmlElement, folder: string | undefined): XmlFeature {
  const notes: Note[] = [];
  const { geometry, altitudeM } = kmlGeometry(placemark, notes);
  const data = extendedData(placemark);
  const description = childText(placemark, "description");
  const words = description === undefined ? undefined : htmlText(description);
  const link = childOf(placemark, "link")?.attributes.get("href");
  const properties = defined({
    ...(folder === undefined ? {} : { category: folder }),
    ...data,
    place: data.place ?? childText(placemark, "address"),
    url: data.url ?? link,
    links: data.links ?? (words === undefined || words.links.length === 0 ? undefined : words.links),
    altitudeM: data.altitudeM ?? altitudeM,
  });
  // A date that KML cannot write stands beside it in full.
  const hasOwnDate = typeof data.edtf === "string" && isEdtf(data.edtf.trim());
  return {
    id: data.id === undefined ? placemark.attributes.get("id")?.trim() || undefined : undefined,
    geometry: repeats(data, geometry) ? null : geometry,
    when: hasOwnDate ? undefined : whenOf(placemark, notes),
    words: {
      title: childText(placemark, "name"),
      summary: data.summary === undefined ? words?.text || undefined : undefined,
    },
    properties,
    notes,
  };
}

/** Whether the data say the same place as what is drawn, and may say more of it: how finely it is known. */
function repeats(data: Readonly<Record<string, unknown>>, drawn: unknown): boolean {
  if (typeof drawn !== "object" || drawn === null || !("coordinates" in drawn)) return false;
  const coordinates = JSON.stringify(drawn.coordinates);
  if (typeof data.geometry !== "string") return JSON.stringify([Number(data.lon), Number(data.lat)]) === coordinates;
  const own = parseJson(data.geometry);
  return own.ok && isRecord(own.value) && JSON.stringify(own.value.coordinates) === coordinates;
}

/** `Data` by name, and `SimpleData` of a schema. */
function extendedData(placemark: XmlElement): Readonly<Record<string, unknown>> {
  const extended = childOf(placemark, "ExtendedData");
  if (extended === undefined) return {};
  const simple = childrenOf(extended, "SchemaData").flatMap((schema) => childrenOf(schema, "SimpleData"));
  const pairs = [
    ...childrenOf(extended, "Data").map((data) => [data.attributes.get("name"), childOf(data, "value")?.text] as const),
    ...simple.map((data) => [data.attributes.get("name"), data.text] as const),
  ];
  return Object.fromEntries(pairs.flatMap(([name, text]) => (name && text?.trim() ? [[name, text.trim()]] : [])));
}

function whenOf(placemark: XmlElement, notes: Note[]): When | undefined {
  const read = (text: string | undefined, field: string): string | null | undefined =>
    text === undefined ? undefined : xmlDate(text, field, notes);
  const stamp = read(childText(childOf(placemark, "TimeStamp"), "when"), "TimeStamp.when");
  if (typeof stamp === "string") return { edtf: stamp };
  const span = childOf(placemark, "TimeSpan");
  if (span !== undefined) return spanOf(span, read, notes);
  const times = trackTimes(placemark);
  if (times.length === 0) return undefined;
  return stretchOf(read(times[0], "Track.when") ?? null, read(times.at(-1), "Track.when") ?? null);
}

function spanOf(
  span: XmlElement,
  read: (text: string | undefined, field: string) => string | null | undefined,
  notes: Note[],
): When | undefined {
  const [begin, end] = [childText(span, "begin"), childText(span, "end")];
  const [first, last] = [read(begin, "TimeSpan.begin"), read(end, "TimeSpan.end")];
  if (first === null || last === null) return { label: [begin, end].filter((text) => text !== undefined).join(" – ") };
  if (first === undefined && last === undefined) return undefined;
  if (first === last) return { edtf: first as string, span: "throughout" };
  const edtf = `${first ?? ".."}/${last ?? ".."}`;
  if (isEdtf(edtf)) return { edtf, span: "throughout" };
  const message = `The end ${last} lies before the begin ${first}; the record has no date.`;
  notes.push({ code: "time/reversed", field: "TimeSpan", value: [begin, end], message });
  return { label: `${begin} – ${end}` };
}
