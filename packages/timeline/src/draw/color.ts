/** The same colour, clear, for the ends of a gradient. Takes `#rgb`, `#rrggbb`, `rgb()`; others go through `color-mix`. */
export function clear(color: string): string {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim());
  if (hex !== null) {
    const digits = hex[1] as string;
    const wide = digits.length === 3 ? Array.from(digits, (d) => d + d).join("") : digits;
    const value = Number.parseInt(wide, 16);
    return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},0)`;
  }
  const rgb = /^rgb\(\s*(\d+(?:\.\d+)?)[,\s]+(\d+(?:\.\d+)?)[,\s]+(\d+(?:\.\d+)?)\s*\)$/.exec(color.trim());
  if (rgb !== null) return `rgba(${rgb[1]},${rgb[2]},${rgb[3]},0)`;
  return `color-mix(in srgb, ${color} 0%, transparent)`;
}

/** Colour of a token; a missing one is drawn in ink, so that nothing vanishes. */
export function colorOf(theme: Readonly<Record<string, string>>, token: string): string {
  return theme[token] ?? theme.ink ?? "#000";
}
