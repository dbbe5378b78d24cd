/** A tag with its attributes: `#affected+killed+f`. */
export interface HxlTag {
  readonly tag: string;
  readonly attributes: readonly string[];
}

/** Part of a record that a column fills. */
export type HxlPart =
  | "id"
  | "title"
  | "category"
  | "summary"
  | "date"
  | "start"
  | "end"
  | "year"
  | "lat"
  | "lon"
  | "latLon"
  | "loc"
  | "adm1"
  | "adm2"
  | "adm3"
  | "country"
  | "countryCode"
  | "actor"
  | "figure"
  | "source"
  | "url"
  | "status";

/** Reads "#affected +killed+f"; null when a cell is no tag. */
export function readTag(cell: unknown): HxlTag | null {
  const text = String(cell ?? "")
    .trim()
    .toLowerCase()
    .replace(/\s*\+\s*/g, "+");
  const found = /^#([a-z][a-z0-9_]*)((?:\+[a-z][a-z0-9_]*)*)$/.exec(text);
  if (found === null) return null;
  return { tag: `#${found[1]}`, attributes: (found[2] ?? "").split("+").filter((attribute) => attribute !== "") };
}

/** A row of tags: at least two, and nothing else but blanks. */
export function isTagRow(cells: readonly unknown[]): boolean {
  const tags = cells.filter((cell) => readTag(cell) !== null).length;
  return tags >= 2 && cells.every((cell) => String(cell ?? "").trim() === "" || readTag(cell) !== null);
}

/**
 * What stands under each tag, most telling first: hashtag, attributes that must be there, part.
 * An attribute not named here (a language, a round) does not matter.
 */
const PARTS: readonly (readonly [tag: string, needs: readonly string[], part: HxlPart])[] = [
  ["#date", ["start"], "start"],
  ["#date", ["end"], "end"],
  ["#date", ["year"], "year"],
  ["#date", ["occurred"], "date"],
  ["#date", [], "date"],
  ["#geo", ["lat"], "lat"],
  ["#geo", ["lon"], "lon"],
  ["#geo", ["coord"], "latLon"],
  ["#loc", ["name"], "loc"],
  ["#loc", [], "loc"],
  ["#adm1", ["name"], "adm1"],
  ["#adm1", [], "adm1"],
  ["#adm2", ["name"], "adm2"],
  ["#adm2", [], "adm2"],
  ["#adm3", ["name"], "adm3"],
  ["#adm3", [], "adm3"],
  ["#country", ["code"], "countryCode"],
  ["#country", [], "country"],
  ["#event", ["id"], "id"],
  ["#meta", ["id"], "id"],
  ["#meta", ["source"], "source"],
  ["#meta", ["url"], "url"],
  ["#meta", ["link"], "url"],
  ["#event", ["name"], "title"],
  ["#event", ["type"], "category"],
  ["#event", [], "category"],
  ["#cause", [], "category"],
  ["#description", [], "summary"],
  ["#group", [], "actor"],
  ["#actor", [], "actor"],
  ["#affected", [], "figure"],
  ["#status", [], "status"],
];

/** Attributes that keep a column from being what its hashtag says: codes, identifiers, types. */
const NOT_NAMES: readonly string[] = ["code", "id", "type", "url", "num"];

/** The part that a tag fills; null when it has no place in a record and is kept under `extra`. */
export function partOf({ tag, attributes }: HxlTag): HxlPart | null {
  const found = PARTS.find(([name, needs]) => name === tag && needs.every((need) => attributes.includes(need)));
  if (found === undefined) return null;
  const isPlain = found[1].length === 0;
  if (isPlain && tag !== "#affected" && attributes.some((attribute) => NOT_NAMES.includes(attribute))) return null;
  return found[2];
}

/** What an `#affected` column counts: "killed", "killed: f, children"; plainly "affected" without attributes. */
export function measureOf({ attributes }: HxlTag): string {
  const told = attributes.filter((attribute) => !["num", "ind", "min", "max", "best"].includes(attribute));
  const [what = "affected", ...rest] = told;
  return rest.length === 0 ? what : `${what}: ${rest.join(", ")}`;
}
