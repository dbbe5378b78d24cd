import type { Source } from "../../incident.ts";
import { valueText } from "../../value-text.ts";
import { type DayReading, dayNumber } from "../preset-day.ts";
import type { PresetRow } from "../preset-table.ts";

/** Later than this after the event, a publication date is a slip of the pen, such as 2109 or 2919. */
const LATEST_DAYS = 40 * 366;

/** A publication under its key. */
interface UcdpSource {
  readonly key: string;
  readonly source: Source;
}

/**
 * Sources of an event. Since 2013 offices and dates are lists of `number_of_sources` items and the headlines stand
 * in the triples of `source_article` (`source_headline` cannot be split: headlines hold semicolons). Before, -1 and a
 * free text.
 */
export function ucdpSources(row: PresetRow, eventDay: string | undefined, facts: SourceFacts): readonly string[] {
  const found = listed(row, eventDay, facts.dayOf) ?? freeText(row);
  for (const { key, source } of found) facts.source(key, source);
  const keys = found.map(({ key }) => key);
  return keys.length > 1 ? [...new Set(keys)] : keys;
}

/** Where publications go, and how their days are read. */
export interface SourceFacts {
  source(key: string, source: Source): void;
  dayOf(text: string): DayReading;
}

function freeText(row: PresetRow): readonly UcdpSource[] {
  const text = row.text("source_article")?.replace(/^"+|"+$/g, "");
  return text === undefined || text === "" ? [] : [{ key: text, source: { title: text } }];
}

function listed(
  row: PresetRow,
  eventDay: string | undefined,
  dayOf: SourceFacts["dayOf"],
): readonly UcdpSource[] | null {
  const count = Number(row.code("number_of_sources") ?? "-1");
  const offices = split(row.text("source_office"));
  if (!(count >= 1) || offices.length !== count) return null;
  const dates = split(row.text("source_date"));
  const headlines = headlinesOf(row, offices, dates);
  return offices.map((office, i) => {
    const published =
      dates.length === count
        ? publishedOn(row, dayOf(dates[i] as string), { text: dates[i] as string, eventDay })
        : null;
    const title = headlines[i] ?? office;
    const key = [office, published, headlines[i]].filter((part) => part).join(", ");
    const source = { title: title || "Untitled source", ...(office === "" ? {} : { publisher: office }) };
    return { key: key || "Untitled source", source: published === null ? source : { ...source, published } };
  });
}

function split(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(";").map((part) => part.trim());
}

/** What stands in each triple behind office and date. */
function headlinesOf(
  row: PresetRow,
  offices: readonly string[],
  dates: readonly string[],
): readonly (string | undefined)[] {
  const triples = (row.text("source_article") ?? "").replace(/^"+|"+$/g, "").split(/"\s*;\s*"/);
  if (triples.length !== offices.length) return [];
  return triples.map((triple, i) => {
    const prefix = `${offices[i]},${dates[i]},`;
    const headline = triple.trim().startsWith(prefix) ? triple.trim().slice(prefix.length).trim() : "";
    return headline === "" ? undefined : headline;
  });
}

interface PublishedFacts {
  readonly text: string;
  readonly eventDay: string | undefined;
}

function publishedOn(row: PresetRow, { day }: DayReading, { text, eventDay }: PublishedFacts): string | null {
  if (text === "") return null;
  const lag = day === null || eventDay === undefined ? 0 : dayNumber(day) - dayNumber(eventDay);
  if (day === null || day > "2100" || lag > LATEST_DAYS) {
    const message = `A source is dated ${valueText(text)}, which cannot be; it was left without a date.`;
    row.note({ code: "source/date", field: "source_date", value: text, message });
    return null;
  }
  if (lag < 0) {
    const message = `A source of ${day} is older than the event of ${eventDay}.`;
    row.note({ code: "source/older", field: "source_date", value: day, message });
  }
  return day;
}
