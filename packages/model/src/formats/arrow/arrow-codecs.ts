import { CompressionType, getCompressionCodec, setCompressionCodec } from "@uwdata/flechette";
import { decompressZstd } from "hyparquet-compressors";
import { unpackLz4Frame } from "./lz4-frame.ts";

/** Gives flechette the codecs that Arrow files (Feather) are packed with, where the page has not given it any. */
export function registerArrowCodecs(): void {
  const encode = (): never => {
    throw new TypeError("whenwhere writes no packed Arrow files.");
  };
  if (getCompressionCodec(CompressionType.LZ4_FRAME) === null) {
    setCompressionCodec(CompressionType.LZ4_FRAME, {
      encode,
      decode: (packed, length) => unpackLz4Frame(packed, checked(length)),
    });
  }
  if (getCompressionCodec(CompressionType.ZSTD) === null) {
    setCompressionCodec(CompressionType.ZSTD, {
      encode,
      decode: (packed, length) => decompressZstd(packed, new Uint8Array(checked(length))),
    });
  }
}

/** A damaged length must not take all memory. */
function checked(length: number): number {
  if (length >= 0 && length <= 2 ** 30) return length;
  throw new RangeError(`a buffer says that it unpacks to ${length} bytes`);
}
