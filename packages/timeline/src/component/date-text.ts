/** "3 February 2022", with the era where it is needed. */
export function dateText(locale: string, ms: number): string {
  if (Math.abs(ms) >= 8.64e15) return String(ms);
  const era = ms < -62_135_596_800_000 ? { era: "short" as const } : {};
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    ...era,
  }).format(ms);
}
