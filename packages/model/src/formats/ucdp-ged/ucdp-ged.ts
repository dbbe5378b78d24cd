import type { Figure } from "../../incident.ts";
import type { Reader } from "../../read/reader.ts";
import { createPrecisionTally } from "../precision-tally.ts";
import { createPresetCountry, type PresetCountry } from "../preset-country.ts";
import { createDayReader, type DayReading, orderOf } from "../preset-day.ts";
import {
  delimitedTable,
  given,
  hasColumns,
  listOf,
  type PresetOutcome,
  type PresetRow,
  type PresetTable,
  readPresetRows,
} from "../preset-table.ts";
import { COLUMN, TAKEN, TYPE_OF_VIOLENCE } from "./ucdp-codes.ts";
import { type SourceFacts, ucdpSources } from "./ucdp-sources.ts";
import { ucdpWhen } from "./ucdp-when.ts";
import { ucdpWhere } from "./ucdp-where.ts";

/**
 * UCDP Georeferenced Event Dataset, CSV of 42 columns (19.1), 49 columns (23.1 and later) and the older column names.
 * Codebook: Högbladh, Stina: "UCDP GED Codebook version 19.1", Department of Peace and Conflict Research, Uppsala
 * University, 2019; https://ucdp.uu.se/downloads/.
 *
 * Dates are windows between the earliest and the last possible day, aggregates (`event_clarity` 2) are series, and
 * places are as wide as `where_prec` says, with the 25 km that the codebook states for code 2.
 */
export const ucdpGed: Reader = {
  name: "ucdp-ged",
  detect: ({ columns }) => {
    if (!hasColumns(columns, "date_prec", "where_prec", "type_of_violence")) return 0;
    return hasColumns(columns, "date_start", "side_a") ? 0.98 : 0.8;
  },
  read(input, sink) {
    sink.describe({ attribution: "Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset" });
    const table = delimitedTable(input, sink);
    const tally = createPrecisionTally({ time: "date_prec", place: "where_prec", exactTime: "1", exactPlace: "1" });
    const sourceDay = createDayReader(null);
    const facts = {
      country: createPresetCountry(),
      dayOf: createDayReader(orderOf(dateCells(table), null)),
      sources: { source: sink.source, dayOf: sourceDay },
    };
    readPresetRows(table, sink, (row) => {
      tally.add(row.code("date_prec"), row.code("where_prec"));
      return event(row, facts);
    });
    tally.tell(sink);
  },
};

interface EventFacts {
  readonly country: PresetCountry;
  readonly dayOf: (text: string) => DayReading;
  readonly sources: SourceFacts;
}

function* dateCells({ columns, rows }: PresetTable): Iterable<string> {
  const column = columns.findIndex((name) => name.toLowerCase() === "date_start");
  if (column >= 0) for (const { cells } of rows) yield String(cells[column] ?? "");
}

function event(row: PresetRow, { country, dayOf, sources }: EventFacts): PresetOutcome {
  const type = row.coded(TYPE_OF_VIOLENCE, "type_of_violence");
  const when = ucdpWhen(row, dayOf);
  const where = ucdpWhere(row, country);
  const [sideA, sideB] = [row.text("side_a"), row.text("side_b")];
  const sides = row.text("dyad_name") ?? ([sideA, sideB].filter(Boolean).join(" - ") || undefined);
  const name = where?.name ?? undefined;
  const record = given({
    id: row.text("id"),
    title: sides === undefined || name === undefined ? (sides ?? name) : `${sides}, ${name}`,
    category: type?.category,
    when,
    where,
    actors: [
      ...(sideA === undefined ? [] : [{ name: sideA, role: type?.roleA ?? "participant" }]),
      ...(sideB === undefined ? [] : [{ name: sideB, role: type?.roleB ?? "participant" }]),
    ],
    figures: figures(row),
    sources: ucdpSources(row, when?.edtf?.match(/\d{4}-\d{2}-\d{2}/)?.[0], sources),
    tags: listOf(row.text("conflict_name")),
    extra: row.extra(TAKEN),
  });
  return { record };
}

/** Deaths in all as low, best and high estimate; best numbers of each side where they are not zero. */
function figures(row: PresetRow): readonly Figure[] {
  const low = row.number(...COLUMN.low);
  const best = row.number(...COLUMN.best);
  const high = row.number(...COLUMN.high);
  const list: Figure[] = [];
  if (low !== undefined || best !== undefined || high !== undefined) {
    const total = { measure: "killed", low: low ?? null, best: best ?? null, high: high ?? null };
    list.push(low === high ? total : { ...total, kind: "range" });
  }
  const sides = SIDES.map(([column, measure]) => ({ measure, best: row.number(column) }));
  for (const { measure, best: dead } of sides) if (dead !== undefined && dead !== 0) list.push({ measure, best: dead });
  checkSums(
    row,
    { low, best, high },
    sides.map((side) => side.best),
  );
  return list;
}

const SIDES = [
  ["deaths_a", "killed: side A"],
  ["deaths_b", "killed: side B"],
  ["deaths_civilians", "killed: civilians"],
  ["deaths_unknown", "killed: unknown side"],
] as const;

interface Estimates {
  readonly low: number | undefined;
  readonly best: number | undefined;
  readonly high: number | undefined;
}

function checkSums(row: PresetRow, { low, best, high }: Estimates, sides: readonly (number | undefined)[]): void {
  if (best === undefined) return;
  if ((low ?? best) > best || (high ?? best) < best) {
    const message = `The estimates are low ${low}, best ${best}, high ${high}: not in order.`;
    row.note({ code: "figure/disagrees", field: "low, best, high", value: [low, best, high], message });
  }
  if (sides.includes(undefined)) return;
  const sum = sides.reduce<number>((total, side) => total + (side ?? 0), 0);
  if (sum === best) return;
  const message = `The best estimate is ${best}, but the deaths by side add up to ${sum}.`;
  row.note({ code: "figure/disagrees", field: "best", value: [best, sum], message });
}
