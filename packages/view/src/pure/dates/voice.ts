import type { EdtfDate } from "@whenwhere/model";
import type { Translator } from "../translate.ts";
import type { DateStyle } from "./calendar-date.ts";
import type { DateFormat } from "./date-format.ts";

/** How a date is said. */
export interface Voice {
  readonly translator: Translator;
  readonly format: DateFormat;
  readonly style: DateStyle;
  /** The zone of times of day without an offset; null where none is told. */
  readonly zone: string | null;
}

/** A phrase before what the status adds; `once` where it is one moment somewhere inside. */
export interface Phrase {
  readonly text: string;
  readonly once: boolean;
}

/** "about 2021", where the date says so. */
export function about(text: string, date: EdtfDate, { translator }: Voice): string {
  return date.approximate ? translator.t("date.about", { date: text }) : text;
}

/** "2021, which is doubted", where the date says so. */
export function doubted(text: string, date: EdtfDate, { translator, style }: Voice): string {
  if (!date.uncertain) return text;
  return translator.t(style === "short" ? "date.doubted.short" : "date.doubted", { date: text });
}
