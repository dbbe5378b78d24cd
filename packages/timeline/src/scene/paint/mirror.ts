import { withColumns } from "../lanes/lane-columns.ts";
import type { Box, LaneBox, Layer, MarkBar, Primitive, TimelineScene } from "../types.ts";

const OPPOSITE = { left: "right", right: "left", center: "center" } as const;

/** The same scene with time running from right to left. Scenes are laid out once, along the inline direction; this comes last. */
export function mirrorScene(scene: TimelineScene): TimelineScene {
  const widthPx = scene.widthPx;
  const flip = <T extends Box>(box: T): T => ({ ...box, xPx: widthPx - box.xPx - box.widthPx });
  const flipBar = (bar: MarkBar): MarkBar => ({
    ...flip(bar),
    stated: bar.stated === null ? null : [widthPx - bar.stated[0] - bar.stated[1], bar.stated[1]],
    ticksPx: bar.ticksPx.map((x) => widthPx - x),
  });
  return {
    ...scene,
    dir: "rtl",
    plot: flip(scene.plot),
    lanes: scene.lanes.map((lane) => flipLane(lane, flip)),
    heads: scene.heads.map(flip),
    histogram:
      scene.histogram === null ? null : { ...flip(scene.histogram), columns: scene.histogram.columns.map(flip) },
    marks: scene.marks.map((mark) => ({
      ...flip(mark),
      bars: mark.bars.map(flipBar),
      label: mark.label === null ? null : flip(mark.label),
      ...(mark.speakers === undefined ? {} : { speakers: mark.speakers.map(flip) }),
    })),
    notes: scene.notes.map((note) => ({
      ...flip(note),
      labelBox: note.labelBox === null ? null : flip(note.labelBox),
    })),
    links: {
      ...scene.links,
      arrows: scene.links.arrows.map((arrow) => ({
        ...arrow,
        points: arrow.points.map(([x, y]) => [widthPx - x, y] as const),
        textBox: arrow.textBox === null ? null : flip(arrow.textBox),
      })),
    },
    undated: scene.undated === null ? null : flip(scene.undated),
    axis: {
      ...scene.axis,
      ticks: scene.axis.ticks.map((tick) => ({ ...tick, xPx: widthPx - tick.xPx })),
      changes: scene.axis.changes.map((change) => ({ ...change, xPx: widthPx - change.xPx })),
      lines: scene.axis.lines.map((one) => ({
        ...one,
        ticks: one.ticks.map((tick) => ({ ...tick, xPx: widthPx - tick.xPx })),
      })),
    },
    overview:
      scene.overview === null
        ? null
        : {
            ...flip(scene.overview),
            brushPx: [widthPx - scene.overview.brushPx[0], widthPx - scene.overview.brushPx[1]],
          },
    layers: scene.layers.map((layer) => mirrorLayer(layer, widthPx)),
  };
}

/** Columns are flipped when somebody asks for them. */
function flipLane(lane: LaneBox, flip: <T extends Box>(box: T) => T): LaneBox {
  const { code, name, level, shown, drawn, folded, style, band, peak, xPx, yPx, widthPx, heightPx } = lane;
  const box = flip({ xPx, yPx, widthPx, heightPx });
  const own = { code, name, level, shown, drawn, folded, style, peak, ...(band === undefined ? {} : { band }), ...box };
  return withColumns(own, () => lane.columns.map(flip));
}

function mirrorLayer(layer: Layer, widthPx: number): Layer {
  const clip = layer.clip === null ? null : { ...layer.clip, xPx: widthPx - layer.clip.xPx - layer.clip.widthPx };
  return { ...layer, clip, items: layer.items.map((item) => mirrorItem(item, widthPx)) };
}

function mirrorItem(item: Primitive, widthPx: number): Primitive {
  if (item.t === "rect" && item.down === true) return { ...item, x: widthPx - item.x - item.w };
  if (item.t === "rect") {
    return { ...item, x: widthPx - item.x - item.w, fadeLeft: item.fadeRight, fadeRight: item.fadeLeft };
  }
  if (item.t === "rects") {
    return {
      ...item,
      boxes: item.boxes.map((value, i) => (i % 4 === 0 ? widthPx - value - (item.boxes[i + 2] as number) : value)),
    };
  }
  if (item.t === "band") return { ...item, x: widthPx - item.x, dir: item.dir === 1 ? -1 : 1 };
  if (item.t === "path") return { ...item, points: item.points.map(([x, y]) => [widthPx - x, y] as const) };
  if (item.t === "text") return { ...item, x: widthPx - item.x, anchor: OPPOSITE[item.anchor] };
  return { ...item, x: widthPx - item.x };
}
