import type { MapProjection } from "@whenwhere/map";
import type { Store } from "@whenwhere/store";
import type { TimelineOptions } from "@whenwhere/timeline";
import type { Language, ThemeChoice, Words } from "@whenwhere/view";
import type { WidgetHandle } from "../widget.ts";
import type { StoryStep } from "./story-document.ts";

/** Options of {@link story}. The steps come as `markdown` (one file, Markdown or JSON) or as `steps`. */
export interface StoryOptions {
  readonly store: Store;
  /** A whole story as text: see `parseStory`. */
  readonly markdown?: string;
  readonly steps?: readonly StoryStep[];
  /** Beside `steps`. */
  readonly title?: string;
  /** Beside `steps`: Markdown under the title. */
  readonly intro?: string;
  /** Default: that of the story, else English. */
  readonly words?: Words;
  readonly locale?: string;
  /** Texts at hand, for a story that says its own language: `await loadLanguages("fr")`. Default: English alone. */
  readonly languages?: readonly Language[];
  /** Overrides the reader's light or dark setting. */
  readonly theme?: ThemeChoice;
  /** Field that makes the lanes of the timeline. Default `category`. */
  readonly lane?: TimelineOptions["lane"];
  /** Form of the map's ground. Default `mercator`. */
  readonly projection?: MapProjection;
}

/** What a story tells. */
export interface StoryEvents {
  /** Another step is current; null = the title. */
  step: number | null;
}

/** Keys of a saved story. */
export interface StoryState {
  /** Index of the current step; null while the title is in sight. */
  readonly step: number | null;
}

/** Handle of a story. */
export interface StoryHandle extends WidgetHandle<Pick<StoryOptions, "theme">, StoryEvents, StoryState> {
  /** Resolves when timeline and map are in the page. */
  readonly ready: Promise<void>;
  /** Goes to a step, as a press on next does: its heading comes into sight and has the focus. */
  goTo(step: number | null): void;
}
