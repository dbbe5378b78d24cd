/** Size of a raster picture. */
export interface SvgImageOptions {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Device pixels a CSS pixel. Default 2. */
  readonly scale?: number;
}

/** Paints a self-contained SVG document into a PNG. Rejects when the document cannot be read as an image. */
export async function svgToPng(text: string, options: SvgImageOptions): Promise<Blob> {
  const { widthPx, heightPx, scale = 2 } = options;
  const url = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image(widthPx, heightPx);
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(widthPx * scale);
    canvas.height = Math.round(heightPx * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvasToPng(canvas);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** What is drawn on a canvas as a PNG. Rejects where the browser has no room for it. */
export function canvasToPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))), "image/png");
  });
}

/** Hands a file to the reader, as a click on a download link does. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the content on the click; the next task is early enough to let it go.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
