import type { Incident } from "@whenwhere/model";
import type { Edge, GlyphKind, Outline } from "@whenwhere/timeline";

/** A way in which a date can be known, what it is called and how it is drawn. All expectations are written by hand. */
export interface GoldenCase {
  /** Name of its files. */
  readonly name: string;
  readonly when: NonNullable<Incident["when"]>;
  readonly more?: Partial<Incident>;
  /** EDTF of the span in view; default December 2021 to February 2022. */
  readonly view?: string;
  readonly words: string;
  readonly kind: GlyphKind;
  readonly edges: readonly [start: Edge, end: Edge];
  readonly outline?: Outline;
  /** EDTF-like days (UTC) that it surely covers; absent = none. */
  readonly core?: readonly [start: string, end: string];
  readonly readings?: number;
}

/** Sharp at both ends. */
export const CAP = ["cap", "cap"] as const;
/** Soft at both ends. */
export const FADE = ["fade", "fade"] as const;
/** A view of decades. */
export const EIGHTIES = "1970/2009";
