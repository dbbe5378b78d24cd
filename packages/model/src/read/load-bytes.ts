import { streamOfBytes } from "./byte-stream.ts";
import { isGzip } from "./gzip-members.ts";
import { type InflateCut, inflated } from "./inflate.ts";
import { inflatedIfPacked } from "./inflate-if-packed.ts";
import { type BodyOptions, readBody, readWhole } from "./load-body.ts";
import type { Opened } from "./load-open.ts";
import type { Note } from "./reader.ts";

/** The bytes of an input, unpacked, and what is to be said of them. */
export interface LoadedBytes {
  readonly bytes: Uint8Array;
  readonly notes: readonly Note[];
}

/**
 * All bytes of an opened input; gzip is unpacked, by content and not by name. Progress counts the bytes that travel.
 * Rejects as `readBody` and `inflated` do.
 */
export async function loadBytes(opened: Opened, limits: BodyOptions): Promise<LoadedBytes> {
  const notes: Note[] = [];
  const { label, maxBytes, onProgress, total } = limits;
  const inflating = { label, maxBytes, onCut: (cut: InflateCut) => notes.push(cutOffNote(cut)) };
  const silent = { ...limits, onProgress: undefined };
  if (opened.bytes === null && opened.whole === null) {
    if (opened.stream === null) return { bytes: new Uint8Array(0), notes };
    const onPackedBytes = (loadedBytes: number): void => onProgress?.({ loadedBytes, totalBytes: total });
    return { bytes: await readBody(inflatedIfPacked(opened.stream, { ...inflating, onPackedBytes }), silent), notes };
  }
  const bytes = opened.bytes ?? (await readWhole(opened.whole as () => Promise<ArrayBuffer>, limits));
  if (!isGzip(bytes)) return { bytes, notes };
  return { bytes: await readBody(inflated(streamOfBytes(bytes), inflating), silent), notes };
}

/** Says that packed data ended before they should. */
export function cutOffNote({ inflatedBytes, reason }: InflateCut): Note {
  const message = `The gzip data are cut off or damaged (${reason}); the first ${inflatedBytes} bytes of the content were read.`;
  return { code: "input/cut-off", value: inflatedBytes, message };
}

/** The name without the ending of a gzip file: what it says of the content. */
export function unpackedName(name: string): string {
  return name.replace(/\.gz$/i, "");
}
