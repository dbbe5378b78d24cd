import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Collection, Incident, Locator, Where } from "@whenwhere/model";

/** The folder of the example datasets. */
export const dataFolder = path.resolve(import.meta.dirname, "../../data");

/** One dataset: its folder's name and its parsed collection. */
export interface Dataset {
  readonly folder: string;
  readonly collection: Collection;
}

/** A file of the data folder, as text. */
export function dataText(file: string): string {
  return readFileSync(path.join(dataFolder, file), "utf8");
}

/** All datasets, by name of folder. */
export function datasets(): readonly Dataset[] {
  return readdirSync(dataFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(path.join(dataFolder, entry.name)).includes("incidents.json"))
    .map((entry) => ({
      folder: entry.name,
      collection: JSON.parse(dataText(`${entry.name}/incidents.json`)) as Collection,
    }));
}

/** The joined collection. */
export function allIncidents(): Collection {
  return JSON.parse(dataText("all.json")) as Collection;
}

/** Every place of a record: its own, its second one, and those that rival accounts give. */
export function placesOf(incident: Incident): readonly Where[] {
  const rivals = (incident.claims ?? [])
    .filter((claim) => claim.field === "where" || claim.field === "from")
    .map((claim) => claim.value)
    .filter((value): value is Where => typeof value === "object" && value !== null);
  return [incident.where, incident.from, ...rivals].filter((place): place is Where => place !== undefined);
}

/** Every EDTF text of a record, with the path that names it. */
export function datesOf(incident: Incident): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  if (incident.when?.edtf) found.push(["when", incident.when.edtf]);
  for (const claim of incident.claims ?? []) {
    if (claim.at !== undefined) found.push([`${claim.id}.at`, claim.at]);
    const value = claim.field === "when" ? claim.value : null;
    if (typeof value === "object" && value !== null && "edtf" in value && value.edtf)
      found.push([claim.id, value.edtf]);
  }
  return found;
}

/** Every text of ours in a record or collection: not names of sources, addresses, or the words that a locator quotes. */
export function ownTexts(value: unknown, at = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[at, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "locators" || (key === "sources" && !Array.isArray(inner)) ? [] : ownTexts(inner, `${at}/${key}`),
  );
}

/** All locators of a collection's records and sources, each with the id or key that carries it. */
export function locatorsOf(collection: Collection): readonly (readonly [string, Locator])[] {
  const ofSources = Object.entries(collection.sources ?? {}).flatMap(([key, source]) =>
    source.via ? [[key, source.via] as const] : [],
  );
  const ofIncidents = collection.incidents.flatMap((incident) =>
    (incident.locators ?? []).map((locator) => [incident.id, locator] as const),
  );
  return [...ofSources, ...ofIncidents];
}
