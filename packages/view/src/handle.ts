import type { PictureOptions } from "./picture-fonts.ts";

/** What every view factory returns. The class behind it is not exported, so it can be rewritten. */
export interface ViewHandle<Options, Events, State> {
  /** The view's root, already in the page. */
  readonly element: HTMLElement;
  /** Changes options; those left out keep their values. */
  update(options: Partial<Options>): void;
  /** Returns its own undo. @throws WhenWhereError `NAME/event-unknown` for an event that there is not. */
  on<K extends keyof Events>(event: K, listener: (detail: Events[K]) => void): () => void;
  /** Serialisable; options and saved views use the same keys. */
  readonly state: State;
  /** The current picture as one self-contained SVG document. */
  toSVG(options?: PictureOptions): string;
  toPNG(options?: PictureOptions & { readonly scale?: number }): Promise<Blob>;
  /** Removes the element, listeners, observers and GPU resources. Safe to call twice. */
  destroy(): void;
}
