import type { SpanMeaning } from "../incident.ts";
import type { EdtfDate } from "./edtf-types.ts";

/** All values of {@link SpanMeaning}; columns store the index. */
export const SPAN_MEANINGS: readonly SpanMeaning[] = ["within", "throughout", "series", "ongoing"];

/**
 * The two half-open spans that drive every view, in UTC milliseconds.
 *
 * Outer: all instants the happening may touch. Core: instants it surely covers; both core bounds are NaN when it is empty.
 * Law: where the core is not empty, `outerStartMs <= coreStartMs < coreEndMs <= outerEndMs`.
 */
export interface DateSpans {
  readonly outerStartMs: number;
  readonly outerEndMs: number;
  readonly coreStartMs: number;
  readonly coreEndMs: number;
}

/** `spansOf` is implemented in the time room; this is its shape. */
export type SpansOf = (date: EdtfDate, meaning: SpanMeaning, zone?: string | null) => DateSpans;
