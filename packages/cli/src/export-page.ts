import { areaCountries, type Incident, type ReadResult, toCollection, toPage } from "@whenwhere/model";

/** What a page from disk is made with, beside its records. */
export interface ExportPageOptions {
  /** Text of `whenwhere.offline.js`. */
  readonly program: string;
  /** Text of `whenwhere.areas.json`: outlines of first-level areas by country. */
  readonly areas: string;
  readonly title: string;
}

/** One HTML page with program, records and attribution inside: the same that the workspace saves. */
export function exportPage(result: ReadResult, options: ExportPageOptions): string {
  const { title, description, language, license, attribution, sources } = result;
  const collection = toCollection(result.incidents, { title, description, language, license, attribution, sources });
  const { program, areas } = options;
  return toPage(collection, {
    program,
    title: options.title,
    areas: areasOf(result.incidents, JSON.parse(areas)),
  });
}

/** The outlines of the countries of which a first-level area is named. */
function areasOf(incidents: readonly Incident[], all: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const countries = [...areaCountries(incidents)].sort();
  return Object.fromEntries(countries.flatMap((iso) => (Object.hasOwn(all, iso) ? [[iso, all[iso]]] : [])));
}
