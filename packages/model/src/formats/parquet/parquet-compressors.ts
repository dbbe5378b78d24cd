import {
  decompressBrotli,
  decompressGzip,
  decompressLz4,
  decompressLz4Raw,
  decompressZstd,
} from "hyparquet-compressors";

/** What unpacks one page of a Parquet file. */
export type PageDecompressor = (input: Uint8Array, outputLength: number) => Uint8Array;

/** Codecs beside those that hyparquet has itself: its own Snappy needs no wasm, which a strict CSP forbids. */
export const pageDecompressors: Readonly<Record<string, PageDecompressor>> = {
  GZIP: decompressGzip,
  BROTLI: decompressBrotli,
  ZSTD: (input) => decompressZstd(input),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};
