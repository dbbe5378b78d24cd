import {
  type Incident,
  parseEdtf,
  rivalDates,
  type Status,
  tryParseEdtf,
  type When,
  WhenWhereError,
  type Where,
} from "@whenwhere/model";
import type { Counts } from "@whenwhere/store";
import { createDateFormat } from "./dates/date-format.ts";
import { createDateWords } from "./dates/date-words.ts";
import { createRangeWords } from "./dates/range-words.ts";
import { readerClock } from "./dates/zone-words.ts";
import { isolatedText } from "./direction.ts";
import { createDisplayNames } from "./display-names.ts";
import type { Language } from "./messages/types.ts";
import { createPlaceWords } from "./place-words.ts";
import { createTranslator, type Translator } from "./translate.ts";
import type { Words } from "./words-types.ts";

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

/**
 * The words of one locale (BCP 47, e.g. `en`, `en-US`, `ar`). English is built in; texts of other languages are passed in
 * (`createWords("ar", [arabic])`, or `await loadLanguages("ar")`), so that a page carries only what it speaks. A language without texts gets English
 * texts with its own dates, numbers and place names. Days are calendar days: the zone of the machine changes nothing.
 *
 * @throws WhenWhereError `words/locale` when the locale is not a language tag.
 */
export function createWords(locale = "en", languages: readonly Language[] = []): Words {
  refuseLocale(locale);
  return wordsIn(locale, languages, null);
}

/** @throws WhenWhereError `words/locale` when the locale is not a language tag. */
export function refuseLocale(locale: string): void {
  try {
    Intl.getCanonicalLocales(locale);
  } catch (cause) {
    const hint = 'Write one of BCP 47, such as "pt-BR".';
    throw new WhenWhereError("words/locale", `"${String(locale)}" is no language tag.`, hint, { cause });
  }
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
  const category = (name: string): string => (translator.has(`category.${name}`) ? t(`category.${name}`) : name);

  const whenOf = (incident: Incident): string => {
    const readings = readingsOf(incident);
    if (readings.length > 1) return dates.readings(readings);
    return dates.when(incident.when, incident.status);
  };

  return {
    locale,
    dir: translator.dir,
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
        title: isolatedText(incident.title.replace(/[.。]$/, ""), translator.dir),
        category: category(incident.category ?? "other"),
        status: t(`status.${incident.status ?? "happened"}`).toLocaleLowerCase(formatLocale),
        when: whenOf(incident),
        where: places.where(incident.where),
      }),
    range: createRangeWords(translator, format, wallMs),
  };
}
