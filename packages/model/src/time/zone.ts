import { DAY_MS, dayNumberOf } from "./calendar.ts";

/** The clock of one zone. Making one costs about 50 µs, a question about 10 µs: keep it in a {@link ZoneClocks}. */
export interface ZoneClock {
  readonly zone: string;
  /** Wall time minus UTC at an instant, in milliseconds; whole seconds, so that local mean times are exact. */
  offsetMsAt(instantMs: number): number;
  /**
   * The instants at which the clocks of the zone showed a wall time, earliest first: none in a gap (clocks were put
   * forward over it), two in a fold (clocks were put back over it), else one.
   */
  instantsOfWall(wallMs: number): readonly number[];
}

/** Clocks by zone name, null where no such zone exists. The caller owns it: one for each import, then let it go. */
export type ZoneClocks = Map<string, ZoneClock | null>;

/** An empty {@link ZoneClocks}. */
export function createZoneClocks(): ZoneClocks {
  return new Map();
}

/** The clock of an IANA zone from `clocks`, made on first use; null when the platform does not know the zone. */
export function zoneClock(zone: string, clocks: ZoneClocks = createZoneClocks()): ZoneClock | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = createZoneClock(zone);
  clocks.set(zone, clock);
  return clock;
}

/**
 * The instants (UTC ms) at which clocks in `zone` showed the wall time `wallMs` (UTC ms of the wall calendar), earliest
 * first: none in a gap, two in a fold. Null when the platform does not know the zone.
 */
export function instantsOfWall(wallMs: number, zone: string, clocks?: ZoneClocks): readonly number[] | null {
  return zoneClock(zone, clocks)?.instantsOfWall(wallMs) ?? null;
}

function createZoneClock(zone: string): ZoneClock | null {
  // The zone of most axes, whose every column would ask the platform for nothing.
  if (zone === "UTC") return { zone, offsetMsAt: () => 0, instantsOfWall: (wallMs) => [wallMs] };
  const format = formatOf(zone);
  if (format === null) return null;
  const offsetMsAt = (instantMs: number) => offsetMs(format, instantMs);
  return { zone, offsetMsAt, instantsOfWall: (wallMs) => instants(offsetMsAt, wallMs) };
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    // The platform throws a RangeError for a zone it does not know: data, so a value for the caller.
    return null;
  }
}

const SECOND_MS = 1000;
/** What `Date` and `Intl` can hold. */
const MAX_INSTANT_MS = 8.64e15;

function offsetMs(format: Intl.DateTimeFormat, instantMs: number): number {
  const clamped = Math.max(-MAX_INSTANT_MS, Math.min(MAX_INSTANT_MS, instantMs));
  const wholeMs = Math.floor(clamped / SECOND_MS) * SECOND_MS;
  const field = new Map(format.formatToParts(wholeMs).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(field.get(type));

  const year = field.get("era") === "BC" ? 1 - number("year") : number("year");
  const day = dayNumberOf(year, number("month"), number("day"));
  const seconds = number("hour") * 3600 + number("minute") * 60 + number("second");
  return day * DAY_MS + seconds * SECOND_MS - wholeMs;
}

/**
 * An offset in force about that time is tried on the wall time and kept if it is in force at the instant it yields.
 * A day before and after is enough: no offset is larger, and no zone changed its clocks twice within two days.
 */
function instants(offsetMsAt: (instantMs: number) => number, wallMs: number): readonly number[] {
  const offsets = new Set([offsetMsAt(wallMs - DAY_MS), offsetMsAt(wallMs), offsetMsAt(wallMs + DAY_MS)]);
  return [...offsets]
    .filter((offset) => offsetMsAt(wallMs - offset) === offset)
    .map((offset) => wallMs - offset)
    .sort((a, b) => a - b);
}
