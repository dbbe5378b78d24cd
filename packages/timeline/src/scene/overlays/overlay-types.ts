import type { RelationType } from "@whenwhere/model";

/** Where words stand, in CSS pixels of the scene. */
export interface WordsBox {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How one side of a note ends; see `Edge`. */
export type NoteEdge = "cap" | "fade" | "open" | "unknown" | "beyond";

/**
 * Where a note stands in a scene. The box is that of its time: of an era over all lanes, of an annotation from its words
 * or its lane down. Notes out of view have none. `labelBox` is null where its words found no room; then `label` is still said.
 */
export interface NoteBox extends WordsBox {
  readonly kind: "era" | "annotation" | "now";
  readonly label: string;
  readonly note: string | null;
  /** Name of its lane; null over all lanes. */
  readonly lane: string | null;
  /** Its date in words; empty for an instant. */
  readonly when: string;
  readonly start: NoteEdge;
  readonly end: NoteEdge;
  readonly startFadePx: number;
  readonly endFadePx: number;
  /** The words as drawn: cut by grapheme where they are too long. */
  readonly text: string;
  readonly labelBox: WordsBox | null;
}

/** A tie as an arrow runs: read from `fromRow` over its word to `toRow` it is a sentence. -1 = not among these records. */
export interface Tie {
  readonly type: RelationType;
  readonly fromRow: number;
  readonly toRow: number;
}

/** An arrow between two drawn marks. */
export interface LinkArrow extends Tie {
  /** One of the ends is only alleged. */
  readonly dashed: boolean;
  /** It is a tie of the selected or the hovered record. */
  readonly mine: boolean;
  /** The line, in scene pixels, from tail to head. */
  readonly points: readonly (readonly [xPx: number, yPx: number])[];
  /** False for "the same as", which has no direction. */
  readonly head: boolean;
  /** The relation in a word, and where it stands; null where it found no room. */
  readonly text: string;
  readonly textBox: WordsBox | null;
}

/** Why an end of a tie is not drawn. */
export type LinkAbsence = "before" | "after" | "folded" | "undated" | "filtered" | "missing";

/** Ties of a scene. Law: each tie that was asked for is in `arrows` or in `absent`, or counted in `more`. */
export interface SceneLinks {
  readonly arrows: readonly LinkArrow[];
  /** Ties with an end that is not drawn; `row` is that end. */
  readonly absent: readonly (Tie & { readonly row: number; readonly why: LinkAbsence })[];
  /** Ties between drawn marks beyond the most that can be followed. */
  readonly more: number;
}
