import type { Actor, Figure, Where } from "../../incident.ts";
import type { RecordSink } from "../../read/reader.ts";
import { valueText } from "../../value-text.ts";
import type { PresetCountry } from "../preset-country.ts";
import { presetDegrees } from "../preset-degrees.ts";
import { given, listOf, type PresetRow } from "../preset-table.ts";
import { CONVENTIONAL, GEO_PRECISION, interactionName, interName, VAGUE_COUNT } from "./acled-codes.ts";

/** The place of an event. Code 3 is a larger region: its point is a natural place or the provincial capital. */
export function acledWhere(row: PresetRow, country: PresetCountry): Where | undefined {
  const known = row.coded(GEO_PRECISION, "geo_precision");
  const admin1 = row.text("admin1");
  const isRegion = known?.precision === "province";
  const where = given({
    // The capital's name would say more than the code does.
    name: isRegion ? (admin1 ?? row.text("location")) : row.text("location"),
    lon: presetDegrees(row, "longitude"),
    lat: presetDegrees(row, "latitude"),
    precision: isRegion && admin1 === undefined ? "region" : known?.precision,
    radiusM: known?.radiusM,
    basis: known?.radiusM === undefined ? undefined : "assumed",
    admin1,
    country: country(row.text("country")),
  });
  return Object.keys(where).length === 0 ? undefined : (where as Where);
}

/** Both sides and those who were with them. `actor1` is not the attacker: nobody's part is said. */
export function acledActors(row: PresetRow): readonly Actor[] {
  const names = [row.text("actor1"), row.text("actor2")].filter((name) => name !== undefined);
  const others = [...listOf(row.text("assoc_actor_1")), ...listOf(row.text("assoc_actor_2"))];
  return [
    ...names.map((name) => ({ name, role: "participant" })),
    ...others.map((name) => ({ name, role: "associate" })),
  ];
}

/** Kinds of the actors in one vocabulary, whichever of the three the file uses. */
export function acledKinds(row: PresetRow): Readonly<Record<string, string>> {
  const kinds: Record<string, string> = {};
  for (const column of ["inter1", "inter2", "interaction"] as const) {
    const value = row.text(column);
    if (value === undefined) continue;
    const name = column === "interaction" ? interactionName(value) : interName(value);
    if (name === undefined) {
      const message = `"${column}" is ${valueText(value)}, which is in none of ACLED's vocabularies; it was kept as it is.`;
      row.note({ code: "field/code", field: column, value, message, changes: false });
    }
    if (name !== "none") kinds[column] = name ?? value;
  }
  return kinds;
}

/** Deaths: the lowest number reported; 0 says that none were reported, which is not that nobody died. */
export function acledFigures(row: PresetRow): readonly Figure[] {
  const dead = row.number("fatalities");
  if (dead === undefined) return [];
  if (dead === 0) return [{ measure: "killed", low: 0, best: null, high: null, kind: "unknown" }];
  const notes = row.text("notes") ?? "";
  const vague = CONVENTIONAL.has(dead) && VAGUE_COUNT.test(notes);
  return [{ measure: "killed", low: dead, best: dead, kind: vague ? "conventional" : "lowest-reported" }];
}

/** Names of sources; each is a source of the collection. */
export function acledSources(row: PresetRow, sink: RecordSink): readonly string[] {
  const names = listOf(row.text("source"));
  for (const name of names) sink.source(name, { title: name });
  return names;
}

/** `crowd size=large; women targeted: ...`, and in older rows `[size=...]` at the end of the notes. */
export function acledTags(row: PresetRow): readonly string[] {
  const size = /\[size\s*=\s*([^\]]{1,120})\]\s*$/i.exec(row.text("notes")?.slice(-160) ?? "")?.[1]?.trim();
  const tags = listOf(row.text("tags"));
  if (size !== undefined && !tags.some((tag) => /^(?:crowd )?size\s*=/i.test(tag)))
    return [...tags, `crowd size=${size}`];
  return tags;
}
