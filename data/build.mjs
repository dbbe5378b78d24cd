// Joins the folders into all.json, lists them in index.json and lays the schema beside them: `node data/build.mjs`.
// The outputs are committed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = import.meta.dirname;
const schemaFile = path.join(here, "../packages/model/src/schema/collection.schema.json");

/** The three datasets of the front page come first, the others follow by name. */
const FIRST = ["cabo-delgado-attacks", "abu-dhabi-uav-strike", "xinjiang-drills"];

/** Folders that hold a collection, in the order of the index. */
export function folders() {
  const found = readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(path.join(here, entry.name)).includes("incidents.json"))
    .map((entry) => entry.name)
    .sort();
  return [...FIRST, ...found.filter((name) => !FIRST.includes(name))];
}

/** One folder's collection, parsed. */
export function collection(folder) {
  return JSON.parse(readFileSync(path.join(here, folder, "incidents.json"), "utf8"));
}

/** Adds `value` under `key`; the same key may come again from another folder, but only with the same content. */
function addOnce(map, key, value, folder) {
  const text = JSON.stringify(value);
  const known = map.get(key);
  if (known === undefined) map.set(key, { text, value, folder });
  else if (known.text !== text) {
    throw new Error(`"${key}" differs between ${known.folder} and ${folder}: make both copies equal.`);
  }
}

/** All folders as one collection in which each happening stands once. */
export function joinAll(names = folders()) {
  const sources = new Map();
  const incidents = new Map();
  for (const folder of names) {
    const part = collection(folder);
    for (const [key, source] of Object.entries(part.sources ?? {})) addOnce(sources, key, source, folder);
    for (const incident of part.incidents) addOnce(incidents, incident.id, incident, folder);
  }
  const { license, attribution } = collection(names[0]);
  return {
    $schema: "./schema.json",
    whenwhere: 1,
    title: "All happenings of the two documents",
    description:
      "What two documents tell of attacks, arrests, exercises, meetings and plans from about 1900 to 2025, from Mozambique to Xinjiang. Known: what the documents state outright, most of it meetings, movements of forces and attacks. Alleged: nearly a quarter of the records, such as charges by prosecutors, claims by armed groups and guesses about a weapon, each with its speaker. Not known: the exact day of most records, the place of about a third, and whether plans and threats were carried out.",
    language: "en",
    license,
    attribution,
    sources: Object.fromEntries([...sources].map(([key, { value }]) => [key, value])),
    incidents: [...incidents.values()].map(({ value }) => value),
  };
}

/** Years that an EDTF text names, digits unspecified by X taken at both ends; open sides name none. */
function years(edtf) {
  return [...edtf.matchAll(/(?:^|[[{/.,])(\d{2}[\dX]{2})(?!\d)/g)].flatMap(([, year]) => [
    Number(year.replaceAll("X", "0")),
    Number(year.replaceAll("X", "9")),
  ]);
}

/** West, south, east, north in degrees of the given places, without their radii; null when none has coordinates. */
function boxOf(places) {
  const lons = places.map((place) => place.lon);
  const lats = places.map((place) => place.lat);
  return places.length === 0 ? null : [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

function tally(values) {
  const counts = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/** Title, description and counts of one collection, for a list to choose from. */
export function summarize(folder, { title, description, incidents, sources }) {
  const named = incidents.flatMap((incident) => (incident.when?.edtf ? years(incident.when.edtf) : []));
  const placed = incidents.map((incident) => incident.where).filter((where) => typeof where?.lon === "number");
  return {
    folder,
    file: folder === null ? "all.json" : `${folder}/incidents.json`,
    title,
    description,
    records: incidents.length,
    status: tally(incidents.map((incident) => incident.status ?? "happened")),
    category: tally(incidents.map((incident) => incident.category ?? "other")),
    undated: incidents.filter((incident) => !incident.when?.edtf).length,
    unplaced: incidents.length - placed.length,
    sources: Object.keys(sources ?? {}).length,
    span: named.length === 0 ? null : { first: String(Math.min(...named)), last: String(Math.max(...named)) },
    bbox: boxOf(placed),
  };
}

/** The outputs as the texts that belong into the files. */
export function outputs() {
  const names = folders();
  const all = joinAll(names);
  const index = {
    title: "whenwhere example datasets",
    license: "CC0-1.0",
    note: "Counts of the datasets add up to more than those of all.json, since a happening may belong to two of them.",
    all: summarize(null, all),
    datasets: names.map((folder) => summarize(folder, collection(folder))),
  };
  return {
    "all.json": `${JSON.stringify(all, null, 1)}\n`,
    "index.json": `${JSON.stringify(index, null, 2)}\n`,
    "schema.json": readFileSync(schemaFile, "utf8"),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(outputs())) writeFileSync(path.join(here, name), text);
}
