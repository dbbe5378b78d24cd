import type { Incident, Source } from "../incident.ts";
import { createHiddenValues, type HiddenValues } from "./hidden-values.ts";
import { joinSmallGroups } from "./join-small-groups.ts";
import { placeGrid } from "./place-grid.ts";
import { checkRedactOptions } from "./redact-options.ts";
import { type RecordRules, type StrippedRecord, stripRecord } from "./redact-record.ts";
import type { Redacted, RedactInput, RedactOptions } from "./redact-types.ts";
import { scrubRecord } from "./scrub-record.ts";

/** A person's place is never shown finer than this, whatever the options say. */
const PERSONAL_M = 5_000;

/**
 * What of a collection may be seen, before any page, address, tile or file can hold the rest.
 *
 * Laws. A drawn position is the middle of a cell of a fixed grid and depends on nothing else; its radius covers all that
 * the place covered; `obscured` is true. Hidden names and coordinates stand in no text, id, tag, claim or source of the
 * answer: texts that hold them go, titles are made anew from kind, category and area. Records with `sensitivity:
 * "personal"` lose people, texts, sources and everything finer than a settlement. No group smaller than
 * `aggregateBelow` is seen. The report holds counts only. What a summary tells in other words than the hidden ones
 * cannot be found: leave out `summary` where that matters.
 *
 * Cost: linear in the text. The input is not changed.
 * @throws WhenWhereError `redact/radius`, `redact/fields`, `redact/aggregate`, `redact/option-unknown` for a wrong call.
 */
export function redactIncidents(input: RedactInput, options: RedactOptions): Redacted {
  checkRedactOptions(options);
  const { radiusM, fields = [], aggregateBelow } = options;
  const rules: RecordRules = {
    grid: radiusM === undefined ? null : placeGrid(radiusM),
    personalGrid: placeGrid(Math.max(PERSONAL_M, radiusM ?? 0)),
    fields,
  };
  const before = input.incidents;
  const hasPersonal = before.some(({ sensitivity }) => sensitivity === "personal");
  const hidesPlaces =
    radiusM !== undefined || hasPersonal || fields.some((field) => /\.(lon|lat|geometry)$/.test(field));
  const hidden = createHiddenValues(hidesPlaces);
  const stripped = before.map((incident) => stripRecord(incident, rules, hidden));
  openActors(stripped, hidden);
  let texts = 0;
  const scrubbed = stripped.map((record) => {
    const { incident, lost } = scrubRecord(record, hidden);
    if (lost) texts++;
    return incident;
  });
  const shown = withSafeIds(scrubbed, stripped, hidden);
  const groups = aggregateBelow === undefined ? null : joinSmallGroups(shown, aggregateBelow);
  const sources = sourcesOf(input.sources ?? {}, groups?.incidents ?? shown, { hidden, hidesPlaces });
  const incidents = withKnownTies(groups?.incidents ?? shown, new Set(Object.keys(sources)), input.sources ?? {});
  const clear = (text: string | null | undefined): string | null => (text && !hidden.tells(text, []) ? text : null);
  return {
    incidents,
    sources,
    title: clear(input.title),
    description: clear(input.description),
    redaction: {
      records: { before: before.length, after: incidents.length },
      places: sum(stripped, ({ places }) => places),
      texts,
      fields: Object.fromEntries(
        fields.map((field) => [field, sum(stripped, ({ lostFields }) => (lostFields.includes(field) ? 1 : 0))]),
      ),
      personal: sum(stripped, ({ personal }) => (personal ? 1 : 0)),
      joined: { records: groups?.joined ?? 0, into: groups?.into ?? 0 },
      withheld: groups?.withheld ?? 0,
      sources: Object.keys(input.sources ?? {}).length - Object.keys(sources).length,
    },
  };
}

/** A group or office that other records name openly is no secret. */
function openActors(records: readonly StrippedRecord[], hidden: HiddenValues): void {
  for (const { incident } of records) for (const { name } of incident.actors ?? []) hidden.open(name);
}

/** An id that `assignIds` made from the content: with the other fields at hand, the hidden ones could be tried out. */
const MADE_ID = /^x[0-9a-z]{6,14}(?:-\d+)?$/;

/** Ids that tell nothing: those made from content, about people, or naming what is hidden give way to numbers. */
function withSafeIds(
  incidents: readonly Incident[],
  records: readonly StrippedRecord[],
  hidden: HiddenValues,
): readonly Incident[] {
  const taken = new Set(incidents.map(({ id }) => id));
  const renamed = new Map<string, string>();
  let next = 1;
  incidents.forEach(({ id }, i) => {
    const { hideId, touched, own } = records[i] as StrippedRecord;
    if (!hideId && !(touched && MADE_ID.test(id)) && !hidden.tells(id, own)) return;
    while (taken.has(`r${next}`)) next++;
    renamed.set(id, `r${next++}`);
  });
  const idOf = (id: string): string => renamed.get(id) ?? id;
  return incidents.map((incident) => {
    const { relations } = incident;
    const ties = relations === undefined ? {} : { relations: relations.map((tie) => ({ ...tie, to: idOf(tie.to) })) };
    return { ...incident, id: idOf(incident.id), ...ties };
  });
}

interface SourceRules {
  readonly hidden: HiddenValues;
  readonly hidesPlaces: boolean;
}

/** The descriptions that are still referred to and tell nothing hidden. */
function sourcesOf(
  sources: Readonly<Record<string, Source>>,
  incidents: readonly Incident[],
  { hidden, hidesPlaces }: SourceRules,
): Readonly<Record<string, Source>> {
  const used = new Set(incidents.flatMap(refsOf));
  const kept = Object.entries(sources).flatMap(([key, { via, ...source }]): [string, Source][] => {
    const texts = Object.values(source).filter((value) => typeof value === "string");
    if (!used.has(key) || [key, ...texts].some((text) => hidden.tells(text, []))) return [];
    return [[key, hidesPlaces || via === undefined ? source : { ...source, via }]];
  });
  return Object.fromEntries(kept);
}

function refsOf({ sources = [], figures = [], claims = [] }: Incident): readonly string[] {
  return [...sources, ...[...figures, ...claims].flatMap(({ source }) => source ?? [])];
}

/** Without references to sources that were left out, and without ties to records that are no longer there. */
function withKnownTies(
  incidents: readonly Incident[],
  kept: ReadonlySet<string>,
  sources: Readonly<Record<string, Source>>,
): readonly Incident[] {
  const ids = new Set(incidents.map(({ id }) => id));
  const isGone = (key: string): boolean => Object.hasOwn(sources, key) && !kept.has(key);
  return incidents.map((incident) => {
    const { sources: keys, relations } = incident;
    return {
      ...incident,
      ...(keys === undefined ? {} : { sources: keys.filter((key) => !isGone(key)) }),
      ...(relations === undefined ? {} : { relations: relations.filter(({ to }) => ids.has(to)) }),
    };
  });
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
