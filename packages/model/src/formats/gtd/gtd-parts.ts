import type { Actor, Claim, Figure, Where } from "../../incident.ts";
import type { RecordSink } from "../../read/reader.ts";
import { valueText } from "../../value-text.ts";
import type { PresetCountry } from "../preset-country.ts";
import { presetDegrees } from "../preset-degrees.ts";
import { given, type PresetRow, plainNumber } from "../preset-table.ts";
import { FIGURES, NO_TEXT, SENTINELS, SPECIFICITY, VICINITY, VICINITY_RADIUS_M, YES_NO } from "./gtd-codes.ts";

/** A text that is not one of the words for nothing. */
export function known(row: PresetRow, name: string): string | undefined {
  const text = row.text(name);
  return text === undefined || NO_TEXT.test(text) ? undefined : text;
}

/** The place of an attack: as wide as `specificity` says; near a city, 25 km around it are assumed. */
export function gtdWhere(row: PresetRow, country: PresetCountry): Where | undefined {
  const precision = row.coded(SPECIFICITY, "specificity");
  const near = row.coded(VICINITY, "vicinity") === "near" && precision === "settlement";
  const admin1 = known(row, "provstate");
  const name =
    precision === "country" ? row.text("country_txt") : precision === "province" ? admin1 : known(row, "city");
  const where = given({
    name: name ?? admin1 ?? row.text("country_txt"),
    ...(precision === "country" ? {} : position(row)),
    precision,
    radiusM: near ? VICINITY_RADIUS_M : undefined,
    basis: near ? "assumed" : undefined,
    admin1,
    country: country(row.text("country_txt")),
  });
  return Object.keys(where).length === 0 ? undefined : (where as Where);
}

function position(row: PresetRow): Pick<Where, "lon" | "lat"> {
  const lon = presetDegrees(row, "longitude");
  const lat = presetDegrees(row, "latitude");
  return { ...(lon === undefined ? {} : { lon }), ...(lat === undefined ? {} : { lat }) };
}

const GROUPS = [
  ["gname", "guncertain1", "claimed"],
  ["gname2", "guncertain2", "claim2"],
  ["gname3", "guncertain3", "claim3"],
] as const;

/** Who did it, and who says so. A group that is only suspected is a claim and no perpetrator. */
export function attribution(row: PresetRow): { readonly actors: readonly Actor[]; readonly claims: readonly Claim[] } {
  const actors: Actor[] = [];
  const claims: Claim[] = [];
  for (const [nameColumn, doubtColumn, claimColumn] of GROUPS) {
    const name = known(row, nameColumn);
    const doubt = row.coded(YES_NO, doubtColumn);
    const claimed = row.coded(YES_NO, claimColumn);
    if (name === undefined) continue;
    const claim = { id: nameColumn, field: "actors.perpetrator", value: name, stance: "asserts" } as const;
    if (doubt === "yes") claims.push({ ...claim, by: "speculation or dubious claims, after GTD" });
    else actors.push({ name, role: "perpetrator" });
    if (claimed === "yes") {
      claims.push({ ...claim, id: claimColumn, by: name });
      actors.push({ name, role: "claimant" });
    }
  }
  for (const column of ["target1", "target2", "target3"]) {
    const name = known(row, column);
    if (name !== undefined) actors.push({ name, role: "target" });
  }
  return { actors, claims };
}

/** Counts; blank and the stand-ins are unknown, which is not zero. Totals of several incidents were once split. */
export function gtdFigures(row: PresetRow, onSentinel: () => void): readonly Figure[] {
  return FIGURES.flatMap(([column, measure]): Figure[] => {
    const code = row.code(column);
    if (code === undefined) return [];
    if (SENTINELS.has(code)) {
      onSentinel();
      return [{ measure, best: null, kind: "unknown" }];
    }
    const value = plainNumber(code);
    if (value === undefined || value < 0) {
      const message = `"${column}" is ${valueText(code)}, which is no count; it stays unknown.`;
      row.note({ code: "figure/not-a-number", field: column, value: code, message });
      return [];
    }
    return [Number.isInteger(value) ? { measure, best: value } : { measure, best: value, kind: "conventional" }];
  });
}

/** Citations in free text. */
export function gtdSources(row: PresetRow, sink: RecordSink): readonly string[] {
  const keys = ["scite1", "scite2", "scite3"].flatMap((column) => row.text(column)?.replace(/^"+|"+$/g, "") || []);
  for (const key of keys) sink.source(key, { title: key });
  return [...new Set(keys)];
}
