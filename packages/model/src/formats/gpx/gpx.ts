import type { Note, Reader, RecordSink } from "../../read/reader.ts";
import { defined, readXmlFeatures, stretchOf, type XmlFeature, xmlDate } from "../markup/xml-features.ts";
import { childOf, childrenOf, childText, parseXml, type XmlElement } from "../markup/xml-tree.ts";

/**
 * GPX: every waypoint, track and route is a record.
 *
 * Source: GPX 1.1 schema (topografix.com/GPX/1/1): `lat` and `lon` are attributes in WGS 84, `time` is UTC, also where
 * no Z says so. A waypoint is an exact place; a track fills the time from its first to its last point, a route has none.
 */
export const gpx: Reader = {
  name: "gpx",
  detect: ({ text, name }) => (/<(?:\w+:)?gpx[\s>]/.test(text) ? 0.95 : /\.gpx$/i.test(name ?? "") ? 0.4 : 0),
  read(input, sink, options) {
    const { root, notes } = parseXml(input.text);
    for (const note of notes) sink.note(note);
    if (root === null) return;
    describe(root, sink);
    const features = root.children.flatMap((element) => {
      if (element.name === "wpt") return [waypoint(element)];
      if (element.name === "trk") return [track(element)];
      return element.name === "rte" ? [route(element)] : [];
    });
    readXmlFeatures(features, sink, options);
  },
};

function describe(root: XmlElement, sink: RecordSink): void {
  const metadata = childOf(root, "metadata") ?? root;
  const [title, description] = [childText(metadata, "name"), childText(metadata, "desc")];
  if (title !== undefined) sink.describe({ title });
  if (description !== undefined) sink.describe({ description });
}

function waypoint(element: XmlElement): XmlFeature {
  const notes: Note[] = [];
  const time = timeOf(element, notes);
  return {
    id: undefined,
    geometry: { type: "Point", coordinates: positionOf(element) },
    when: time === null ? undefined : { edtf: time },
    words: wordsOf(element),
    properties: { ...factsOf(element), precision: "exact", ...defined({ elevationM: numberOf(element, "ele") }) },
    notes,
  };
}

function track(element: XmlElement): XmlFeature {
  const notes: Note[] = [];
  const segments = childrenOf(element, "trkseg").map((segment) => childrenOf(segment, "trkpt"));
  const points = segments.flat();
  const timed = points.filter((point) => childText(point, "time") !== undefined);
  const [first, last] = [timed[0], timed.at(-1)];
  const when =
    first === undefined || last === undefined ? undefined : stretchOf(timeOf(first, notes), timeOf(last, notes));
  const lines = segments.filter((segment) => segment.length > 1).map((segment) => segment.map(positionOf));
  return {
    id: undefined,
    geometry: lineOf(lines, points),
    when,
    words: wordsOf(element),
    properties: factsOf(element),
    notes,
  };
}

function route(element: XmlElement): XmlFeature {
  const points = childrenOf(element, "rtept");
  const lines = points.length > 1 ? [points.map(positionOf)] : [];
  const geometry = lineOf(lines, points);
  return { id: undefined, geometry, when: undefined, words: wordsOf(element), properties: factsOf(element), notes: [] };
}

function lineOf(lines: readonly (readonly (readonly number[])[])[], points: readonly XmlElement[]): unknown {
  if (lines.length > 1) return { type: "MultiLineString", coordinates: lines };
  if (lines.length === 1) return { type: "LineString", coordinates: lines[0] };
  return points[0] === undefined ? null : { type: "Point", coordinates: positionOf(points[0]) };
}

function positionOf(element: XmlElement): readonly number[] {
  return ["lon", "lat"].map((name) => Number(element.attributes.get(name)?.trim() || Number.NaN));
}

function timeOf(element: XmlElement, notes: Note[]): string | null {
  const text = childText(element, "time");
  if (text === undefined) return null;
  const isLocal = /T[\d:.]+$/.test(text);
  return xmlDate(isLocal ? `${text}Z` : text, "time", notes);
}

function numberOf(element: XmlElement, name: string): number | undefined {
  const text = childText(element, name);
  return text !== undefined && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function wordsOf(element: XmlElement): XmlFeature["words"] {
  return { title: childText(element, "name"), summary: childText(element, "desc") ?? childText(element, "cmt") };
}

function factsOf(element: XmlElement): Readonly<Record<string, unknown>> {
  return defined({
    category: childText(element, "type"),
    url: childOf(element, "link")?.attributes.get("href"),
    symbol: childText(element, "sym"),
  });
}
