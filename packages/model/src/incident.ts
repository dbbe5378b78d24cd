/** What was said to have come of a happening. `alleged` and `planned` are not `happened`: nothing may draw them alike. */
export type Status = "happened" | "alleged" | "planned" | "cancelled" | "disputed" | "retracted";

/** All values of {@link Status}, in the order in which legends list them. */
export const STATUSES: readonly Status[] = ["happened", "disputed", "alleged", "planned", "cancelled", "retracted"];

/**
 * What the interval of a date means.
 * `within`: one moment somewhere inside. `throughout`: it fills the interval.
 * `series`: several happenings inside. `ongoing`: it was going on when it was reported.
 */
export type SpanMeaning = "within" | "throughout" | "series" | "ongoing";

/** When something happened. `edtf` is ISO 8601-2 (EDTF levels 0-2) or an ISO date-time; null or absent = no date given. */
export interface When {
  readonly edtf?: string | null;
  /** Default `within`. */
  readonly span?: SpanMeaning;
  /** IANA zone of a time of day, e.g. `Asia/Dubai`. A plain calendar day needs none. */
  readonly zone?: string | null;
  /** The source's own words for the date; views quote them beside ours, never instead. */
  readonly label?: string | null;
  /** How many happenings a `series` holds; null = several, number not given. Default 1. */
  readonly count?: number | null;
  /** True when `count` is a lower bound ("more than 20"). */
  readonly countAtLeast?: boolean;
}

/** How finely a place is known. Everything from `district` on is an area, never a point. */
export type PlacePrecision =
  | "exact"
  | "settlement"
  | "district"
  | "province"
  | "country"
  | "region"
  | "sea"
  | "line"
  | "unknown";

/** All values of {@link PlacePrecision}, finest first. */
export const PLACE_PRECISIONS: readonly PlacePrecision[] = [
  "exact",
  "settlement",
  "district",
  "province",
  "country",
  "region",
  "sea",
  "line",
  "unknown",
];

/** Where a radius comes from: the publisher measured it, its codebook states it, or we assumed it. */
export type RadiusBasis = "measured" | "codebook" | "assumed";

/** A place in the order lon, lat, WGS 84 degrees. `unknown` has no coordinates; 0,0 is never a default. */
export interface Where {
  readonly name?: string | null;
  readonly lon?: number | null;
  readonly lat?: number | null;
  /** Default: what the other fields bear out, see `placePrecision`; `unknown` keeps a place off the map. */
  readonly precision?: PlacePrecision;
  /** Metres; the whole possible place lies inside. Null = not stated. */
  readonly radiusM?: number | null;
  readonly basis?: RadiusBasis;
  /** The publisher blurred the point on purpose. */
  readonly obscured?: boolean;
  /** GeoJSON of the area or line, when it is known. */
  readonly geometry?: GeoJsonGeometry | null;
  /** First-level administrative area, by name. */
  readonly admin1?: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  /** True when the text does not name the place and the compiler concluded it. */
  readonly inferred?: boolean;
}

/** The subset of GeoJSON geometry that a record may carry. Positions are [lon, lat] degrees. */
export type GeoJsonGeometry =
  | { readonly type: "Point"; readonly coordinates: readonly number[] }
  | { readonly type: "MultiPoint" | "LineString"; readonly coordinates: readonly (readonly number[])[] }
  | { readonly type: "MultiLineString" | "Polygon"; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[] };

/** Somebody in a happening. `role` is free; usual ones: perpetrator, target, victim, claimant, speaker, organiser, participant, visitor. */
export interface Actor {
  readonly name: string;
  readonly role?: string;
}

/** How a number was arrived at. `lowest-reported`: "at least". `conventional`: a codebook's stand-in for an unknown. */
export type FigureKind = "exact" | "lowest-reported" | "conventional" | "range" | "unknown";

/** One speaker's number. Unknown is not zero: null says that the speaker gave none. */
export interface Figure {
  /** What is counted: killed, injured, displaced, homes-destroyed, troops, ... */
  readonly measure: string;
  readonly low?: number | null;
  readonly best?: number | null;
  readonly high?: number | null;
  readonly kind?: FigureKind;
  readonly by?: string;
  /** Key into the collection's `sources`. */
  readonly source?: string;
}

/** Whether the speaker says so or denies it. */
export type Stance = "asserts" | "denies";

/** One account of one field by one speaker. Rival claims stay side by side. */
export interface Claim {
  readonly id: string;
  /** Path of the field: `when`, `where`, `from`, `status`, `actors.perpetrator`, `figures.killed`, `cause`, ... */
  readonly field: string;
  /** A text, or a whole {@link When} or {@link Where} for rival dates and places. */
  readonly value: string | number | null | When | Where;
  readonly stance?: Stance;
  readonly by?: string;
  readonly source?: string;
  /** Admiralty grade: source A-F, information 1-6 (NATO AJP-2.1), e.g. `B2`. */
  readonly grade?: string;
  /** EDTF date on which it was said. */
  readonly at?: string;
}

/** Types of {@link Relation}. */
export type RelationType = "duplicateOf" | "partOf" | "follows" | "causes" | "contradicts" | "reportedIn";

/** A tie from one incident to another, by id. */
export interface Relation {
  readonly type: RelationType;
  readonly to: string;
}

/** Where a record was read: a document, a heading in it, and the first words of the sentence. */
export interface Locator {
  readonly document: string;
  readonly heading?: string;
  /** The first eight words of the sentence, enough to find it. */
  readonly starts?: string;
}

/** A publication. `published` is its own date and never an event date. */
export interface Source {
  readonly title: string;
  readonly publisher?: string;
  /** EDTF. */
  readonly published?: string | null;
  readonly url?: string | null;
  readonly archive?: string | null;
  /** BCP 47. */
  readonly language?: string;
  /** statement, report, article, post, analysis, court, ... */
  readonly kind?: string;
  /** Admiralty letter A-F. */
  readonly reliability?: string;
  /** The document through which it reached us. */
  readonly via?: Locator;
}

/** One dated, located happening, plan, threat or allegation. Only `id` and `title` are required. */
export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly category?: string;
  readonly kind?: string;
  /** Default `happened`. */
  readonly status?: Status;
  readonly when?: When;
  readonly where?: Where;
  /** A second place: launch, departure, origin. */
  readonly from?: Where;
  readonly actors?: readonly Actor[];
  readonly figures?: readonly Figure[];
  readonly claims?: readonly Claim[];
  /** Keys into the collection's `sources`. */
  readonly sources?: readonly string[];
  readonly relations?: readonly Relation[];
  readonly tags?: readonly string[];
  readonly sensitivity?: "none" | "graphic" | "personal";
  readonly locators?: readonly Locator[];
  /** A reader's note: how the date or place was resolved, what contradicts it. */
  readonly note?: string;
  /** Columns of the input that have no place in this shape, kept as they were. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** One JSON document. Its JSON Schema is `whenwhere/schema.json`. */
export interface Collection {
  /** Format version. */
  readonly whenwhere: 1;
  readonly title?: string;
  readonly description?: string;
  readonly language?: string;
  readonly license?: string;
  readonly attribution?: string;
  readonly sources?: Readonly<Record<string, Source>>;
  readonly incidents: readonly Incident[];
}
