/** What is used of gifenc, which comes without types. */
declare module "gifenc" {
  export type GifColor = readonly [red: number, green: number, blue: number];
  export interface GifStream {
    /** Writes a frame of palette places; the first one's palette is that of all which bring none. `delay` in ms. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        readonly palette?: readonly GifColor[];
        readonly delay: number;
        readonly repeat?: number;
        readonly transparent?: boolean;
        readonly transparentIndex?: number;
        readonly dispose?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  }
  export function GIFEncoder(): GifStream;
  export function quantize(
    rgba: Uint8ClampedArray | Uint8Array,
    most: number,
    options?: { readonly format?: "rgb565" | "rgb444" },
  ): GifColor[];
  export function nearestColorIndex(palette: readonly GifColor[], color: GifColor): number;
}
