import { server } from "vitest/browser";

declare global {
  /** What the server of the tests puts into each module. */
  interface ImportMeta {
    readonly env: Readonly<Record<string, string | undefined>>;
  }
}

/** From the root of the repository. */
const FOLDER = "test/map";
/** The pictures are written anew in place of being compared. */
export const RECORDING = import.meta.env.VITE_WW_GOLDEN === "record";
/** Of 255: what an eye could take for another colour, and not for another edge of the same letter. */
const APART = 40;

/** A canvas of that size. */
export function paper(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
}

/** A golden picture by its path, `golden/names-dark`. */
export async function recorded(name: string): Promise<ImageData> {
  const data = await server.commands.readFile(`${FOLDER}/${name}.webp`, "base64");
  const image = new Image();
  image.src = `data:image/webp;base64,${data}`;
  await image.decode();
  const ctx = paper(image.naturalWidth, image.naturalHeight);
  ctx.drawImage(image, 0, 0);
  return ctx.getImageData(0, 0, ctx.canvas.width, ctx.canvas.height);
}

/** Share of pixels whose three colours are near each other in both pictures; 0 for pictures of two sizes. */
export function likeness(a: ImageData, b: ImageData): number {
  if (a.width !== b.width || a.height !== b.height) return 0;
  let same = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const apart = [0, 1, 2].map((i) => Math.abs((a.data[at + i] as number) - (b.data[at + i] as number)));
    if (Math.max(...apart) <= APART) same++;
  }
  return same / (a.width * a.height);
}

/** Writes a golden picture, by its path too. At full quality Chromium writes WebP without loss, at half the size of PNG. */
export async function record(name: string, canvas: HTMLCanvasElement): Promise<void> {
  const file = canvas.toDataURL("image/webp", 1).replace(/^.*,/, "");
  await server.commands.writeFile(`${FOLDER}/${name}.webp`, file, "base64");
}
