import type { MarkShape } from "@whenwhere/view/pure";
import type { BandPart } from "../bands/band-types.ts";

/** A rectangle in CSS pixels of the scene. */
export interface Box {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A step of drawing. Colours are token names; a renderer resolves them and decides nothing else. */
export type Primitive =
  | {
      readonly t: "rect";
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly fill: string;
      readonly alpha: number;
      /** Pixels over which each side fades to nothing, inside the rectangle. */
      readonly fadeLeft: number;
      readonly fadeRight: number;
      /** The sides are the upper and the lower one. */
      readonly down?: true;
    }
  | {
      readonly t: "rects";
      /** x, y, width and height of many rectangles of one colour, one after the other. */
      readonly boxes: Float32Array;
      readonly fill: string;
      readonly alpha: number;
    }
  | {
      readonly t: "band";
      /** Where the boxes are counted from: to the right, or to the left where time runs that way. */
      readonly x: number;
      readonly dir: 1 | -1;
      /** The same object as long as nothing but `x` changes, so that a renderer may keep its picture. */
      readonly parts: readonly BandPart[];
    }
  | {
      readonly t: "path";
      /** Open polyline. */
      readonly points: readonly (readonly [number, number])[];
      readonly stroke: string;
      readonly width: number;
      readonly dash: readonly number[];
      readonly closed: boolean;
      readonly fill: string | null;
    }
  | {
      readonly t: "mark";
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly shape: MarkShape;
      readonly fill: string;
      readonly alpha: number;
      readonly stroke: string;
      readonly width: number;
      readonly dash: readonly number[];
    }
  | {
      readonly t: "text";
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: number;
      readonly fill: string;
      readonly anchor: "left" | "center" | "right";
      readonly rtl: boolean;
      /** Token of a 3.5 px halo behind the words, or null. */
      readonly halo: string | null;
    };

/** Steps that share a clip. */
export interface Layer {
  readonly name: "ground" | "marks" | "labels" | "axis" | "overview" | "headers" | "front";
  readonly clip: Box | null;
  readonly items: readonly Primitive[];
}
