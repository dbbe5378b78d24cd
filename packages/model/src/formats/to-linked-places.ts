import type { Incident, Source, When } from "../incident.ts";
import type { Issue } from "../issues.ts";
import { placeKind } from "../place/place-kind.ts";
import { hasPosition } from "../place/place-precision.ts";
import { dayText } from "../time/day-text.ts";
import { tryParseEdtf } from "../time/parse-edtf.ts";
import { spansOfWhen } from "../time/spans-of-when.ts";
import { dateWindow, hasShortYears } from "./date-window.ts";
import { whenOfTimespans } from "./linked-places/timespans.ts";
import { type CollectionParts, PARTS_FORM, refuseWriting } from "./to-collection.ts";
import type { TimespanSide } from "./to-geojson.ts";
import { type CarriedHead, headNotCarried, notCarried, type WrittenText, writeIssue } from "./written.ts";

interface Timespan {
  readonly start?: TimespanSide;
  readonly end?: TimespanSide;
}

const CONTEXT =
  "https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.1.jsonld";

const CARRIED: ReadonlySet<string> = new Set(
  "id title summary category tags sources when.edtf when.span when.label where.name where.lon where.lat where.geometry where.country".split(
    " ",
  ),
);

const HEAD = ["title", "description", "license", "attribution"] as const;
const CARRIED_HEAD: CarriedHead = { format: "Linked Places", carried: HEAD, ofSources: ["title", "url"] };

/**
 * Linked Places (GeoJSON-T 1.3), for tools of historical geography.
 *
 * Law: what the `linkedPlaces` reader makes of the text has the same ids, titles, texts, points and geometries, and each
 * date touches and surely covers the same instants, or an issue says so. Areas known only by a representative point get
 * no geometry. Needs no network: the context is only named.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toLinkedPlaces(incidents: readonly Incident[], parts: CollectionParts = {}): WrittenText {
  refuseWriting(incidents, parts, { form: PARTS_FORM, name: "toLinkedPlaces" });
  const issues: Issue[] = [...headNotCarried(parts, CARRIED_HEAD)];
  const features = incidents.map((incident, i) => {
    issues.push(...lossesOf(incident, i + 1));
    return featureOf(incident, parts.sources ?? {});
  });
  const about = Object.fromEntries(HEAD.flatMap((key) => (parts[key] ? [[key, parts[key]]] : [])));
  const citation = Object.keys(about).length === 0 ? {} : { citation: about };
  const document = { type: "FeatureCollection", "@context": CONTEXT, ...citation, features };
  return { text: `${JSON.stringify(document, null, 2)}\n`, issues };
}

function lossesOf(incident: Incident, row: number): readonly Issue[] {
  const issues = [...notCarried(incident, row, { format: "Linked Places", carried: CARRIED })];
  const { when, where } = incident;
  if (when !== undefined && !sameSpans(when, whenMember(when))) {
    const message = `Linked Places cannot say the date ${when.edtf} exactly; it was written as timespans around it.`;
    issues.push(writeIssue("write/approximated", row, { field: "when.edtf", value: when.edtf, message }));
  }
  if (where !== undefined && where.geometry == null && hasPosition(where) && placeKind(where) === "area") {
    const message = "The place is an area; its representative point was not written, since it would claim more.";
    issues.push(writeIssue("write/not-carried", row, { field: "where.lon", value: null, message }));
  }
  return issues;
}

/** Whether a date comes back from timespans with the same spans and meaning. */
function sameSpans(when: When, member: unknown): boolean {
  if (typeof when.edtf === "string" && tryParseEdtf(when.edtf).date === null) return false;
  const back = whenOfTimespans(member).when;
  const [a, b] = [spansOfWhen({ ...when, zone: null }).spans, spansOfWhen(back).spans];
  const keys = ["outerStartMs", "outerEndMs", "coreStartMs", "coreEndMs"] as const;
  const sameMeaning = when.edtf == null || (when.span ?? "within") === (back?.span ?? "within");
  return sameMeaning && keys.every((key) => Object.is(a[key], b[key]));
}

function featureOf(incident: Incident, sources: Readonly<Record<string, Source>>): unknown {
  const { id, title, summary, category, tags = [], when, where } = incident;
  const types = [category, ...tags].filter((label) => label !== undefined).map((label) => ({ label }));
  const country = where?.country ? { ccodes: [where.country] } : {};
  const citations = (incident.sources ?? []).map((key) => citationOf(key, sources[key]));
  return {
    "@id": id,
    type: "Feature",
    properties: { title, ...country },
    ...(when === undefined ? {} : { when: whenMember(when) }),
    names: [{ toponym: where?.name?.trim() || title }],
    ...(types.length === 0 ? {} : { types }),
    geometry: geometryOf(incident),
    ...(summary === undefined ? {} : { descriptions: [{ value: summary }] }),
    ...(citations.length === 0 ? {} : { citations }),
  };
}

function citationOf(key: string, source: Source | undefined): unknown {
  const url = source?.url ?? (/^https?:\/\//.test(key) ? key : undefined);
  return { label: source?.title ?? key, ...(url ? { "@id": url } : {}) };
}

function geometryOf({ where }: Incident): unknown {
  if (where === undefined) return null;
  if (where.geometry) return where.geometry;
  return placeKind(where) === "point" && hasPosition(where)
    ? { type: "Point", coordinates: [where.lon, where.lat] }
    : null;
}

/** A `when` member: timespans, our words as its label, doubt as its certainty. */
function whenMember(when: When): unknown {
  const label = when.label ? { label: when.label } : {};
  const date = typeof when.edtf === "string" ? tryParseEdtf(when.edtf).date : null;
  if (date === null) return label;
  const members = date.choice === "all" && when.span === "series" ? date.members.map(({ text }) => text) : [date.text];
  const timespans = members.flatMap((text) => timespanOf(plainText(text), when) ?? []);
  const certainty = date.uncertain ? { certainty: "uncertain" } : date.approximate ? { certainty: "less-certain" } : {};
  return { ...(timespans.length === 0 ? {} : { timespans }), ...certainty, ...label };
}

/** The date without its marks, which stand in `certainty`. */
function plainText(edtf: string): string {
  return edtf.replace(/[?~%]/g, "");
}

function timespanOf(edtf: string, when: When): Timespan | null {
  const window = dateWindow({ ...when, edtf });
  if (window === null) return null;
  const { date, firstDay, lastDay } = window;
  const fills = when.span !== undefined && when.span !== "within" && !(when.span === "series" && date.kind === "date");
  if (date.kind === "date" && !date.unspecified && date.groupCode === null) {
    return fills ? { start: { in: edtf }, end: { in: edtf } } : { start: { in: edtf } };
  }
  if (!hasShortYears(window)) return null;
  const first = sideText(edtf, 0) ?? (firstDay === null ? null : dayText(firstDay));
  const last = sideText(edtf, 1) ?? (lastDay === null ? null : dayText(lastDay));
  if (fills)
    return { ...(first === null ? {} : { start: { in: first } }), ...(last === null ? {} : { end: { in: last } }) };
  return { start: { ...(first === null ? {} : { earliest: first }), ...(last === null ? {} : { latest: last }) } };
}

/** A stated side of an interval as it is written, so that a month stays a month; null when it is none. */
function sideText(edtf: string, index: 0 | 1): string | null {
  const side = edtf.split("/")[index];
  return edtf.includes("/") && side !== undefined && /^-?\d{4}(-(0\d|1[0-2])(-\d{2}(T.*)?)?)?$/.test(side)
    ? side
    : null;
}
