import { streamOfBytes } from "../read/byte-stream.ts";
import { isGzip } from "../read/gzip-members.ts";
import { inflatedIfPacked } from "../read/inflate-if-packed.ts";
import { type BodyOptions, bodyChunks, readWhole } from "../read/load-body.ts";
import { cutOffNote } from "../read/load-bytes.ts";
import type { Opened } from "../read/load-open.ts";
import type { Note } from "../read/reader.ts";

/** The bytes of an opened input, unpacked, as they come. */
export interface Body {
  /** All of them, when they are here already; `next` then has none. */
  readonly whole: Uint8Array | null;
  /** The next chunk; null at the end. */
  next(): Promise<Uint8Array | null>;
  /** What is to be said of them, complete at the end. */
  readonly notes: readonly Note[];
}

const NOTHING = async (): Promise<null> => null;

/** The chunks of `next`, each asked for while the one before it is worked on. */
function readAhead(next: Body["next"]): Body["next"] {
  let coming: ReturnType<Body["next"]> | null = null;
  return async () => {
    const chunk = await (coming ?? next());
    coming = chunk === null ? null : next();
    // Whoever asks for it is told of the fault; nobody may.
    coming?.catch(() => null);
    return chunk;
  };
}

/** Opens the bytes; gzip is unpacked on the way, by content. Progress counts the bytes that travel. */
export async function openBody(opened: Opened, limits: BodyOptions): Promise<Body> {
  const bytes = opened.bytes ?? (opened.whole === null ? null : await readWhole(opened.whole, limits));
  if (bytes !== null && !isGzip(bytes)) return { whole: bytes, next: NOTHING, notes: [] };
  const stream = bytes === null ? opened.stream : streamOfBytes(bytes);
  if (stream === null) return { whole: new Uint8Array(0), next: NOTHING, notes: [] };
  const { label, maxBytes, onProgress, total } = limits;
  const notes: Note[] = [];
  const unpacked = inflatedIfPacked(stream, {
    label,
    maxBytes,
    onCut: (cut) => notes.push(cutOffNote(cut)),
    onPackedBytes: (loadedBytes) => {
      if (bytes === null) onProgress?.({ loadedBytes, totalBytes: total });
    },
  });
  return { whole: null, next: readAhead(bodyChunks(unpacked, { ...limits, onProgress: undefined })), notes };
}
