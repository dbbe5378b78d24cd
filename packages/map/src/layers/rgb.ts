/** A colour as its three channels from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

const INK: Rgb = [0, 0, 0];

/**
 * Reads `#rgb`, `#rrggbb` and `rgb(…)`, the forms in which a theme's custom properties may stand; any other form is asked of a canvas, which
 * knows them all. Black where there is none.
 */
export function rgbOf(color: string | undefined): Rgb {
  const text = color?.trim() ?? "";
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text);
  if (long !== null) return channels(long.slice(1).map((part) => Number.parseInt(part, 16)));
  if (text === "") return INK;
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (context === null) return INK;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  return channels([...context.getImageData(0, 0, 1, 1).data]);
}

function channels(bytes: readonly number[]): Rgb {
  const [red = 0, green = 0, blue = 0] = bytes.map((byte) => byte / 255);
  return [red, green, blue];
}
