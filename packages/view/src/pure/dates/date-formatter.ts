/** Writes dates of one locale; the part of `Intl.DateTimeFormat` that the views use. */
export type DateFormatter = Pick<Intl.DateTimeFormat, "format" | "formatRange" | "formatToParts">;

const written = (parts: readonly Intl.DateTimeFormatPart[]): string =>
  parts.map(({ type, value }) => (type === "day" && value === "1" ? "1er" : value)).join("");

/**
 * `Intl.DateTimeFormat` that writes the first day of a month as French does, "1er janvier 2022": CLDR, from which the
 * platforms take their dates, has a plain 1 there. All other dates and languages are the platform's.
 */
export function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): DateFormatter {
  const format = new Intl.DateTimeFormat(locale, options);
  const { locale: found } = format.resolvedOptions();
  if (options.day !== "numeric" || !/^fr\b/.test(found)) return format;
  return {
    format: (date) => written(format.formatToParts(date)),
    formatRange: (start, end) => written(format.formatRangeToParts(start, end)),
    formatToParts: (date) => format.formatToParts(date),
  };
}
