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
  /** Goes on in another language, with what the reader has arranged. A view that cannot is made anew. */
  speak?(words: Words): void;
  /** Attributes have changed. A view that cannot take them over is made anew. @throws as `mount` does. */
  change?(): void;
  destroy(): void;
}

/** What makes the view of a kind of elements. */
export interface ElementProgram {
  /** Makes ready what the view needs whatever the data; called when the element is in sight and its data are on their way. */
  readonly preload?: (attribute: MountContext["attribute"]) => void;
  readonly mount: (context: MountContext) => Mounted | Promise<Mounted>;
}

/** One custom element: its tag, its own attributes beside the common ones, and what makes its view. */
export interface ElementKind {
  readonly tag: string;
  readonly attributes: readonly string[];
  readonly css: string;
  /** The reader of the page may open files of their own in it. */
  readonly opensFiles?: boolean;
  /** The part of the program that makes its view: asked for when an element of the kind comes into a page. */
  readonly load: () => Promise<ElementProgram>;
}
