import type { Issue, MergeChanges, RedactionReport } from "@whenwhere/model";

const IDS_SHOWN = 10;

/** What later files changed, by id, as text for people. */
export function changesText(changes: MergeChanges): string {
  const { added, changed, removed, outdated, idle, same } = changes;
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["added", added],
    ["changed", changed],
    ["removed", removed],
    ["left out, older than what was there", outdated],
    ["deletions without effect", idle],
  ];
  const said = lines
    .filter(([, ids]) => ids.length > 0)
    .map(([words, ids]) => `  ${count(ids.length)} ${words}: ${some(ids)}`);
  return `What changed: ${count(same)} ${same === 1 ? "record" : "records"} stayed\n${said.map((line) => `${line}\n`).join("")}`;
}

/** What was redacted, in counts. */
export function redactionText({
  records,
  places,
  texts,
  fields,
  personal,
  joined,
  withheld,
  sources,
}: RedactionReport): string {
  const parts: readonly (readonly [number, string])[] = [
    [places, "places moved to the grid"],
    [texts, "records with texts left out"],
    ...Object.entries(fields).map(([field, n]) => [n, `without ${field}`] as const),
    [personal, "about persons"],
    [joined.records, `joined into ${count(joined.into)}`],
    [withheld, "withheld"],
    [sources, "sources left out"],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${count(n)} ${words}`);
  return `Redacted: ${[`${count(records.before)} records became ${count(records.after)}`, ...said].join(", ")}\n`;
}

/** What a format could not carry, grouped by what it is. */
export function lossesText(issues: readonly Issue[]): string {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.field ?? ""}`.trim();
    groups.set(key, [...(groups.get(key) ?? []), issue]);
  }
  return [...groups]
    .map(([key, group]) => `${key} (${count(group.length)}): ${group[0]?.message} ${group[0]?.hint}\n`)
    .join("");
}

function some(ids: readonly string[]): string {
  const rest = ids.length - IDS_SHOWN;
  return `${ids.slice(0, IDS_SHOWN).join(", ")}${rest > 0 ? ` and ${count(rest)} more` : ""}`;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}
