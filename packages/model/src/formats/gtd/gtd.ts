import type { Reader, RecordSink } from "../../read/reader.ts";
import { createPrecisionTally } from "../precision-tally.ts";
import { createPresetCountry, type PresetCountry } from "../preset-country.ts";
import {
  delimitedTable,
  given,
  hasColumns,
  listOf,
  type PresetOutcome,
  type PresetRow,
  readPresetRows,
} from "../preset-table.ts";
import { DOUBT, TAKEN } from "./gtd-codes.ts";
import { attribution, gtdFigures, gtdSources, gtdWhere, known } from "./gtd-parts.ts";
import { gtdWhen, rivalDate } from "./gtd-when.ts";

/**
 * Global Terrorism Database, CSV of 135 columns, usually in Windows-1252.
 * Codebook: National Consortium for the Study of Terrorism and Responses to Terrorism (START), "Global Terrorism
 * Database Codebook: Inclusion Criteria and Variables", University of Maryland, June 2017; https://www.start.umd.edu/gtd.
 * No GTD row is shipped with this package.
 *
 * A month or day of 0 is unknown, `specificity` 5 has no coordinates, doubted terrorism is `disputed`, and a group
 * that is only suspected is a claim.
 */
export const gtd: Reader = {
  name: "gtd",
  detect: ({ columns }) => {
    if (!hasColumns(columns, "eventid", "iyear", "imonth", "iday")) return 0;
    return hasColumns(columns, "approxdate") || hasColumns(columns, "attacktype1_txt") ? 0.98 : 0.7;
  },
  read(input, sink) {
    sink.describe({ attribution: "Global Terrorism Database, START, University of Maryland" });
    const country = createPresetCountry();
    const tally = createPrecisionTally({ time: "date", place: "specificity", exactTime: "day", exactPlace: "1" });
    let sentinels = 0;
    readPresetRows(delimitedTable(input, sink), sink, (row) => {
      const outcome = attack(row, { country, sink, onSentinel: () => sentinels++ });
      tally.add(timeCode(row), row.code("specificity"));
      return outcome;
    });
    tally.tell(sink);
    if (sentinels === 0) return;
    const message = `${sentinels} counts of -9 or -99 stand for unknown.`;
    sink.note({ code: "field/sentinel", value: sentinels, message });
  },
};

/** How finely the three columns date an attack. */
function timeCode(row: PresetRow): string {
  if (Number(row.code("imonth") ?? "0") === 0) return "year";
  if (Number(row.code("iday") ?? "0") === 0) return "month";
  return row.text("approxdate") === undefined ? "day" : "approximate";
}

interface AttackFacts {
  readonly country: PresetCountry;
  readonly sink: RecordSink;
  onSentinel(): void;
}

function attack(row: PresetRow, { country, sink, onSentinel }: AttackFacts): PresetOutcome {
  const when = gtdWhen(row);
  const where = gtdWhere(row, country);
  const { actors, claims } = attribution(row);
  const doubted = row.coded(DOUBT, "doubtterr") === "doubted";
  const alternative = known(row, "alternative_txt");
  const rival = rivalDate(row, when);
  const category = known(row, "attacktype1_txt");
  const related = listOf(row.text("related"), /\s*,\s*/);
  const extra = row.extra(TAKEN);
  const doubt = { id: "doubtterr", field: "category", value: alternative ?? "not terrorism", by: "GTD" } as const;
  const record = given({
    id: row.code("eventid"),
    title: [category ?? "Attack", where?.name].filter(Boolean).join(", "),
    summary: row.text("summary"),
    category,
    kind: known(row, "weaptype1_txt"),
    status: doubted ? "disputed" : undefined,
    when,
    where,
    actors,
    figures: gtdFigures(row, onSentinel),
    claims: [...claims, ...(doubted ? [{ ...doubt, stance: "asserts" }] : []), ...(rival === null ? [] : [rival])],
    sources: gtdSources(row, sink),
    extra: related.length === 0 ? extra : { ...extra, related },
  });
  return { record };
}
