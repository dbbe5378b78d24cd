/** Whose records these are and on what terms: a store, a collection and a result of `readIncidents` fit. */
export interface Credit {
  readonly attribution?: string | null | undefined;
  readonly license?: string | null | undefined;
}

/** The line that must stand beside the records wherever they are shown or saved; "" when nothing is demanded. */
export function creditLine(...credits: readonly Credit[]): string {
  const parts = credits.flatMap(({ attribution, license }) => [attribution, license]).map((text) => text?.trim() ?? "");
  return parts.filter((text, i) => text !== "" && parts.indexOf(text) === i).join(" · ");
}

/** The line cut into lines of a width for pictures, at blanks where there are some. */
export function creditLines(text: string, widthPx: number, sizePx: number): readonly string[] {
  // Wide letters of a sans face; a little too narrow a line is better than one that is cut off.
  const most = Math.max(8, Math.floor(widthPx / (sizePx * 0.6)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${most}}`, "gsu")) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
