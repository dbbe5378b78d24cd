import {
  type Incident,
  parseEdtf,
  rivalDates,
  type Status,
  tryParseEdtf,
  type When,
  type Where,
} from "@whenwhere/model";
import type { Counts } from "@whenwhere/store";
import { type CalendarDate, type CalendarUnit, dayOf } from "./calendar-date.ts";
import { createDateFormat } from "./date-format.ts";
import { createDateWords } from "./date-words.ts";
import { directionOf, isolatedText } from "./direction.ts";
import { createDisplayNames } from "./display-names.ts";
import type { Language } from "./messages/types.ts";
import { createPlaceWords } from "./place-words.ts";
import { createTranslator, type Translator } from "./translate.ts";
import type { Words } from "./words-types.ts";
import { readerClock } from "./zone-words.ts";

const DAY_MS = 86_400_000;
/**
 * A length in the unit in which people would say it: days to three weeks, weeks to four months, then months and years. Whole
 * months are never told in weeks.
 */
function lengthWords(days: number, named: CalendarUnit, formatter: (unit: string) => Intl.NumberFormat): string {
  const [unit, value] =
    days < 1
      ? (["hour", days * 24] as const)
      : days <= 21
        ? (["day", days] as const)
        : days <= 120 && named === "day"
          ? (["week", days / 7] as const)
          : days <= 1100
            ? (["month", days / 30.44] as const)
            : (["year", days / 365.25] as const);
  return formatter(unit).format(Math.max(1, Math.round(value)));
}

/** Formatters of lengths by unit, made once: a view asks for one in every frame, and making one costs a tenth of a millisecond. */
function lengthFormats(locale: string): (unit: string) => Intl.NumberFormat {
  const kept = new Map<string, Intl.NumberFormat>();
  return (unit) => {
    const options = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 } as const;
    const known = kept.get(unit) ?? new Intl.NumberFormat(locale, options);
    kept.set(unit, known);
    return known;
  };
}

function countsWords(counts: Counts, translator: Translator): string {
  const { t } = translator;
  const parts = [t("counts.shown", { shown: counts.shown, total: counts.total })];
  if (counts.possible > 0) parts.push(t("counts.possible", { n: counts.possible }));
  if (counts.unplaced > 0) parts.push(t("counts.unplaced", { n: counts.unplaced }));
  if (counts.undated > 0) parts.push(t("counts.undated", { n: counts.undated }));
  return parts.join(t("list.comma"));
}

/**
 * Readings of the date: the rival ones where speakers differ, else the record's own. A record whose own date is the set of
 * what its speakers say (`[2022-01-02,2022-01-03]`) adds no reading to theirs.
 */
function readingsOf(incident: Incident): readonly When[] {
  const rivals = rivalDates(incident).filter((reading) => reading.stance === "asserts");
  const said = new Set(rivals.filter(({ claimId }) => claimId !== null).map(({ value }) => value.edtf));
  const own = incident.when?.edtf ?? null;
  const all = rivals.map((reading) => reading.value).filter(({ edtf }) => edtf !== own || !isSetOf(own, said));
  return all.filter((when, index) => all.findIndex((one) => one.edtf === when.edtf) === index);
}

function isSetOf(edtf: string | null, dates: ReadonlySet<string | null | undefined>): boolean {
  const members = edtf === null ? [] : (tryParseEdtf(edtf).date?.members ?? []);
  return members.length > 1 && members.every(({ text }) => dates.has(text));
}

/** First and last day of a span; its first and last month or year where it is made of whole ones. */
function namedEnds(startMs: number, endMs: number): readonly [CalendarDate, CalendarDate] {
  const [first, last] = [dayOf(startMs), dayOf(Math.max(startMs, endMs - 1))];
  const after = new Date(last.endMs);
  const isWhole = startMs === first.startMs && endMs === last.endMs && first.day === 1 && after.getUTCDate() === 1;
  if (!isWhole) return [first, last];
  const unit = first.month === 1 && after.getUTCMonth() === 0 ? "year" : "month";
  return [
    { ...first, unit },
    { ...last, unit },
  ];
}

/**
 * The words of one locale (BCP 47, e.g. `en`, `en-US`, `ar`). English is built in; texts of other languages are passed in
 * (`createWords("ar", [arabic])`, or `await loadLanguages("ar")`), so that a page carries only what it speaks. A language without texts gets English
 * texts with its own dates, numbers and place names. Days are calendar days: the zone of the machine changes nothing.
 *
 * @throws RangeError when the locale is not a language tag.
 */
export function createWords(locale = "en", languages: readonly Language[] = []): Words {
  return wordsIn(locale, languages, null);
}

function wordsIn(locale: string, languages: readonly Language[], zone: string | null): Words {
  const translator = createTranslator(locale, languages);
  const { t, formatLocale } = translator;
  const clock = zone === null ? null : readerClock(zone);
  const wallMs = clock?.wallMs ?? ((ms: number): number => ms);
  const format = createDateFormat(translator, clock);
  const dates = createDateWords(translator, format, (text) => parseEdtf(text));
  const names = createDisplayNames(formatLocale);
  const places = createPlaceWords(translator, names);
  const lengths = lengthFormats(formatLocale);
  const category = (name: string): string => (translator.has(`category.${name}`) ? t(`category.${name}`) : name);

  const whenOf = (incident: Incident): string => {
    const readings = readingsOf(incident);
    if (readings.length > 1) return dates.readings(readings);
    return dates.when(incident.when, incident.status);
  };

  return {
    locale,
    dir: directionOf(locale),
    t: (key, values) => t(key, values),
    withTexts(...more) {
      const fresh = more.filter((one) => !languages.includes(one));
      return fresh.length === 0 ? this : wordsIn(locale, [...languages, ...fresh], zone);
    },
    zone,
    wallMs,
    inZone(next) {
      return next === zone ? this : wordsIn(locale, languages, next);
    },
    number: translator.number,
    names,
    when: (when, status) => dates.when(when, status),
    whenShort: (when, status) => dates.whenShort(when, status),
    whenOf,
    whenShortOf(incident) {
      const n = readingsOf(incident).length;
      return n > 1 ? t("date.readings.short", { n }) : dates.whenShort(incident.when, incident.status);
    },
    readings: dates.readings,
    where: (where: Where | undefined) => places.where(where),
    whereShort: (where: Where | undefined) => places.whereShort(where),
    status: (status: Status) => t(`status.${status}`),
    span: (meaning) => t(`span.${meaning}`),
    category,
    counts: (counts) => countsWords(counts, translator),
    incident: (incident) =>
      t("incident.sentence", {
        title: isolatedText(incident.title.replace(/[.。]$/, ""), directionOf(locale)),
        category: category(incident.category ?? "other"),
        status: t(`status.${incident.status ?? "happened"}`).toLocaleLowerCase(formatLocale),
        when: whenOf(incident),
        where: places.where(incident.where),
      }),
    range(startMs, endMs) {
      const ends = namedEnds(wallMs(startMs), wallMs(endMs));
      const [{ unit }] = ends;
      const [first, last] = ends.map((end) => format.one(end, "long"));
      // How long a month or a year is, everybody knows.
      if (first === last && unit !== "day") return first as string;
      const [a = "", b = ""] = format.shared(ends, "long");
      const range = first === last ? b : t("date.range", { a, b });
      return t("date.span", { range, length: lengthWords((endMs - startMs) / DAY_MS, unit, lengths) });
    },
  };
}
