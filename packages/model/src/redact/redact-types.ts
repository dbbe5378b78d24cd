import type { Incident, Source } from "../incident.ts";

/**
 * What must not leave the data layer. `{}` redacts nothing but what identifies people in records with
 * `sensitivity: "personal"`.
 */
export interface RedactOptions {
  /**
   * Metres, 1 to 2,000,000. Places are drawn at the middle of their cell of a fixed grid of the Earth; no cell reaches
   * further than this from its middle. Names finer than this, geometries, and texts that could hold coordinates go.
   */
  readonly radiusM?: number;
  /**
   * Fields to leave out: `summary`, `where.name`, `extra.phone`, `actors.victim` (actors of that role),
   * `figures.killed` (that measure), ... Claims about a field go with it. Unknown names are a programmer error.
   */
  readonly fields?: readonly string[];
  /**
   * At least 2. Groups of fewer records of one place (cell), category, status and month are joined: by year, then by
   * country, then over all years, and so on until no group is smaller; what is still too few is withheld.
   */
  readonly aggregateBelow?: number;
}

/** What was redacted, in counts only. */
export interface RedactionReport {
  readonly records: { readonly before: number; readonly after: number };
  /** Places that were moved to the middle of their cell; a second place counts too. */
  readonly places: number;
  /** Records of which a text was left out or remade, because it named or located what was hidden. */
  readonly texts: number;
  /** Records that lost a field, by the name given in the options. */
  readonly fields: Readonly<Record<string, number>>;
  /** Records that lost what identifies people. */
  readonly personal: number;
  /** Records that stand in a joined one, and how many joined ones there are. */
  readonly joined: { readonly records: number; readonly into: number };
  /** Records too few to be joined. */
  readonly withheld: number;
  /** Descriptions of sources that were left out. */
  readonly sources: number;
}

/** What {@link redactIncidents} takes: a result of `readIncidents` or a collection fits. */
export interface RedactInput {
  readonly incidents: readonly Incident[];
  readonly sources?: Readonly<Record<string, Source>>;
  readonly title?: string | null;
  readonly description?: string | null;
}

/** What may be seen. */
export interface Redacted {
  readonly incidents: readonly Incident[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly title: string | null;
  readonly description: string | null;
  readonly redaction: RedactionReport;
}
