import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view/pure";
import type { ElementData } from "../data/element-data.ts";

/** What an element gives its view to draw with. */
export interface MountContext {
  /** An element inside the shadow root, already in the page. */
  readonly target: HTMLElement;
  readonly host: HTMLElement;
  readonly store: Store;
  readonly data: ElementData;
  readonly words: Words;
  /** Value of an attribute, null when it is absent. */
  readonly attribute: (name: string) => string | null;
}

/** A mounted view. */
export interface Mounted {
  /** The handle of the view, for pages that script it. */
  readonly handle: unknown;
  /** The store is whole now, and more is known of it: its report, say. What only shows the store has nothing to do. */
  renew?(data: ElementData): void;
  destroy(): void;
}

/** What makes the view of a kind of elements. */
export interface ElementProgram {
  /** Makes ready what the view needs whatever the data; called when the element is in sight and its data are on their way. */
  readonly preload?: (attribute: MountContext["attribute"]) => void;
  readonly mount: (context: MountContext) => Mounted | Promise<Mounted>;
}

/** One custom element: its tag, what it is, its own attributes beside the common ones, and what makes its view. */
export interface ElementKind {
  readonly tag: string;
  readonly description: string;
  /** Name -> what it does. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly css: string;
  /** The reader of the page may open files of their own in it. */
  readonly opensFiles?: boolean;
  /** The part of the program that makes its view: asked for when an element of the kind comes into a page. */
  readonly load: () => Promise<ElementProgram>;
}

/** Attributes that decide what is read: a change of one loads anew, while what is drawn stays until it is there. */
export const DATA_ATTRIBUTES: readonly string[] = [
  "src",
  "format",
  "stall-seconds",
  "worker-url",
  "category-field",
  "redact-radius",
  "redact-fields",
  "aggregate-below",
];

/** Attributes that every element of ours understands; they bear the names of the options. */
export const COMMON_ATTRIBUTES: Readonly<Record<string, string>> = {
  src: "URL of the data, or several parted by blanks: whenwhere JSON, GeoJSON, CSV, TSV or a known preset. Nothing is fetched without it.",
  format: "`json`, `csv`, `tsv`, `geojson` or the name of a preset; default: recognised by its content.",
  "stall-seconds": "Gives up when no byte arrives for so long; default 30, 0 = never.",
  "worker-url":
    "Address of `whenwhere/worker.js` on your own origin, where a policy forbids workers from Blob URLs; large files are read in it.",
  "category-field":
    "Field that gives hue, shape and legend in place of the category, such as `country`; `dataset`: which of several `src` a record came from.",
  "redact-radius": "Metres: places are shown no finer than this, before anything of the page sees the data.",
  "redact-fields": "Fields to leave out, such as `summary where.name`.",
  "aggregate-below": "Groups of fewer records of one place, category and month are joined.",
  group: "Name of the group whose elements share one store; default: the unnamed group.",
  heading: "Title shown by the element; default: the title in the data.",
  theme: "`light` or `dark`; default: the reader's setting.",
  lang: "Language of the interface (BCP 47); default: the nearest `lang`.",
};
