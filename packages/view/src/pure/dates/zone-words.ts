import { createZoneClocks, zoneClock } from "@whenwhere/model";
import { latinRun } from "../direction.ts";
import type { Translator } from "../translate.ts";

const MINUTE_MS = 60_000;

/** "Africa/Maputo" as people read it; "UTC" as it is. */
export function zoneName(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** City of an IANA zone, as in "in Aden"; null for UTC and its like. */
export function cityOf(zone: string | null): string | null {
  const city = zone?.includes("/") && !zone.startsWith("Etc/") ? zone.slice(zone.lastIndexOf("/") + 1) : null;
  return city?.replaceAll("_", " ") ?? null;
}

/** "UTC+2", "UTC−3:30", "UTC" in the digits of the locale; seconds of local mean times are left out. */
export function offsetWords(offsetMs: number, translator: Pick<Translator, "formatLocale" | "dir">): string {
  const minutes = Math.round(Math.abs(offsetMs) / MINUTE_MS);
  if (minutes === 0) return "UTC";
  const number = new Intl.NumberFormat(translator.formatLocale);
  const pair = new Intl.NumberFormat(translator.formatLocale, { minimumIntegerDigits: 2 });
  const rest = minutes % 60 === 0 ? "" : `:${pair.format(minutes % 60)}`;
  const text = `UTC${offsetMs < 0 ? "\u2212" : "+"}${number.format(Math.floor(minutes / 60))}${rest}`;
  return latinRun(text, translator.dir);
}

/** Clocks that words are spoken by. */
export interface ReaderClock {
  /** IANA name. */
  readonly zone: string;
  wallMs(ms: number): number;
}

/** The clock of a zone; null when the platform does not know it. */
export function readerClock(zone: string): ReaderClock | null {
  const clock = zoneClock(zone, createZoneClocks());
  if (clock === null) return null;
  return { zone, wallMs: (ms) => (Number.isFinite(ms) ? ms + clock.offsetMsAt(ms) : ms) };
}

/** A time of day with its own clock: where it stands and how far that is from UTC. */
export interface OwnClock {
  readonly instantMs: number;
  readonly offsetMs: number;
}

/**
 * By what clock a stated time was read: its own offset, or that of its zone. `startMs` is the instant where it was parsed with
 * an offset, else the wall time. Two where the clocks of the zone showed it twice, none where they never did; null when
 * nothing says which clock was meant.
 */
export function ownClocks(time: {
  readonly startMs: number;
  readonly zoned: boolean;
  readonly offsetMin: number | null;
  readonly zone: string | null;
}): readonly OwnClock[] | null {
  const { startMs, zoned, offsetMin, zone } = time;
  const clock = zone === null || zone === "" ? null : zoneClock(zone, createZoneClocks());
  const asWritten = [{ instantMs: startMs, offsetMs: (offsetMin ?? 0) * MINUTE_MS }];
  if (clock === null) return zoned ? asWritten : null;
  if (zoned) return [{ instantMs: startMs, offsetMs: clock.offsetMsAt(startMs) }];
  return clock.instantsOfWall(startMs).map((instantMs) => ({ instantMs, offsetMs: clock.offsetMsAt(instantMs) }));
}
