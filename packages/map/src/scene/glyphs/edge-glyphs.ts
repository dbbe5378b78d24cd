import type { Frame } from "../frame.ts";
import { projectNear } from "../frame.ts";
import { type Holding, joined, withRows } from "../holding.ts";
import { type Box, boxesMeet, centeredBox } from "../plane.ts";
import type { EdgeGlyph } from "../types.ts";

/** Rows whose place lies beyond the view. */
export interface BeyondPart {
  readonly held: Holding;
  readonly lon: number;
  readonly lat: number;
  /** Which party it belongs to, where its rows are too many to be asked for their country. */
  readonly party?: { readonly key: string; readonly name: string };
}

const HEIGHT_PX = 22;
const GAP_PX = 6;
const TEXT_PX = 11.5;
/** A longer name ends in an ellipsis; the list behind the tag has it whole. */
const MAX_NAME_PX = 120;

interface Party {
  readonly key: string;
  readonly name: string;
  readonly held: Holding;
  readonly lon: number;
  readonly lat: number;
}

/** Tags at the edge, most rows first, at most `max`; the last one stands for the rest. They keep off the boxes of `avoid` while there is room. Law: they hold all rows of `parts`. */
export function edgeGlyphs(
  frame: Frame,
  parts: readonly BeyondPart[],
  { max, avoid }: { readonly max: number; readonly avoid: readonly Box[] },
): EdgeGlyph[] {
  const parties = partiesOf(frame, parts).sort((a, b) => b.held.count - a.held.count || (a.key < b.key ? -1 : 1));
  const kept = parties.length > max ? parties.slice(0, max - 1) : parties;
  const rest = parties.slice(kept.length);
  const taken: Box[] = [...avoid];
  const glyphs = kept.map((party) => edgeGlyph(frame, party, taken));
  if (rest.length > 0) glyphs.push(edgeGlyph(frame, restOf(frame, rest), taken));
  return glyphs;
}

function restOf(frame: Frame, rest: readonly Party[]): Party {
  const held = joined(rest.map((party) => party.held));
  const first = rest[0] as Party;
  return {
    key: "more",
    name: frame.texts.more(new Intl.NumberFormat(frame.locale).format(held.count)),
    held,
    lon: first.lon,
    lat: first.lat,
  };
}

/** One party a country; a party of one row goes by its place's own name. Records are read once a part, not once a row. */
function partiesOf(frame: Frame, parts: readonly BeyondPart[]): Party[] {
  const byKey = new Map<string, { parts: BeyondPart[]; names: Set<string>; name: string }>();
  for (const part of parts) {
    const where = part.party === undefined ? frame.store.incident(part.held.rows()[0] as number).where : undefined;
    const country = where?.country ?? "";
    const key = part.party?.key ?? (country === "" ? "elsewhere" : country);
    const name = part.party?.name ?? (country === "" ? frame.texts.elsewhere : frame.countryName(country));
    const party = byKey.get(key) ?? { parts: [], names: new Set<string>(), name };
    party.parts.push(part);
    party.names.add(part.party?.name ?? where?.name ?? "");
    byKey.set(key, party);
  }
  return [...byKey].map(([key, { parts: own, names, name: shared }]) => {
    const [only] = names;
    const largest = own.reduce((a, b) => (b.held.count > a.held.count ? b : a));
    const name = names.size === 1 && only ? only : shared;
    return { key, name, held: joined(own.map(({ held }) => held)), lon: largest.lon, lat: largest.lat };
  });
}

function edgeGlyph(frame: Frame, party: Party, taken: Box[]): EdgeGlyph {
  const count = new Intl.NumberFormat(frame.locale).format(party.held.count);
  const room = Math.min(MAX_NAME_PX, frame.viewport.widthPx / 3);
  const text = party.key === "more" ? party.name : `${shortened(frame, party.name, room)} ${count}`;
  const widthPx = Math.ceil(frame.metrics.width(text, TEXT_PX) + 50);
  const bearing = bearingOf(frame, party);
  const [x, y] = freePlace(frame, { bearing, widthPx, taken });
  taken.push(boxAt(x, y, widthPx));
  const category = party.held.shares[0]?.category ?? 0;
  const glyph = {
    key: party.key,
    x,
    y,
    widthPx,
    heightPx: HEIGHT_PX,
    name: party.name,
    text,
    count: party.held.count,
    category,
    bearing,
    lon: party.lon,
    lat: party.lat,
  };
  return withRows(glyph, party.held.rows);
}

function shortened(frame: Frame, name: string, roomPx: number): string {
  if (frame.metrics.width(name, TEXT_PX) <= roomPx) return name;
  const letters = [...name];
  while (letters.length > 1 && frame.metrics.width(`${letters.join("")}…`, TEXT_PX) > roomPx) letters.pop();
  return `${letters
    .join("")
    .trimEnd()
    .replace(/[,;:]$/, "")}…`;
}

function bearingOf(frame: Frame, { lon, lat }: Party): number {
  const { viewport } = frame;
  const at = projectNear(frame, lon, lat);
  if (at !== null) return Math.atan2(at[0] - viewport.widthPx / 2, viewport.heightPx / 2 - at[1]);
  const [lon0, lat0] = viewport.center ?? [0, 0];
  const rad = Math.PI / 180;
  const y = Math.sin((lon - lon0) * rad) * Math.cos(lat * rad);
  const x =
    Math.cos(lat0 * rad) * Math.sin(lat * rad) -
    Math.sin(lat0 * rad) * Math.cos(lat * rad) * Math.cos((lon - lon0) * rad);
  return Math.atan2(y, x);
}

interface Wish {
  readonly bearing: number;
  readonly widthPx: number;
  readonly taken: readonly Box[];
}

const boxAt = (x: number, y: number, widthPx: number): Box =>
  centeredBox({ x, y }, (widthPx + GAP_PX) / 2, (HEIGHT_PX + GAP_PX) / 2);

/** The spot on the frame that the bearing points to, or the nearest one along the frame that is free. */
function freePlace(frame: Frame, { bearing, widthPx, taken }: Wish): readonly [number, number] {
  const spots = Array.from({ length: 73 }, (_, i) =>
    onFrame(frame, bearing + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 0.0872, widthPx),
  );
  const free = spots.find(([x, y]) => !taken.some((box) => boxesMeet(box, boxAt(x, y, widthPx))));
  return free ?? (spots[0] as readonly [number, number]);
}

function onFrame(frame: Frame, bearing: number, widthPx: number): readonly [number, number] {
  const { viewport, insets } = frame;
  const left = insets.left + widthPx / 2 + 8;
  const right = viewport.widthPx - insets.right - widthPx / 2 - 8;
  const top = insets.top + HEIGHT_PX / 2 + 8;
  const bottom = viewport.heightPx - insets.bottom - HEIGHT_PX / 2 - 8;
  const [cx, cy] = [viewport.widthPx / 2, viewport.heightPx / 2];
  const far = viewport.widthPx + viewport.heightPx;
  const [dx, dy] = [Math.sin(bearing), -Math.cos(bearing)];
  const reach = Math.min(
    far,
    dx === 0 ? far : Math.abs(((dx > 0 ? right : left) - cx) / dx),
    dy === 0 ? far : Math.abs(((dy > 0 ? bottom : top) - cy) / dy),
  );
  const clamp = (value: number, low: number, high: number) =>
    low > high ? (low + high) / 2 : Math.max(low, Math.min(high, value));
  return [clamp(cx + dx * reach, left, right), clamp(cy + dy * reach, top, bottom)];
}
