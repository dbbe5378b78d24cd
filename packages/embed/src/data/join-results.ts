import { type Incident, type Issue, mergeIncidents, placeKind, type ReadResult } from "@whenwhere/model";

/** What was read of one input, and how messages call it. */
export interface NamedResult {
  readonly name: string;
  readonly result: ReadResult;
}

/** The records of one of several inputs, by their ids in the whole. */
export interface JoinedPart {
  readonly title: string;
  readonly incidents: readonly { readonly id: string }[];
}

/** One result of several, and which of its records came from which. */
export interface JoinedResult extends ReadResult {
  readonly parts: readonly JoinedPart[];
}

/** Publishers whose ids stay: the same id in a later file is a newer state of the same record. */
const STEADY_IDS: ReadonlySet<string> = new Set(["acled", "ucdp-ged", "gtd", "gdelt", "usgs", "atlos", "bellingcat"]);

/**
 * One result of several. Records of one publisher are brought up to date by their ids; in all other files an id says
 * nothing beyond its file, so that a second record of the same id gets one of its own. Issues begin with the name of
 * their file. Law: kept + rejected = read, over all files; every record is in a part.
 */
export function joinResults(results: readonly NamedResult[]): JoinedResult {
  const [first, ...rest] = results;
  if (first === undefined) throw new TypeError("joinResults needs at least one result.");
  const whole: JoinedResult = { ...first.result, parts: [partOf(first, first.result.incidents)] };
  if (rest.length === 0) return whole;
  const joined = rest.reduce(joinTwo, { ...whole, ...withName(first) });
  return { ...joined, ...aboutAll(results) };
}

/** So many titles stand in the title of the whole; of the others their number. */
const MOST_TITLES = 3;

/** What the whole is called, and what is said of each part under its own name: none of them speaks for all. */
function aboutAll(results: readonly NamedResult[]): Pick<ReadResult, "title" | "description"> {
  const titles = [...new Set(results.flatMap(({ result }) => result.title ?? []))];
  const more = titles.length > MOST_TITLES ? [`+${titles.length - MOST_TITLES}`] : [];
  const said = results.filter(({ result }) => result.description);
  const texts = said.map((one) => `${partOf(one, []).title}: ${one.result.description}`);
  const alone = said.length === 1 && titles.length === 1 ? said[0]?.result.description : undefined;
  return {
    title: titles.length === 0 ? null : [...titles.slice(0, MOST_TITLES), ...more].join(" · "),
    description: alone ?? (texts.length === 0 ? null : texts.join("\n\n")),
  };
}

function partOf({ name, result }: NamedResult, incidents: JoinedPart["incidents"]): JoinedPart {
  return { title: result.title || name.slice(name.lastIndexOf("/") + 1) || name, incidents };
}

function joinTwo(base: JoinedResult, next: NamedResult): JoinedResult {
  const { name, result } = next;
  const named = withName({ name, result });
  const { format } = result.report;
  const isSeries = STEADY_IDS.has(format) && base.report.format === format;
  const before = base.incidents.length + result.incidents.length;
  const { incidents, own, note } = isSeries ? upToDate(base, named, name) : sideBySide(base, named, name);
  const issues = [...base.issues, ...named.issues, ...note];
  const [a, b] = [base.report.rows, result.report.rows];
  const gone = before - incidents.length;
  const rows = {
    read: a.read + b.read,
    kept: a.kept + b.kept - gone,
    changed: Math.min(a.changed + b.changed, incidents.length),
    undated: incidents.filter(({ when }) => when?.edtf === undefined || when.edtf === null).length,
    unplaced: incidents.filter(({ where }) => placeKind(where) === "none").length,
    rejected: a.rejected + b.rejected + gone,
  };
  const both = (key: "format" | "encoding"): string =>
    [...new Set([...base.report[key].split(", "), named.report[key]])].join(", ");
  return {
    ...base,
    parts: [...base.parts, partOf(next, own)],
    incidents,
    sources: { ...base.sources, ...result.sources },
    issues,
    report: { ...base.report, format: both("format"), encoding: both("encoding"), rows, issues },
    // Texts in two languages have none in common.
    language: base.language === result.language ? base.language : null,
    attribution: joinedText(base.attribution, result.attribution),
    license: joinedText(base.license, result.license),
  };
}

function joinedText(a: string | null, b: string | null): string | null {
  return a === null || b === null || a === b ? (a ?? b) : `${a}; ${b}`;
}

function withName({ name, result }: NamedResult): ReadResult {
  const issues = result.issues.map((issue): Issue => ({ ...issue, message: `${name}: ${issue.message}` }));
  return { ...result, issues, report: { ...result.report, issues } };
}

interface Joined {
  readonly incidents: readonly Incident[];
  /** Those of the later input, under the ids that they have in the whole. */
  readonly own: readonly { readonly id: string }[];
  readonly note: readonly Issue[];
}

function upToDate(base: ReadResult, update: ReadResult, name: string): Joined {
  const { incidents, changes } = mergeIncidents(base, update);
  const twice = base.incidents.length + update.incidents.length - incidents.length;
  const message = `${name}: ${twice} records stand in another file too (${changes.changed.length} with another content); the newest of each was kept.`;
  return { incidents, own: update.incidents, note: twice === 0 ? [] : [noteOf("record/superseded", twice, message)] };
}

function sideBySide(base: ReadResult, more: ReadResult, name: string): Joined {
  const taken = new Map(base.incidents.map((incident) => [incident.id, incident]));
  const added: Incident[] = [];
  const owned: { readonly id: string }[] = [];
  let same = 0;
  let renamed = 0;
  for (const incident of more.incidents) {
    const other = taken.get(incident.id);
    if (other !== undefined && JSON.stringify(other) === JSON.stringify(incident)) {
      same++;
      owned.push(incident);
      continue;
    }
    const id = other === undefined ? incident.id : freeId(incident.id, taken);
    if (other !== undefined) renamed++;
    const own = id === incident.id ? incident : { ...incident, id };
    taken.set(id, own);
    added.push(own);
    owned.push(own);
  }
  const again = `${name}: ${same} records repeat those of another file exactly.`;
  const suffix = `${name}: ${renamed} ids belong to records of another file; a suffix was added.`;
  return {
    incidents: [...base.incidents, ...added],
    own: owned,
    note: [
      ...(same === 0 ? [] : [noteOf("record/duplicate", same, again)]),
      ...(renamed === 0 ? [] : [noteOf("record/duplicate-id", renamed, suffix)]),
    ],
  };
}

function freeId(id: string, taken: ReadonlyMap<string, Incident>): string {
  let n = 2;
  while (taken.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}

function noteOf(code: string, value: number, message: string): Issue {
  const hint = "Open the files one by one to see each of them whole.";
  return { code, severity: "info", row: null, field: null, value, message, hint };
}
