import type { Collection, GeoJsonGeometry, Incident, When, Where } from "../incident.ts";
import { placeKind } from "../place/place-kind.ts";
import { hasPosition } from "../place/place-precision.ts";
import type { OptionForm } from "../refuse-options.ts";
import { tryParseEdtf } from "../time/parse-edtf.ts";
import { type CollectionParts, collectionHead, PARTS_FORM, refuseWriting } from "./to-collection.ts";

/** One side of a GeoJSON-T timespan. */
export interface TimespanSide {
  readonly in?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

/** Our date with GeoJSON-T timespans (Linked Places) beside it, for tools that read those. */
export interface FeatureWhen extends When {
  readonly timespans?: readonly { readonly start?: TimespanSide; readonly end?: TimespanSide }[];
}

/** An incident as a Feature. `properties` hold the record without id and date. */
export interface IncidentFeature {
  readonly type: "Feature";
  readonly id: string;
  readonly geometry: GeoJsonGeometry | null;
  readonly when?: FeatureWhen;
  readonly properties: Omit<Incident, "id" | "when">;
}

/** GeoJSON with the collection's own members. */
export interface IncidentFeatures extends Omit<Collection, "incidents"> {
  readonly type: "FeatureCollection";
  readonly features: readonly IncidentFeature[];
}

/** Options of {@link toGeoJSON}: also the title page and sources. */
export interface GeoJsonOptions extends CollectionParts {
  /**
   * What to write for a place known only as an area but with coordinates. `omit` (default): no geometry, since a point
   * would claim more than is known; `point`: the representative point, for tools that draw nothing else.
   */
  readonly representativePoints?: "omit" | "point";
}

const FORM: OptionForm<GeoJsonOptions> = { ...PARTS_FORM, representativePoints: ["omit", "point"] };

/**
 * GeoJSON with a `when` member on each dated Feature. A point is written only for a place known to a settlement or
 * better. Law: reading it back gives the same incidents and sources.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toGeoJSON(incidents: readonly Incident[], options: GeoJsonOptions = {}): IncidentFeatures {
  refuseWriting(incidents, options, { form: FORM, name: "toGeoJSON" });
  const features = incidents.map((incident): IncidentFeature => {
    const { id, when, ...properties } = incident;
    const dated = when === undefined ? {} : { when: { ...when, ...timespansOf(when) } };
    return { type: "Feature", id, geometry: geometryOf(incident.where, options), ...dated, properties };
  });
  return { type: "FeatureCollection", whenwhere: 1, ...collectionHead(options), features };
}

function geometryOf(
  where: Where | undefined,
  { representativePoints = "omit" }: GeoJsonOptions,
): GeoJsonGeometry | null {
  if (where === undefined) return null;
  if (where.geometry !== undefined && where.geometry !== null) return where.geometry;
  const asPoint = placeKind(where) === "point" || representativePoints === "point";
  return asPoint && hasPosition(where) ? { type: "Point", coordinates: [where.lon, where.lat] } : null;
}

function timespansOf(when: When): Pick<FeatureWhen, "timespans"> {
  const date = typeof when.edtf === "string" ? tryParseEdtf(when.edtf).date : null;
  if (date === null) return {};
  const first = dayText(date.startMs);
  const last = dayText(date.endMs - 1);
  if (first === null && last === null) return {};
  if ((when.span ?? "within") !== "within") {
    return {
      timespans: [
        { ...(first === null ? {} : { start: { in: first } }), ...(last === null ? {} : { end: { in: last } }) },
      ],
    };
  }
  if (first !== null && first === last) return { timespans: [{ start: { in: first } }] };
  return {
    timespans: [
      { start: { ...(first === null ? {} : { earliest: first }), ...(last === null ? {} : { latest: last }) } },
    ],
  };
}

/** A day as text; null for an open side and for years that four digits cannot write. */
function dayText(ms: number): string | null {
  if (!(ms >= -62_167_219_200_000 && ms < 253_402_300_800_000)) return null;
  return new Date(ms).toISOString().slice(0, 10);
}
