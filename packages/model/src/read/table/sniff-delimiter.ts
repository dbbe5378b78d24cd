const CANDIDATES = [",", ";", "\t", "|"] as const;

/**
 * The delimiter of a table: the candidate that splits the first lines into the same number of cells, more than one,
 * most evenly. A comma when none does.
 */
export function sniffDelimiter(text: string): string {
  const lines = headLines(text.slice(0, 65_536));
  let best = ",";
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const score = evenness(lines, candidate);
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
}

/** Cells of the header, the first line that has several, weighted by the share of lines that have as many. */
function evenness(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => line.split(delimiter).length);
  const header = counts.find((count) => count > 1) ?? 0;
  const even = counts.filter((count) => count === header).length / counts.length;
  return even * (2 + Math.log2(header));
}

/** The first lines with quoted parts taken out, since those may hold anything. */
function headLines(head: string): readonly string[] {
  return head
    .replace(/"(?:[^"]|"")*"/g, "q")
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 30);
}
