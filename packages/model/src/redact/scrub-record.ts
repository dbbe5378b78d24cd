import type { Incident } from "../incident.ts";
import type { HiddenValues } from "./hidden-values.ts";
import type { StrippedRecord } from "./redact-record.ts";

/** Not texts of the publisher: dates, codes, and places that are on the grid already. */
const PLAIN: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ..."id title where from edtf span precision status sensitivity stance basis to".split(" "),
]);

/** Parts that a list item cannot be without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  actors: ["name"],
  figures: ["measure"],
  claims: ["id", "field", "value"],
  relations: ["type", "to"],
  locators: ["document"],
};

/** A record whose texts tell nothing hidden, and whether any had to go. A title that does is made anew. */
export function scrubRecord(
  { incident, own }: StrippedRecord,
  hidden: HiddenValues,
): { readonly incident: Incident; readonly lost: boolean } {
  let lost = false;
  const tells = (text: string): boolean => {
    const told = hidden.tells(text, own);
    if (told) lost = true;
    return told;
  };
  const clean = scrubbed(incident, "", tells) as Incident;
  const isUntitled = incident.title === "" || tells(incident.title);
  return { incident: isUntitled ? { ...clean, title: titleOf(clean) } : clean, lost };
}

/** The value without texts for which `tells` holds; undefined when nothing may stay of it. */
function scrubbed(value: unknown, key: string, tells: (text: string) => boolean): unknown {
  if (typeof value === "string") return PLAIN.has(key) || !tells(value) ? value : undefined;
  if (typeof value !== "object" || value === null || key === "where" || key === "from") return value;
  if (Array.isArray(value)) {
    const kept = value.map((item) => scrubbed(item, key, tells)).filter((item) => item !== undefined);
    return kept.filter((item) => (REQUIRED[key] ?? []).every((part) => part in (item as object)));
  }
  const parts: [string, unknown][] = [];
  for (const [name, inner] of Object.entries(value)) {
    // A name inside a list item is a text, whatever it is called.
    const next = scrubbed(inner, key === "" ? name : name === "id" || name === "title" ? "text" : name, tells);
    if (next !== undefined && !(key === "extra" && tells(name))) parts.push([name, next]);
  }
  return Object.fromEntries(parts);
}

function titleOf({ kind, category, where }: Incident): string {
  const place = where?.name ?? where?.admin1 ?? where?.country;
  return [kind ?? category ?? "Incident", place].filter((part) => part).join(", ");
}
