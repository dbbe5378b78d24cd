import type { ByteStream, ByteStreamReader, LoadProgress } from "@whenwhere/model";

type Piece = Awaited<ReturnType<ByteStreamReader["read"]>>;

/** How a body is looked at. */
export interface PeekOptions {
  readonly mostBytes: number;
  /** Looks no longer where nothing comes for so long; 0 = as long as it takes. */
  readonly stallMs: number;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/** What was seen of a body, and the body as if nobody had looked. */
export interface PeekedBody {
  readonly isLarge: boolean;
  readonly body: ByteStream;
}

/**
 * Reads a body until it has ended or is found to be of more bytes than `mostBytes`. One that breaks off or stalls counts as
 * small: whoever reads it on meets the same.
 */
export async function peekBody(stream: ByteStream, options: PeekOptions): Promise<PeekedBody> {
  const { mostBytes, stallMs, onProgress } = options;
  const reader = stream.getReader();
  const pieces: Promise<Piece>[] = [];
  let loadedBytes = 0;
  while (loadedBytes <= mostBytes) {
    const piece = reader.read();
    pieces.push(piece);
    const seen = await inTime(piece, stallMs);
    if (seen === null || seen.done) break;
    loadedBytes += seen.value?.length ?? 0;
    onProgress?.({ loadedBytes, totalBytes: null });
  }
  return { isLarge: loadedBytes > mostBytes, body: replayed(pieces, reader) };
}

/** Null when it fails or takes too long. */
async function inTime(piece: Promise<Piece>, stallMs: number): Promise<Piece | null> {
  const failed = piece.catch(() => null);
  if (stallMs === 0) return failed;
  let timer = 0;
  const late = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => resolve(null), stallMs);
  });
  try {
    return await Promise.race([failed, late]);
  } finally {
    clearTimeout(timer);
  }
}

function replayed(pieces: Promise<Piece>[], reader: ByteStreamReader): ByteStream {
  const again: ByteStreamReader = {
    read: () => pieces.shift() ?? reader.read(),
    cancel: (reason) => reader.cancel(reason),
  };
  return { getReader: () => again };
}
