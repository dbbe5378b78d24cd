/** Texts of rows in one buffer, to cross to another thread: text r is the units from `ends[r - 1]` to `ends[r]`. */
export interface PackedRowTexts {
  readonly ends: Uint32Array;
  /** Units of UTF-16; in bytes where all of them are ASCII. */
  readonly units: Uint8Array | Uint16Array;
}

export function packRowTexts(texts: readonly string[]): PackedRowTexts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [row, text] of texts.entries()) {
    end += text.length;
    ends[row] = end;
  }
  const wide = new Uint16Array(end);
  let seen = 0;
  let at = 0;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      wide[at++] = unit;
      seen |= unit;
    }
  }
  return { ends, units: seen < 128 ? Uint8Array.from(wide) : wide };
}

/** The texts by row. They are pieces of one long text, so that each costs next to nothing. */
export function unpackRowTexts({ ends, units }: PackedRowTexts): readonly string[] {
  const encoding = units instanceof Uint8Array ? "utf-8" : "utf-16le";
  const whole = new TextDecoder(encoding, { ignoreBOM: true }).decode(units);
  const texts: string[] = [];
  let from = 0;
  for (const end of ends) {
    texts.push(whole.slice(from, end));
    from = end;
  }
  return texts;
}
