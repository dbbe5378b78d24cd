import type { Where } from "@whenwhere/model";
import { type Frame, precisionOfRow } from "../frame.ts";
import { distanceText } from "../map-texts.ts";
import { type Box, boxesMeet, centeredBox, widened } from "../plane.ts";
import { rivalPlaces } from "../spots/spot-glyphs.ts";
import type { AreaGlyph, ClusterGlyph, EdgeGlyph, LabelGlyph, PointGlyph, RingGlyph } from "../types.ts";
import { radiusOf } from "./place-defaults.ts";
import { edgeBox, tagBox } from "./tag-placing.ts";

interface Drawn {
  readonly areas: readonly AreaGlyph[];
  readonly rings: readonly RingGlyph[];
  readonly marks: readonly PointGlyph[];
  readonly clusters: readonly ClusterGlyph[];
  readonly edges: readonly EdgeGlyph[];
  readonly origins: readonly {
    readonly row: number;
    readonly at: readonly [number, number];
    readonly radiusPx: number;
    readonly from: Where;
    readonly hinted: boolean;
  }[];
}

/** A wish for a label: the box that it stands beside, and its words. */
interface Wish {
  readonly box: Box;
  readonly text: string;
  readonly sub: string | null;
  readonly selected: boolean;
  readonly rank: number;
  readonly over?: LabelGlyph["over"];
  /** The ring that its words lie wholly in or wholly beside. */
  readonly ring?: Ring;
}

type Ring = Pick<RingGlyph, "x" | "y" | "radiusPx">;

const TEXT_PX = 11.5;
const SUB_PX = 11;
const LINE_PX = 13;
/** Texts are read and measured for at most this many glyphs a frame. */
const MAX_WISHES = 250;
const MAX_LABEL_PX = 190;
/** A ring up to this is an obstacle like a mark. */
const SMALL_RING_PX = 40;
/** Words beside a greater ring are far from its middle, and stand there first. */
const NEAR_RING_PX = 120;

/** Names beside glyphs, the more important first; a name that finds no free place is left out (the table has it). */
export function labelGlyphs(frame: Frame, drawn: Drawn): LabelGlyph[] {
  const taken = [...frame.covers, ...obstacles(drawn)];
  const labels: LabelGlyph[] = [];
  const seen = new Set<string>();
  for (const wish of wishesOf(frame, drawn)) {
    const spot = `${wish.text}@${Math.round(wish.box[0] / 40)},${Math.round(wish.box[1] / 40)}`;
    if (wish.text === "" || seen.has(spot)) continue;
    const placed =
      place(frame, wish, taken) ?? (wish.sub === null ? null : place(frame, { ...wish, sub: null }, taken));
    if (placed === null) continue;
    seen.add(spot);
    labels.push(placed.label);
    taken.push(placed.box);
  }
  return labels;
}

function obstacles({ areas, rings, marks, clusters, edges }: Drawn): Box[] {
  return [
    ...areas.map(tagBox),
    ...rings.filter(({ radiusPx }) => radiusPx < SMALL_RING_PX).map((ring) => centeredBox(ring, ring.radiusPx)),
    ...marks.map((mark) => centeredBox(mark, 7)),
    ...clusters.map((cluster) => centeredBox(cluster, cluster.radiusPx + 3)),
    ...edges.map((edge) => widened(edgeBox(edge), 2)),
  ];
}

function wishesOf(frame: Frame, { areas, rings, marks, clusters, origins }: Drawn): Wish[] {
  const ranked = [
    ...areas.map((glyph) => ({
      selected: glyph.selected,
      rank: 300 + glyph.count,
      wish: () => areaWish(frame, glyph),
    })),
    ...clusters.map((glyph) => ({
      selected: glyph.selected,
      rank: 100 + glyph.count,
      wish: () => clusterWish(frame, glyph),
    })),
    ...rings
      .filter(notOrigin)
      .map((glyph) => ({ selected: glyph.selected, rank: 220, wish: () => ringWish(frame, glyph) })),
    ...origins.map((origin) => ({
      selected: origin.row === frame.selectedRow,
      rank: 210,
      wish: () => originWish(frame, origin),
    })),
    ...marks.filter(notOrigin).map((glyph) => ({
      selected: glyph.selected,
      rank: glyph.share < 1 ? 50 : glyph.certainty === "certain" ? 90 : 60,
      wish: () => markWish(frame, glyph),
    })),
  ];
  ranked.sort((a, b) => Number(b.selected) - Number(a.selected) || b.rank - a.rank);
  return ranked.slice(0, MAX_WISHES).map(({ wish }) => wish());
}

const notOrigin = ({ part }: PointGlyph | RingGlyph): boolean => part !== "from";

function areaWish(frame: Frame, area: AreaGlyph): Wish {
  const { kind, radiusPx, assumed } = area;
  const precision = kind === "cell" ? "district" : kind;
  const only = kind === "cell" ? frame.texts.blurred : frame.texts.only(precision);
  const sub = radiusPx !== null && assumed === true && kind !== "sea" ? `${only} ${frame.texts.assumed}` : only;
  const over = strokesUnder(area);
  return {
    ...{ box: tagBox(area), text: area.name, sub: sub.trim() === "" ? null : sub, selected: area.selected, rank: 0 },
    ...(over === null ? {} : { over }),
  };
}

/** What a label beside the tag lies on; null where the tag stands outside of its area, or that is a line. */
function strokesUnder({ kind, lines, tag }: AreaGlyph): NonNullable<LabelGlyph["over"]> | null {
  if (tag.leader || lines.length > 0) return null;
  return kind === "sea" ? "sea" : "hatch";
}

function clusterWish(frame: Frame, cluster: ClusterGlyph): Wish {
  const r = cluster.radiusPx + (cluster.selected ? 8 : 4);
  const names = new Set<string>();
  for (const row of cluster.count <= 20 ? cluster.rows : []) names.add(frame.store.incident(row).where?.name ?? "");
  const known = [...names].filter((name) => name !== "");
  const text = known.length <= 2 ? known.join(", ") : "";
  return { box: centeredBox(cluster, r), text, sub: null, selected: cluster.selected, rank: 0 };
}

function ringWish(frame: Frame, ring: RingGlyph): Wish {
  const incident = frame.store.incident(ring.row);
  const rival = ring.part === "rival";
  const where = rival ? rivalNear(frame, ring) : incident.where;
  const { radiusM, basis } = radiusOf(precisionOfRow(frame, ring.row), where?.radiusM ?? Number.NaN, where?.basis);
  const sub = frame.texts.within(distanceText(radiusM, frame.locale), basis === "assumed");
  return {
    ...besideRing(ring),
    text: where?.name ?? "",
    sub,
    selected: ring.selected,
    rank: 0,
  };
}

function markWish(frame: Frame, mark: PointGlyph): Wish {
  const incident = frame.store.incident(mark.row);
  const choice = mark.share < 1 && incident.where?.geometry?.type === "MultiPoint";
  const where = choice || mark.part === "rival" ? rivalNear(frame, mark) : incident.where;
  const only = choice ? "" : frame.texts.only(precisionOfRow(frame, mark.row));
  const doubts = [
    mark.share < 1 ? frame.texts.oneOf(Math.round(1 / mark.share)) : "",
    only,
    mark.certainty === "possible" ? frame.texts.possibly : "",
  ].filter((text) => text !== "");
  return {
    box: centeredBox(mark, mark.selected ? 13 : 7),
    text: where?.name ?? (choice ? incident.where?.name : null) ?? "",
    sub: doubts.length === 0 ? null : doubts.join(", "),
    selected: mark.selected,
    rank: 0,
  };
}

/** The rival place that a glyph stands for: the one that projects nearest to it. */
function rivalNear(frame: Frame, { row, x, y }: PointGlyph | RingGlyph): Where | undefined {
  const distance = ({ lon, lat }: Where) => {
    const at = frame.viewport.project(lon as number, lat as number);
    return at === null ? Infinity : Math.hypot(at[0] - x, at[1] - y);
  };
  return rivalPlaces(frame.store.incident(row)).sort((a, b) => distance(a) - distance(b))[0];
}

function originWish(frame: Frame, { at, radiusPx, from, hinted, row }: Drawn["origins"][number]): Wish {
  const name = from.name ?? from.admin1 ?? (from.country == null ? "" : frame.countryName(from.country));
  const sub = hinted ? frame.texts.originHinted : null;
  return {
    ...besideRing({ x: at[0], y: at[1], radiusPx: Math.max(radiusPx, 7) }),
    text: name,
    sub,
    selected: row === frame.selectedRow,
    rank: 0,
  };
}

function besideRing(ring: Ring): Pick<Wish, "box" | "ring"> {
  const box = centeredBox(ring, ring.radiusPx);
  return ring.radiusPx < SMALL_RING_PX ? { box } : { box, ring };
}

/** Long names end in an ellipsis; the record card has them whole. */
function fitted(frame: Frame, text: string, weight: number): string {
  if (frame.metrics.width(text, TEXT_PX, weight) <= MAX_LABEL_PX) return text;
  const words = text.split(" ");
  while (words.length > 1 && frame.metrics.width(`${words.join(" ")}…`, TEXT_PX, weight) > MAX_LABEL_PX) words.pop();
  return `${words.join(" ").replace(/[,;:]$/, "")}…`;
}

function place(
  frame: Frame,
  { box, text: whole, sub, selected, over, ring }: Wish,
  taken: readonly Box[],
): { label: LabelGlyph; box: Box } | null {
  const weight = selected ? 650 : 400;
  const text = fitted(frame, whole, weight);
  const width = Math.max(
    frame.metrics.width(text, TEXT_PX, weight),
    sub === null ? 0 : frame.metrics.width(sub, SUB_PX),
  );
  const height = sub === null ? LINE_PX : LINE_PX * 2;
  for (const { anchor, x, top } of ring === undefined ? candidates(box, height) : ringCandidates(box, height, ring)) {
    const x0 = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    const wanted: Box = [x0 - 1, top - 1, x0 + width + 1, top + height + 1];
    const { viewport } = frame;
    const inside =
      wanted[0] >= 2 && wanted[1] >= 2 && wanted[2] <= viewport.widthPx - 2 && wanted[3] <= viewport.heightPx - 2;
    if (!inside || taken.some((other) => boxesMeet(other, wanted))) continue;
    if (ring !== undefined && crosses(wanted, ring)) continue;
    const label = { x, y: top + 10.5, text, sub, anchor, selected, ...(over === undefined ? {} : { over }) };
    return { label, box: wanted };
  }
  return null;
}

/** Whether the edge of a ring runs through a box. */
function crosses([x0, y0, x1, y1]: Box, { x, y, radiusPx }: Ring): boolean {
  const nearest = Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
  const farthest = Math.hypot(Math.max(x - x0, x1 - x), Math.max(y - y0, y1 - y));
  return nearest < radiusPx && farthest > radiusPx;
}

/** Beside a ring and in its middle; a wide one is named inside. */
function ringCandidates(box: Box, height: number, { x, y, radiusPx }: Ring): Candidate[] {
  const middle: Candidate = { anchor: "middle", x, top: y - height / 2 };
  const beside = candidates(box, height);
  return radiusPx > NEAR_RING_PX ? [middle, ...beside] : [...beside, middle];
}

interface Candidate {
  readonly anchor: LabelGlyph["anchor"];
  readonly x: number;
  readonly top: number;
}

/** Right, left, above, below, then the corners. */
function candidates([x0, y0, x1, y1]: Box, height: number): Candidate[] {
  const middle = (y0 + y1) / 2 - height / 2;
  const center = (x0 + x1) / 2;
  return [
    { anchor: "start", x: x1 + 4, top: middle },
    { anchor: "end", x: x0 - 4, top: middle },
    { anchor: "middle", x: center, top: y0 - height - 3 },
    { anchor: "middle", x: center, top: y1 + 3 },
    { anchor: "start", x: x1, top: y0 - height },
    { anchor: "start", x: x1, top: y1 },
    { anchor: "end", x: x0, top: y0 - height },
    { anchor: "end", x: x0, top: y1 },
  ];
}
