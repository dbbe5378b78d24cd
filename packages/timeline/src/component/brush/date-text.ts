import { dateFormatter, latinRun, type Words, zoneName } from "@whenwhere/view/pure";
import type { ZoneTime } from "../../scene/axis/zone-time.ts";

/** The day of an instant in a zone, which is named unless it is UTC: "3 February 2022, Africa/Maputo". */
export function zonedDateText(words: Words, at: { readonly ms: number; readonly time: ZoneTime }): string {
  const text = dateText(words.locale, at.time.wallMs(at.ms));
  if (at.time.isUtc) return text;
  return [text, latinRun(zoneName(at.time.zone), words.dir)].join(words.t("list.comma"));
}

/** "3 February 2022", with the era where it is needed. */
function dateText(locale: string, ms: number): string {
  if (Math.abs(ms) >= 8.64e15) return String(ms);
  const era = ms < -62_135_596_800_000 ? { era: "short" as const } : {};
  return dateFormatter(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    ...era,
  }).format(ms);
}
