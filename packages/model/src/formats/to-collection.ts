import type { Collection, Incident } from "../incident.ts";

/** Title page and sources that writers put beside the incidents; a result of `readIncidents` fits. */
export interface CollectionParts {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly language?: string | null;
  readonly license?: string | null;
  readonly attribution?: string | null;
  readonly sources?: Collection["sources"];
}

const TEXTS = ["title", "description", "language", "license", "attribution"] as const;

/**
 * A collection, ready for `JSON.stringify`. Law: reading it back gives the same incidents and sources, and no issue
 * that they did not have before.
 */
export function toCollection(incidents: readonly Incident[], parts: CollectionParts = {}): Collection {
  return { whenwhere: 1, ...collectionHead(parts), incidents };
}

/** The given texts and sources, without blanks. */
export function collectionHead(parts: CollectionParts): Omit<Collection, "whenwhere" | "incidents"> {
  const texts = TEXTS.flatMap((key) => (parts[key] ? [[key, parts[key]] as const] : []));
  const { sources } = parts;
  const hasSources = sources !== undefined && Object.keys(sources).length > 0;
  return { ...Object.fromEntries(texts), ...(hasSources ? { sources } : {}) };
}
