import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view";
import { cutText, type SheetPen, textNode } from "./sheet-text.ts";
import { shownRecords } from "./shown-records.ts";

/** A box of the sheet, from the side on which its language begins. */
export interface SheetRoom {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

const LINE_PX = 17;
const SIZE_PX = 11.5;
const GAP_PX = 10;
const HEAD_PX = 26;

/** What, when and where of as many records as the room holds, and how many more there are. */
export function sheetRecords(room: SheetRoom, pen: SheetPen, options: { store: Store; words: Words }): string {
  const { store, words } = options;
  const records = shownRecords(store);
  const most = Math.max(1, Math.floor((room.heightPx - HEAD_PX) / LINE_PX));
  const listed = records.slice(0, records.length > most ? most - 1 : most);
  const whatPx = Math.round(room.widthPx * 0.5);
  const whenPx = Math.round(room.widthPx * 0.27);
  const line = (text: string, index: number, column: { fromPx: number; widthPx: number; ink: string }): string => {
    const fitted = cutText(text, column.widthPx - GAP_PX, { sizePx: SIZE_PX, metrics: pen.metrics });
    const y = room.yPx + HEAD_PX + 8 + index * LINE_PX;
    return textNode({ text: fitted, x: room.xPx + column.fromPx, y, sizePx: SIZE_PX, ink: column.ink }, pen);
  };
  const what = { fromPx: 0, widthPx: whatPx, ink: "ink" };
  const when = { fromPx: whatPx, widthPx: whenPx, ink: "ink2" };
  const where = { fromPx: whatPx + whenPx, widthPx: room.widthPx - whatPx - whenPx, ink: "ink2" };
  const body = listed.flatMap((incident, index) => [
    line(incident.title, index, what),
    line(words.whenShortOf(incident), index, when),
    line(words.whereShort(incident.where), index, where),
  ]);
  const more = records.length - listed.length;
  if (more > 0) body.push(line(words.t("export.more", { n: more }), listed.length, { ...what, ink: "ink2" }));
  const heading = { text: words.t("table.title"), x: room.xPx, y: room.yPx + 13, sizePx: 12, weight: 700 };
  return textNode(heading, pen) + body.join("");
}
