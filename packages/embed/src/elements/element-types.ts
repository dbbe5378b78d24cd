import type { IncidentMapHandle } from "@whenwhere/map";
import type { TimelineHandle } from "@whenwhere/timeline";
import type {
  FacetsHandle,
  PlayerHandle,
  RecordCardHandle,
  RecordTableHandle,
  StoryHandle,
  WorkspaceHandle,
} from "@whenwhere/workspace";
import type { WhenWhereElement } from "./element-class.ts";

/** Our elements by tag, for `querySelector`, `createElement` and the element types of a framework. */
export interface WhenWhereElements {
  "when-where": WhenWhereElement<WorkspaceHandle>;
  "ww-timeline": WhenWhereElement<TimelineHandle>;
  "ww-map": WhenWhereElement<IncidentMapHandle>;
  "ww-player": WhenWhereElement<PlayerHandle>;
  "ww-table": WhenWhereElement<RecordTableHandle>;
  "ww-filters": WhenWhereElement<FacetsHandle>;
  "ww-record": WhenWhereElement<RecordCardHandle>;
  "ww-story": WhenWhereElement<StoryHandle>;
}

declare global {
  interface HTMLElementTagNameMap extends WhenWhereElements {}
  interface HTMLElementEventMap {
    /** The view is drawn for the first time. */
    "ww-ready": CustomEvent<null>;
    /** The data could not be read; the element says why. The code is that of a `WhenWhereError`. */
    "ww-error": CustomEvent<Error & { readonly code?: string }>;
  }
}
