/**
 * Everything a renderer of the map needs, in CSS pixels of the viewport, y down. Plain data, no methods.
 * The same scene is drawn over MapLibre (overlay canvas), on the flat map, into SVG and into words.
 */
export interface MapScene {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Hatched areas with one count tag each, largest first. */
  readonly areas: readonly AreaGlyph[];
  /** Radii wider than 8 px: wash and ring, no centre. */
  readonly rings: readonly RingGlyph[];
  /** Lines joining rival or alternative places of one record. */
  readonly joins: readonly JoinGlyph[];
  /** Second places: from -> where. */
  readonly arcs: readonly ArcGlyph[];
  readonly marks: readonly PointGlyph[];
  readonly clusters: readonly ClusterGlyph[];
  /** Places beyond the view: name, count and bearing, at the edge. */
  readonly edges: readonly EdgeGlyph[];
  /** The ground coloured by how many records it has, in place of their glyphs; absent where each has its own. */
  readonly density?: DensityGlyphs;
  readonly labels: readonly LabelGlyph[];
  /** Rows that are shown and have no place, for the tray "not on the map (n)"; `counts.unplaced` says how many. */
  readonly tray: readonly number[];
  readonly counts: MapCounts;
}

/**
 * Law: `drawn + clustered + unplaced = shown`. `drawn` counts rows standing alone, in rings, in area tags and behind edge tags;
 * `clustered` rows in clusters of two or more; `unplaced` rows in the tray.
 */
export interface MapCounts {
  readonly shown: number;
  readonly drawn: number;
  readonly clustered: number;
  readonly unplaced: number;
  /** Of `drawn`, those that are points each, in the view or beyond it; absent where points that are close are counted together. */
  readonly points?: number;
}

/** How sure it is that the row lies in the window. */
export type Certainty = "certain" | "possible";

/** What glyphs of one row share. */
export interface RowGlyph {
  readonly row: number;
  readonly category: number;
  /** Index into `STATUSES`. */
  readonly status: number;
  readonly certainty: Certainty;
  readonly selected: boolean;
  readonly hovered: boolean;
  /** Share of the ink that age has left, under a window that fades; 1 when left out. */
  readonly fade?: number;
}

/** What a glyph of a row stands for: its place, a rival place, or the origin of an arc. */
export type PlacePart = "where" | "rival" | "from";

/** A point whose doubt is smaller than the mark. */
export interface PointGlyph extends RowGlyph {
  readonly x: number;
  readonly y: number;
  /** Share of the ink: 1, or 1/n for one of n alternative places. */
  readonly share: number;
  /** Default `where`. Only places are counted. */
  readonly part?: PlacePart;
  /** A layer of points draws it, where there is one: then a canvas leaves it out, unless it is selected or pointed at. */
  readonly inLayer?: true;
}

/** A place known to a radius wider than 8 px on screen. */
export interface RingGlyph extends RowGlyph {
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  /** The same circle of the ground as a globe shows it; absent on a plane. */
  readonly outline?: readonly (readonly [x: number, y: number])[];
  /** Dashed when the radius is assumed. */
  readonly basis: "measured" | "codebook" | "assumed";
  /** Publisher's own cell: a checked square instead of a ring. */
  readonly obscured: boolean;
  /** As in {@link PointGlyph}. */
  readonly part?: PlacePart;
}

/** An area, or a sea or line, with all its rows: one tag, never a dot on its centroid. */
export interface AreaGlyph {
  /** Stable key, e.g. `MZ/Cabo Delgado`. */
  readonly key: string;
  readonly name: string;
  readonly kind: "district" | "province" | "country" | "region" | "sea" | "line" | "cell";
  /** Rings in pixels, closed; empty where only a label point is known (sea, fuzzy region). */
  readonly rings: readonly (readonly (readonly [x: number, y: number])[])[];
  readonly lines: readonly (readonly (readonly [x: number, y: number])[])[];
  /** Radius in pixels where the area is only a fuzzy circle. */
  readonly radiusPx: number | null;
  /** The radius is our assumption: drawn dashed and worded "(assumed)". */
  readonly assumed?: boolean;
  readonly x: number;
  readonly y: number;
  readonly tag: { readonly x: number; readonly y: number; readonly leader: boolean };
  /** How many rows it stands for. */
  readonly count: number;
  /** The rows. Of scenes of very many rows they are gathered when first read, and are then those of the latest scene. */
  readonly rows: readonly number[];
  readonly certain: number;
  readonly possible: number;
  /** Rows by category, most first. */
  readonly shares: readonly { readonly category: number; readonly count: number }[];
  readonly selected: boolean;
  readonly hovered: boolean;
}

/** Rows that stand too close together. Its place is the fixed cell's, so it does not jump while the window moves. */
export interface ClusterGlyph {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radiusPx: number;
  readonly count: number;
  /** As in {@link AreaGlyph}. */
  readonly rows: readonly number[];
  readonly certain: number;
  readonly possible: number;
  readonly shares: readonly { readonly category: number; readonly precise: number; readonly imprecise: number }[];
  /** The doubts of its rows that are wider than the bubble: drawn as rings behind it, each once. */
  readonly halos?: readonly {
    readonly x: number;
    readonly y: number;
    readonly radiusPx: number;
    /** As in {@link RingGlyph}. */
    readonly outline?: readonly (readonly [x: number, y: number])[];
    readonly assumed: boolean;
  }[];
  /** [west, south, east, north] of its rows, degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly selected: boolean;
  readonly hovered: boolean;
}

/** A thin line between two places of one record, of which one is right: from mark to mark, in CSS pixels. */
export interface JoinGlyph {
  readonly row: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The way from where something began (`from`) to where it happened. */
export interface ArcGlyph extends RowGlyph {
  /** Points of a smooth curve from the ring of the origin to the mark. */
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly dashed: boolean;
}

/** A tag at the edge for shown rows whose place lies beyond the view, a country or one place together. In CSS pixels. */
export interface EdgeGlyph {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** What the tag says: the name, shortened where it is long, and the count. */
  readonly text: string;
  readonly count: number;
  /** As in {@link AreaGlyph}. */
  readonly rows: readonly number[];
  readonly category: number;
  /** Size of the tag. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Screen bearing in radians, 0 = up, clockwise. */
  readonly bearing: number;
  /** Where a click should fly to. */
  readonly lon: number;
  readonly lat: number;
}

/** Words beside a mark, a ring or a tag. In CSS pixels. */
export interface LabelGlyph {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Second, smaller line: "province only", "within 15 km (assumed)". */
  readonly sub: string | null;
  readonly anchor: "start" | "middle" | "end";
  readonly selected: boolean;
  /** The strokes of its own area lie under it: the words need more room among them. */
  readonly over?: "hatch" | "sea";
}

/**
 * The projection of a map at one moment. `project` is null where the place is behind the globe or cannot be shown.
 * It takes longitudes beyond -180..180 as the next copy of the world and does not wrap them: with `center` given, the scene
 * asks for the copy nearest to it, so that rings stay in one piece.
 */
export interface MapViewport {
  readonly widthPx: number;
  readonly heightPx: number;
  /** MapLibre zoom (512 px world at 0). */
  readonly zoom: number;
  readonly project: (lon: number, lat: number) => readonly [x: number, y: number] | null;
  /** The place under a pixel, where the viewport knows it; null off the world. */
  readonly unproject?: (x: number, y: number) => readonly [lon: number, lat: number] | null;
  /** Metres per CSS pixel at a place. */
  readonly metersPerPx: (lon: number, lat: number) => number;
  /** The globe as it is seen; absent on a plane. */
  readonly disk?: { readonly x: number; readonly y: number; readonly radiusPx: number };
  /** Where the map looks; gives places that `project` cannot show their bearing. */
  readonly center?: readonly [lon: number, lat: number];
}

/** Outlines of administrative areas, as far as they are loaded. Rings are [lon, lat]. */
export interface AreaShapes {
  /** Multi-polygon of a country (ISO alpha-2) or of a first-level area of it, or null when it is unknown or not loaded yet. */
  readonly shape: (country: string, admin1: string | null) => AreaShape | null;
  /** Where the name of a sea stands, for sea places that give a name and no point. */
  readonly sea?: (name: string) => readonly [lon: number, lat: number] | null;
}

/** The outline of an area in degrees, its polygons and rings as in GeoJSON. */
export interface AreaShape {
  readonly name: string;
  readonly polygons: readonly (readonly (readonly (readonly [lon: number, lat: number])[])[])[];
  /** A point well inside, for tags. */
  readonly label: readonly [lon: number, lat: number];
}

/** The ground coloured by how many records it has. Its steps of colour follow from all rows of all time at one zoom. */
export interface DensityGlyphs {
  readonly kind: "hexbin" | "heat";
  /** Counts are per so many square kilometres of ground. */
  readonly unitKm2: number;
  /** Rising bounds between the steps. */
  readonly breaks: readonly number[];
  /** Hexagons in view that hold something. */
  readonly cells: readonly DensityCell[];
  /** Of a heat surface, the shapes within which it is at least at a step: one list of rings a step, from step 1. */
  readonly bands: readonly (readonly (readonly (readonly [x: number, y: number])[])[])[];
  /** Shown rows known by their area only, which are left out. */
  readonly areaOnly: number;
  /** Place in `cells` of the hexagon that a row has its point in; -1 for a row beyond the view. */
  readonly cellOf: (row: number) => number;
}

/** A hexagon of ground. */
export interface DensityCell {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly ring: readonly (readonly [x: number, y: number])[];
  readonly lon: number;
  readonly lat: number;
  /** Rows whose point is in it, however widely they are spread; certain ones and those only possibly in the window. */
  readonly count: number;
  readonly certain: number;
  readonly possible: number;
  /** Rows known worse than a hexagon counted by their shares, from here and from around: no whole number. */
  readonly expected: number;
  /** `expected` per unit of area. */
  readonly perUnit: number;
  /** Step of colour, from 0. */
  readonly step: number;
  /** Rows with their point in it, then those that are spread over it from elsewhere. Gathered when first read. */
  readonly rows: readonly number[];
  readonly selected: boolean;
  readonly hovered: boolean;
}
