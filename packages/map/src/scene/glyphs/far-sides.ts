import { turnToward } from "../earth.ts";
import { type Frame, shownOf } from "../frame.ts";
import type { Holding } from "../holding.ts";
import { mercatorY } from "../mercator.ts";
import type { CountTable } from "../spots/place-counts.ts";
import type { BeyondPart } from "./edge-glyphs.ts";

/** Where beyond the view something lies: the tags at the edge stand in four directions. */
const SIDES = ["north", "east", "south", "west"] as const;
/** What is this far beyond the edge of the view cannot be projected into it by any bend of a globe. */
const REACH = 1.5;

interface Place {
  readonly lon: number;
  readonly lat: number;
}

/** What lies beyond the view by direction: a country each would mean to read a record each. */
export function bySide(frame: Frame, parts: readonly BeyondPart[]): BeyondPart[] {
  const view = viewOf(frame);
  return parts.map((part) => ({ ...part, party: part.party ?? partyOf(frame, sideOf(view, part)) }));
}

/** What is asked of slots. */
export type SlotCounts = Pick<CountTable, "shown" | "certain" | "shares" | "rowsOf">;

interface FarSide {
  count: number;
  certain: number;
  most: number;
  lon: number;
  lat: number;
  largest: number;
  readonly slots: number[];
}

/** Slots of the kept counts that lie beyond the view, by side; where the largest of them is gives the direction. */
export class FarSides {
  readonly #frame: Frame;
  readonly #table: SlotCounts;
  readonly #view: View;
  readonly #sides: FarSide[] = SIDES.map(() => ({
    ...{ count: 0, certain: 0, most: 0, lon: 0, lat: 0, largest: 0, slots: [] },
  }));

  constructor(frame: Frame, table: SlotCounts) {
    this.#frame = frame;
    this.#table = table;
    this.#view = viewOf(frame);
  }

  /** Takes a slot that nothing of can stand in the view; false for one that may. Without projecting it: there are many. */
  takes(slot: number, { reachPx, ...place }: Place & { readonly reachPx: number }): boolean {
    if (mayBeSeen(this.#view, place, reachPx)) return false;
    this.add(slot, place.lon, place.lat);
    return true;
  }

  add(slot: number, lon: number, lat: number): void {
    const count = this.#table.shown[slot] as number;
    if (count === 0) return;
    const far = this.#sides[sideOf(this.#view, { lon, lat })] as FarSide;
    far.slots.push(slot);
    far.count += count;
    far.certain += this.#table.certain[slot] as number;
    if (count > far.most) Object.assign(far, { most: count, lon, lat, largest: slot });
  }

  /** One part a side, in the hue of its largest slot. */
  parts(): BeyondPart[] {
    const [frame, table] = [this.#frame, this.#table];
    return this.#sides.flatMap(({ count, certain, lon, lat, largest, slots }, side) => {
      if (count === 0) return [];
      const held: Holding = {
        ...{ count, certain, possible: count - certain, shares: table.shares(largest).slice(0, 1) },
        selected: false,
        hovered: false,
        rows: () => slots.flatMap((slot) => shownOf(frame, table.rowsOf(slot))),
      };
      return [{ held, lon, lat, party: partyOf(frame, side) }];
    });
  }
}

interface View {
  readonly lon: number;
  readonly y: number;
  readonly worldPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Near the poles of a globe everything is near in longitude. */
  readonly round: boolean;
}

function viewOf({ viewport }: Frame): View {
  const [lon, lat] = viewport.center ?? [0, 0];
  const { widthPx, heightPx } = viewport;
  const worldPx = 512 * 2 ** viewport.zoom;
  const round = ((widthPx * REACH) / 2 / worldPx) * 360 > 150 || Math.abs(lat) > 65;
  return { lon, y: mercatorDegrees(lat), worldPx, widthPx, heightPx, round };
}

function mayBeSeen({ lon, y, worldPx, widthPx, heightPx, round }: View, place: Place, reachPx: number): boolean {
  const dx = Math.abs(eastOf(lon, place));
  const dy = Math.abs(mercatorDegrees(place.lat) - y);
  const degrees = (sizePx: number) => (((sizePx * REACH) / 2 + reachPx * 2) / worldPx) * 360;
  return (round || dx <= degrees(widthPx)) && (round || dy <= degrees(heightPx));
}

function sideOf({ lon, y, widthPx, heightPx }: View, place: Place): number {
  const dx = eastOf(lon, place);
  const dy = mercatorDegrees(place.lat) - y;
  return Math.abs(dx) * heightPx > Math.abs(dy) * widthPx ? (dx > 0 ? 1 : 3) : dy > 0 ? 0 : 2;
}

/** Degrees from a meridian to a place, the shorter way round: positive to the east. */
function eastOf(meridian: number, { lon }: Place): number {
  return lon - meridian + turnToward(meridian, lon);
}

/** How far north of the equator, in degrees of longitude that are as wide. */
function mercatorDegrees(lat: number): number {
  return (0.5 - mercatorY(lat)) * 360;
}

function partyOf({ texts }: Frame, side: number): { readonly key: string; readonly name: string } {
  return { key: `elsewhere/${SIDES[side]}`, name: texts.elsewhere };
}
