import { DAY_MS } from "@whenwhere/model";
import type { Translator } from "../translate.ts";
import { type CalendarDate, type CalendarUnit, dayOf } from "./calendar-date.ts";
import type { DateFormat } from "./date-format.ts";

/** Writes spans with their length: "18 to 31 January 2022, 14 days". `wallMs` is the clock by which a span is read. */
export function createRangeWords(
  { t, formatLocale }: Translator,
  format: DateFormat,
  wallMs: (ms: number) => number,
): (startMs: number, endMs: number) => string {
  const lengths = lengthFormats(formatLocale);
  return (startMs, endMs) => {
    const ends = namedEnds(wallMs(startMs), wallMs(endMs));
    const [{ unit }] = ends;
    const [first, last] = ends.map((end) => format.one(end, "long"));
    // How long a month or a year is, everybody knows.
    if (first === last && unit !== "day") return first as string;
    const [a = "", b = ""] = format.shared(ends, "long");
    const range = first === last ? b : t("date.range", { a, b });
    return t("date.span", { range, length: lengthWords((endMs - startMs) / DAY_MS, unit, lengths) });
  };
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
