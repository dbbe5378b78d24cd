import { WhenWhereError } from "../errors.ts";
import { HEAD_TEXTS } from "../head-texts.ts";
import type { Collection, Incident } from "../incident.ts";
import { nearestName } from "../nearest-name.ts";
import { type OptionForm, refuseOptions } from "../refuse-options.ts";

/** Title page and sources that writers put beside the incidents; a result of `readIncidents` fits. */
export interface CollectionParts {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly language?: string | null;
  readonly license?: string | null;
  readonly attribution?: string | null;
  readonly sources?: Collection["sources"];
}

/** The parts by name. */
export const PARTS_FORM: OptionForm<CollectionParts> = {
  title: "any",
  description: "any",
  language: "any",
  license: "any",
  attribution: "any",
  sources: "any",
};

/** Who writes, and the options that it has. */
interface Writing<Parts extends object> {
  readonly form: OptionForm<Parts>;
  readonly name: string;
}

/**
 * Refuses what is no list of records, and parts that a writer does not know. What was read may be given as parts as it stands, with
 * its records and its report: of that only a name near to one of the parts is refused, since the others are data.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function refuseWriting<Parts extends object>(
  incidents: readonly Incident[] | null,
  parts: Parts,
  { form, name }: Writing<Parts>,
): void {
  if (incidents !== null && !Array.isArray(incidents)) {
    const given: unknown = incidents;
    const found = typeof given === "object" ? "an object" : String(given);
    const remedy = Object.hasOwn(Object(given), "incidents") ? "Give its `incidents`." : "Give a list of incidents.";
    throw new WhenWhereError("write/input", `${name} got ${found}, not records.`, remedy);
  }
  const isRead = Object(parts) === parts && ("incidents" in parts || "report" in parts);
  const isNear = ([part]: readonly [string, unknown]): boolean => nearestName(part, Object.keys(form)) !== null;
  const meant = isRead ? (Object.fromEntries(Object.entries(parts).filter(isNear)) as Parts) : parts;
  refuseOptions(meant, form, { code: "write", name });
}

/**
 * A collection, ready for `JSON.stringify`. Law: reading it back gives the same incidents and sources, and no issue
 * that they did not have before.
 * @throws WhenWhereError `write/input`, `write/option-unknown`.
 */
export function toCollection(incidents: readonly Incident[], parts: CollectionParts = {}): Collection {
  refuseWriting(incidents, parts, { form: PARTS_FORM, name: "toCollection" });
  return { whenwhere: 1, ...collectionHead(parts), incidents };
}

/** The given texts and sources, without blanks. */
export function collectionHead(parts: CollectionParts): Omit<Collection, "whenwhere" | "incidents"> {
  const texts = HEAD_TEXTS.flatMap((key) => (parts[key] ? [[key, parts[key]] as const] : []));
  const { sources } = parts;
  const hasSources = sources !== undefined && Object.keys(sources).length > 0;
  return { ...Object.fromEntries(texts), ...(hasSources ? { sources } : {}) };
}
