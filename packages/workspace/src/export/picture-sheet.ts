import type { Store } from "@whenwhere/store";
import { canvasTextMetrics, FONT_FAMILY, type Theme, type Words } from "@whenwhere/view";
import { escapeXml } from "@whenwhere/view/pure";
import type { ExportScope } from "./export-scope.ts";
import { sheetRecords } from "./sheet-records.ts";
import { type SheetPen, type SheetText, textNode, wrapText } from "./sheet-text.ts";

/** What a sheet is made of. */
export interface SheetOptions {
  readonly store: Store;
  readonly words: Words;
  readonly title: string;
  readonly scope: ExportScope;
  readonly theme: Theme;
  /** Self-contained SVG documents that say their width and height first. */
  readonly timeline: string | null;
  readonly map: string | null;
}

/** One SVG document and its size. */
export interface Sheet {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

const EDGE_PX = 16;
const LEAST_PX = 480;
/** Less room than this beside the map is left empty: words cut to a few letters say nothing. */
const LEAST_LIST_PX = 260;

function sizeOf(svg: string | null): { widthPx: number; heightPx: number } {
  const [, width = "0", height = "0"] = /^<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg ?? "") ?? [];
  return { widthPx: Number(width), heightPx: Number(height) };
}

/** Grows downwards: everything that is said or drawn stands below what stood before. */
class SheetColumn {
  readonly parts: string[] = [];
  yPx = 8;
  readonly #pen: SheetPen;

  constructor(pen: SheetPen) {
    this.#pen = pen;
  }

  say(text: string, sizePx: number, look: Pick<SheetText, "weight" | "ink"> = {}): void {
    if (text === "") return;
    const { widthPx, metrics } = this.#pen;
    for (const line of wrapText(text, widthPx - 2 * EDGE_PX, { sizePx, metrics })) {
      this.yPx += Math.round(sizePx * 1.4);
      this.parts.push(textNode({ text: line, x: EDGE_PX, y: this.yPx, sizePx, ...look }, this.#pen));
    }
  }

  rule(): void {
    const { widthPx, theme } = this.#pen;
    const fill = escapeXml(theme["rule"] ?? "#000");
    this.parts.push(`<rect x="0" y="${this.yPx}" width="${widthPx}" height="1" fill="${fill}"/>`);
    this.yPx += 1;
  }

  /** A document inside the sheet: nested `svg` elements keep their own coordinates, and ids differ by their hash. */
  draw(svg: string, beside?: (topPx: number) => string): void {
    const { widthPx, rtl } = this.#pen;
    const size = sizeOf(svg);
    const x = rtl ? widthPx - size.widthPx : 0;
    this.rule();
    this.parts.push(svg.replace(/^<svg /, `<svg x="${x}" y="${this.yPx}" `), beside?.(this.yPx) ?? "");
    this.yPx += size.heightPx;
  }
}

/**
 * Everything that is shown on one sheet: title, honest count, filters in words, timeline, map, as many records as find room
 * beside it, and whose records these are. Plain SVG 1.1 without script or links; all texts are escaped.
 */
export function pictureSheet(options: SheetOptions): Sheet {
  const { words, title, scope, theme, timeline, map } = options;
  const rtl = words.dir === "rtl";
  const [time, place] = [sizeOf(timeline), sizeOf(map)];
  const widthPx = Math.ceil(Math.max(LEAST_PX, time.widthPx, place.widthPx));
  const pen: SheetPen = { widthPx, rtl, theme, metrics: canvasTextMetrics() };
  const column = new SheetColumn(pen);
  column.say(title, 19, { weight: 700 });
  column.say(scope.counts, 13, { weight: 600 });
  column.say(scope.filters, 12, { ink: "ink2" });
  column.yPx += 10;
  if (timeline !== null) column.draw(timeline);
  if (map !== null) {
    column.draw(map, (yPx) => {
      const room = { xPx: place.widthPx + EDGE_PX, yPx, widthPx: widthPx - place.widthPx - 2 * EDGE_PX };
      if (room.widthPx < LEAST_LIST_PX) return "";
      return sheetRecords({ ...room, heightPx: place.heightPx }, pen, options);
    });
  }
  column.rule();
  column.say([scope.credit, scope.date].filter((text) => text !== "").join(" · "), 10.5, { ink: "ink2" });
  const heightPx = Math.ceil(column.yPx + 10);
  const size = `width="${widthPx}" height="${heightPx}"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${widthPx} ${heightPx}" role="img" lang="${escapeXml(words.locale)}" font-family="${escapeXml(FONT_FAMILY)}">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml([scope.counts, scope.filters, scope.date].join(" "))}</desc>`,
    `<rect ${size} fill="${escapeXml(theme["page"] ?? "#fff")}"/>`,
    ...column.parts,
    "</svg>",
  ].join("");
  return { svg, widthPx, heightPx };
}
