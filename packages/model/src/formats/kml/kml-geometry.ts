import type { Note } from "../../read/reader.ts";
import { childOf, childrenOf, childText, type XmlElement } from "../markup/xml-tree.ts";

type Position = readonly number[];

/** A geometry as GeoJSON, and the altitude of a point in metres. */
export interface KmlGeometry {
  readonly geometry: unknown;
  readonly altitudeM: number | undefined;
}

const KINDS: readonly string[] = [
  "Point",
  "LineString",
  "LinearRing",
  "Polygon",
  "MultiGeometry",
  "Track",
  "MultiTrack",
];

/** The geometry of a Placemark. KML writes lon,lat,alt; altitudes of lines and areas are left out. */
export function kmlGeometry(placemark: XmlElement, notes: Note[]): KmlGeometry {
  const element = placemark.children.find(({ name }) => KINDS.includes(name));
  if (element === undefined) return { geometry: null, altitudeM: undefined };
  const altitude = element.name === "Point" ? positionsOf(element)[0]?.[2] : undefined;
  return {
    geometry: merged(partsOf(element, notes)),
    altitudeM: altitude !== undefined && Number.isFinite(altitude) && altitude !== 0 ? altitude : undefined,
  };
}

interface Part {
  readonly type: "Point" | "LineString" | "Polygon";
  readonly coordinates: unknown;
}

function partsOf(element: XmlElement, notes: Note[]): readonly Part[] {
  switch (element.name) {
    case "Point":
      return [{ type: "Point", coordinates: flat(positionsOf(element))[0] ?? [] }];
    case "LineString":
    case "LinearRing":
      return [{ type: "LineString", coordinates: flat(positionsOf(element)) }];
    case "Polygon":
      return [{ type: "Polygon", coordinates: ringsOf(element, notes) }];
    case "Track":
      return [{ type: "LineString", coordinates: trackPositions(element) }];
    default:
      return element.children.filter(({ name }) => KINDS.includes(name)).flatMap((child) => partsOf(child, notes));
  }
}

/** One geometry of all parts; parts of different kinds stay apart. */
function merged(parts: readonly Part[]): unknown {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? null;
  if (parts.some(({ type }) => type !== first.type)) return { type: "GeometryCollection", geometries: parts };
  return { type: `Multi${first.type}`, coordinates: parts.map(({ coordinates }) => coordinates) };
}

function ringsOf(polygon: XmlElement, notes: Note[]): readonly (readonly Position[])[] {
  const bounds = [...childrenOf(polygon, "outerBoundaryIs"), ...childrenOf(polygon, "innerBoundaryIs")];
  const rings = bounds.flatMap((bound) => childrenOf(bound, "LinearRing")).map((ring) => flat(positionsOf(ring)));
  return rings.map((ring) => {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return ring;
    notes.push(RING_CLOSED);
    return [...ring, first];
  });
}

const RING_CLOSED: Note = {
  code: "kml/ring-closed",
  field: "Polygon",
  severity: "info",
  changes: true,
  message: "A ring of the area did not end where it began; it was closed.",
  hint: "Repeat the first position at the end of a ring.",
};

/** `lon,lat,alt lon,lat,alt ...`; what is no number becomes NaN, which the reader of geometries refuses. */
function positionsOf(element: XmlElement): readonly Position[] {
  // Blanks around commas belong to a tuple; a pattern for them would take quadratic time on a run of blanks.
  const parts = childText(element, "coordinates")?.split(",") ?? [];
  const text = parts.map((part) => part.trim()).join(",");
  return text === "" ? [] : text.split(/\s+/).map((tuple) => numbersOf(tuple.split(",")));
}

/** `gx:coord` of a track: `lon lat alt`. */
function trackPositions(track: XmlElement): readonly Position[] {
  return flat(childrenOf(track, "coord").map(({ text }) => numbersOf(text.trim().split(/\s+/))));
}

function numbersOf(parts: readonly string[]): Position {
  return parts.map((part) => (part === "" ? Number.NaN : Number(part)));
}

function flat(positions: readonly Position[]): readonly Position[] {
  return positions.map(([lon = Number.NaN, lat = Number.NaN]) => [lon, lat]);
}

/** Texts of `when` in a track, in order. */
export function trackTimes(placemark: XmlElement): readonly string[] {
  const multi = childOf(placemark, "MultiTrack");
  const tracks = [...childrenOf(placemark, "Track"), ...(multi === undefined ? [] : childrenOf(multi, "Track"))];
  return tracks
    .flatMap((track) => childrenOf(track, "when").map(({ text }) => text.trim()))
    .filter((text) => text !== "");
}
