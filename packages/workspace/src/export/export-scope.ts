import type { OptionForm } from "@whenwhere/model/refuse-options";
import type { Store } from "@whenwhere/store";
import { creditLine, refuseView, WORDS, type Words } from "@whenwhere/view";
import { filterWords } from "./clause-words.ts";

/** What an export says of itself: which records of how many, under which filters, from whom, and of which day. */
export interface ExportScope {
  /** "18 of 24 shown, 5 only possibly in this window". */
  readonly counts: string;
  /** "Filters: …", or that there are none. */
  readonly filters: string;
  /** "Exported on 21 November 2026". */
  readonly date: string;
  /** Attribution and licence; "" when nothing is demanded. */
  readonly credit: string;
}

/** What {@link exportScope} is made from. */
export interface ExportScopeOptions {
  readonly store: Store;
  readonly words: Words;
  /** Of the export. Default: now, by the reader's clock. */
  readonly nowMs?: number;
}

/** Day of an instant by the reader's clock, as an ISO date. */
function dayText(ms: number): string {
  const date = new Date(ms);
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())).toISOString().slice(0, 10);
}

const FORM: OptionForm<ExportScopeOptions> = { store: "any", words: [WORDS], nowMs: [Number] };

/** The scope of what is shown now. */
export function exportScope(options: ExportScopeOptions): ExportScope {
  refuseView(options, FORM, { code: "export", name: "exportScope" });
  const { store, words, nowMs = Date.now() } = options;
  const filters = filterWords(store, words);
  return {
    counts: words.counts(store.count()),
    filters:
      filters.length === 0
        ? words.t("export.no-filters")
        : words.t("export.filters", { list: filters.join(words.t("export.and")) }),
    date: words.t("export.date", { date: words.whenShort({ edtf: dayText(nowMs) }) }),
    credit: creditLine(store),
  };
}

/** The scope as lines, without the credit, which every format has a place of its own for. */
export function scopeLines({ counts, filters, date }: ExportScope): readonly string[] {
  return [counts, filters, date];
}

/** The scope as one text, for formats that hold one. */
export function scopeText(scope: ExportScope): string {
  return scopeLines(scope)
    .map((line) => line.replace(/[.。]$/u, ""))
    .join(". ");
}
