import type { RecordSink } from "../read/reader.ts";

/** Counts how finely a file's own codes know its records, for the report. */
export interface PrecisionTally {
  /** Counts one record, or `times` of them. */
  add(timeCode: string | undefined, placeCode: string | undefined, times?: number): void;
  /** Tells the counts: how many records bear each code, and how many are exact in both. */
  tell(sink: RecordSink): void;
}

/** Names of the two columns of codes, and which codes mean the exact day and the exact place. */
export interface PrecisionColumns {
  readonly time: string;
  readonly place: string;
  readonly exactTime: string;
  readonly exactPlace: string;
}

/** An empty count. */
export function createPrecisionTally(columns: PrecisionColumns): PrecisionTally {
  const time = new Map<string, number>();
  const place = new Map<string, number>();
  let [total, both] = [0, 0];
  const count = (counts: Map<string, number>, code: string | undefined, times: number): void => {
    counts.set(code ?? "none", (counts.get(code ?? "none") ?? 0) + times);
  };
  return {
    add(timeCode, placeCode, times = 1) {
      total += times;
      count(time, timeCode, times);
      count(place, placeCode, times);
      if (timeCode === columns.exactTime && placeCode === columns.exactPlace) both += times;
    },
    tell(sink) {
      if (total === 0) return;
      const value = {
        records: total,
        exactDayAndPlace: both,
        [columns.time]: sorted(time),
        [columns.place]: sorted(place),
      };
      const share = ((both / total) * 100).toFixed(1);
      const message =
        `${both} of ${total} records (${share} %) are exact in both day and place. ` +
        `${columns.time}: ${words(time)}; ${columns.place}: ${words(place)}.`;
      sink.note({ code: "table/precision", value, message });
    },
  };
}

/** Codes beyond the first 20 are a mistake of the file and are told row by row. */
function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, 20));
}

function words(counts: ReadonlyMap<string, number>): string {
  return Object.entries(sorted(counts))
    .map(([code, n]) => `${n} x ${code}`)
    .join(", ");
}
