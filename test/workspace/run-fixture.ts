import { vi } from "vitest";

/** Names and contents of what is saved from now on; nothing is put to disk. `vi.restoreAllMocks()` ends it. */
export function savedFiles(): { readonly name: string; readonly blob: Promise<Blob> }[] {
  const files: { name: string; blob: Promise<Blob> }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, blob: fetch(this.href).then((response) => response.blob()) });
  });
  return files;
}

/** How many pictures a GIF has, and how large they are. */
export async function decodedGif(
  blob: Promise<Blob>,
): Promise<{ readonly frames: number; readonly widthPx: number; readonly heightPx: number }> {
  const decoder = new ImageDecoder({ data: await (await blob).arrayBuffer(), type: "image/gif" });
  await decoder.tracks.ready;
  await decoder.completed;
  const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
  const { image } = await decoder.decode();
  const size = { widthPx: image.displayWidth, heightPx: image.displayHeight };
  image.close();
  decoder.close();
  return { frames, ...size };
}
