import type { Store } from "@whenwhere/store";
import type { Words } from "@whenwhere/view/pure";
import type { ElementData } from "./element-data.ts";

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
  destroy(): void;
}

/** One custom element: its tag, its own attributes beside the common ones, and how its view is made. */
export interface ElementKind {
  readonly tag: string;
  readonly attributes: readonly string[];
  readonly css: string;
  readonly mount: (context: MountContext) => Mounted | Promise<Mounted>;
}

/** Attributes that every element of ours understands; they bear the names of the options. */
export const COMMON_ATTRIBUTES = ["src", "format", "group", "heading", "theme", "lang"] as const;
