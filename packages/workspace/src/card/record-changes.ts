import type { Figure, Incident } from "@whenwhere/model";
import type { Words } from "@whenwhere/view";
import { figureText, labelOf } from "./card-words.ts";

/** A field that an update gave another value. */
export interface RecordChange {
  /** In words. */
  readonly field: string;
  /** What it said before, in words; null when it said nothing. */
  readonly before: string | null;
}

function figuresText(figures: readonly Figure[] | undefined, words: Words): string {
  const said = (figures ?? []).map((figure) => {
    const by = figure.by ? ` (${figure.by})` : "";
    return `${labelOf(words, "measure", figure.measure)} ${figureText(words, figure)}${by}`;
  });
  return said.join(words.t("list.comma"));
}

function actorsText(incident: Incident, words: Words): string {
  const said = (incident.actors ?? []).map(({ name, role }) =>
    role ? `${name} (${labelOf(words, "role", role)})` : name,
  );
  return said.join(words.t("list.comma"));
}

/** What a record says now that it did not say before, field by field, in the order of the card. Empty for the same record. */
export function recordChanges(before: Incident, after: Incident, words: Words): readonly RecordChange[] {
  const texts: readonly (readonly [field: string, of: (incident: Incident) => string])[] = [
    [words.t("table.what"), ({ title }) => title],
    [words.t("card.when"), (incident) => words.whenOf(incident)],
    [words.t("card.where"), ({ where }) => words.where(where)],
    [words.t("card.told"), ({ status = "happened" }) => words.status(status)],
    [words.t("card.who"), (incident) => actorsText(incident, words)],
    [words.t("card.figures"), ({ figures }) => figuresText(figures, words)],
    [words.t("card.note"), ({ note = "" }) => note],
  ];
  return texts.flatMap(([field, of]) => {
    const [old, now] = [of(before), of(after)];
    return old === now ? [] : [{ field, before: old === "" ? null : old }];
  });
}

/** Remembers records as they were shown and tells what an update of the store changed in them. */
export interface ChangeKeeper {
  /** The record is shown now. */
  note(incident: Incident): void;
  /** The version before the last update of this record; null when none is known. */
  before(incident: Incident): Incident | null;
}

/** Versions of more records than this are not kept. */
const MOST_KEPT = 200;

/** Keeps at most 200 records that were shown: a change in a record that nobody looked at is news to nobody. */
export function changeKeeper(): ChangeKeeper {
  const shown = new Map<string, Incident>();
  const former = new Map<string, Incident>();
  return {
    note(incident) {
      const known = shown.get(incident.id);
      if (known !== undefined && known !== incident && JSON.stringify(known) !== JSON.stringify(incident)) {
        former.set(incident.id, known);
      }
      shown.delete(incident.id);
      shown.set(incident.id, incident);
      const [oldest] = shown.keys();
      if (shown.size > MOST_KEPT && oldest !== undefined) {
        shown.delete(oldest);
        former.delete(oldest);
      }
    },
    before: ({ id }) => former.get(id) ?? null,
  };
}
