/** The part of a ReadableStream that is used. */
export interface ByteStream {
  getReader(): ByteStreamReader;
}

/** The part of a stream's reader that is used. */
export interface ByteStreamReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/** The part of a Response that is used. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText?: string;
  readonly url?: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ByteStream | null;
  arrayBuffer?(): Promise<ArrayBuffer>;
}

/** The part of a File or Blob that is used. */
export interface BlobLike {
  readonly size: number;
  readonly type: string;
  readonly name?: string;
  stream(): ByteStream;
}

/** The part of a URL that is used. */
export interface UrlLike {
  readonly href: string;
}

/** The part of an AbortSignal that is used. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/**
 * What `loadIncidents` asks of `fetch`: it is called with the address and `{ signal }`. The second type is `never` so
 * that the platform's own `fetch` fits, whose options name types that are not known without a DOM.
 */
export type FetchLike = (url: string, init: never) => Promise<ResponseLike>;

/** How far loading has come. */
export interface LoadProgress {
  readonly loadedBytes: number;
  /** Null when the server does not say. */
  readonly totalBytes: number | null;
}
