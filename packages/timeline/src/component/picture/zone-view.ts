import type { Store } from "@whenwhere/store";
import { type AxisCalendar, axisCalendar } from "../../scene/axis/axis-calendar.ts";
import { initialView } from "../../scene/axis/initial-view.ts";
import { type SecondCalendar, secondCalendar } from "../../scene/axis/second-calendar.ts";
import { fullSpan, type StatedTimes, statedTimes } from "../../scene/axis/stated-extent.ts";
import { type ZoneTime, zoneTime } from "../../scene/axis/zone-time.ts";
import { hasInstants, zonedStore } from "../../scene/axis/zoned-store.ts";
import type { SceneStore, TimeSpan } from "../../scene/types.ts";

/** A store as the axis of one zone sees it. */
export interface ZoneView {
  readonly calendar: AxisCalendar;
  readonly store: SceneStore;
  /** What its records state. */
  readonly stated: StatedTimes;
  /** The span of all dates. */
  readonly full: TimeSpan;
  /** The view that nobody has chosen yet. */
  readonly first: TimeSpan;
  /**
   * A span of the axis as the window to ask the store for. Windows of the store are spans of UTC. Where all records are days of
   * the calendar, a window from midnight to midnight of the axis asks for just these days. As soon as a record has a time of
   * day, a window is a span of instants, and a day that reaches over its edge in UTC is counted as only possibly in it.
   */
  windowOf(span: TimeSpan): TimeSpan;
  /** The inverse: where the axis has a window. */
  spanOf(window: TimeSpan): TimeSpan;
}

/** Clocks by the name in the options; `local` is the zone of the reader's machine. */
export function zoneOf(name: string | undefined): ZoneTime {
  return zoneTime(name === "local" ? new Intl.DateTimeFormat().resolvedOptions().timeZone : (name ?? "UTC"));
}

/** The view of a store in a zone. Each part is made when first asked for; make a new view when the data change. */
export function createZoneView(store: Store, zone: string | undefined): ZoneView {
  const calendar = axisCalendar(zoneOf(zone));
  const { time } = calendar;
  let zoned: SceneStore | null = null;
  let stated: StatedTimes | null = null;
  let full: TimeSpan | null = null;
  let first: TimeSpan | null = null;
  let instants: boolean | null = null;
  const asIs = (): boolean => {
    instants ??= time.isUtc || hasInstants(store);
    return instants;
  };
  const view: ZoneView = {
    calendar,
    get store() {
      zoned ??= zonedStore(store, time);
      return zoned;
    },
    get stated() {
      stated ??= statedTimes(view.store);
      return stated;
    },
    get full() {
      full ??= fullSpan(view.store, view.stated);
      return full;
    },
    get first() {
      first ??= initialView(view.store, view.stated);
      return first;
    },
    windowOf: (span) => (asIs() ? span : { startMs: time.wallMs(span.startMs), endMs: time.wallMs(span.endMs) }),
    spanOf: (span) => (asIs() ? span : { startMs: time.instantMs(span.startMs), endMs: time.instantMs(span.endMs) }),
  };
  return view;
}

/** The lines below the Gregorian one. */
export function secondCalendars(names: readonly string[] | undefined, locale: string): readonly SecondCalendar[] {
  return (names ?? []).filter((name) => name !== "gregory").map((name) => secondCalendar(name, locale));
}
