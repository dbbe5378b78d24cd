import type { IncidentMapOptions, MapProjection, Worldview } from "@whenwhere/map";
import type { Collection, ImportReport, Incident, Source } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { TimelineOptions } from "@whenwhere/timeline";
import type { ErrorPanelText, Language, ThemeChoice, Words } from "@whenwhere/view";
import type { SavedFilter } from "./facets/saved-filters.ts";
import type { LayoutPreset, LayoutState } from "./layout/layout-preset.ts";
import type { RecordTableOptions } from "./table/record-table.ts";
import type { WorkspaceDataset } from "./tools/compare-sets.ts";

/** What `readIncidents` and `loadIncidents` give back, as far as the workspace shows it. */
export interface LoadedRecords {
  readonly incidents: readonly Incident[];
  readonly sources?: Readonly<Record<string, Source>>;
  readonly report?: ImportReport;
  readonly title?: string | null;
  readonly attribution?: string | null;
  readonly license?: string | null;
}

/** What may be said of the timeline of a workspace; store, words and theme are those of the whole. */
export type WorkspaceTimelineOptions = Partial<Omit<TimelineOptions, "store" | "words" | "locale" | "theme" | "size">>;

/** What may be said of the map of a workspace; store, words and theme are those of the whole. */
export type WorkspaceMapOptions = Partial<Omit<IncidentMapOptions, "store" | "words" | "locale" | "theme">>;

/**
 * Options of `workspace`. The records come as a `store` (which stays yours to destroy), a `collection` or a loaded
 * `result`; while none of them is there, the workspace says that it is reading.
 */
export interface WorkspaceOptions {
  readonly store?: Store;
  readonly collection?: Collection;
  readonly result?: LoadedRecords;
  /** Default: the title of the collection. */
  readonly title?: string;
  /** What the collection is about; stands in the card's place while no record is picked. */
  readonly description?: string;
  /** Field that makes the lanes of the timeline, or several for lanes within lanes. Default `category`. */
  readonly lane?: TimelineOptions["lane"];
  /** Options of the timeline, under their own names. They win over what the layout would have. */
  readonly timeline?: WorkspaceTimelineOptions;
  /** Form of the map's ground. Default `mercator`. */
  readonly projection?: MapProjection;
  /** Whose borders the map draws, as `incidentMap` has it. Default `de-facto`. */
  readonly worldview?: Worldview;
  /**
   * Options of the map, under their own names. They win over what the layout would have; a camera of the store, or of a shared
   * link, wins over the camera here.
   */
  readonly map?: WorkspaceMapOptions;
  /**
   * How the panes stand: the name of a preset, or a state as `state.layout` gives it. Default `dashboard`. A link in the
   * fragment wins. A phone keeps its tabs.
   */
  readonly layout?: LayoutPreset | Partial<LayoutState>;
  /** Whether the menu of exports offers a page that opens from disk. Default true. */
  readonly pageExport?: boolean;
  /** A node of the host, put into the header: a dataset switcher, say. Stays the host's. */
  readonly headerContent?: Node;
  /** BCP 47. Default English. Texts of other languages are loaded before anything is drawn. */
  readonly locale?: string;
  readonly words?: Words;
  /** Overrides the reader's light or dark setting. */
  readonly theme?: ThemeChoice;
  /** Default: that of `result`. */
  readonly report?: ImportReport;
  /** More to say beside the attribution of the records, which is always shown. */
  readonly attribution?: string;
  /**
   * Restore a shared view from the fragment of the page's address, its language too. `live`: the address bar follows the view,
   * without steps in the history of the page. Of several workspaces on a page each takes the links that were made of it, by their
   * order in the page, and `live` is for one of them: an address holds one view. Default true.
   */
  readonly fragment?: boolean | "live";
  /**
   * Languages whose texts are at hand: the workspace opens in them at once. Others are loaded when `locale` or a shared link
   * asks for them. Default: English alone is at hand.
   */
  readonly languages?: readonly Language[];
  /** Your own word for the version of the records (a date, a number of an edition): links say it. Default: a mark of their ids. */
  readonly dataVersion?: string;
  /** Filters under a name, offered to the reader. */
  readonly savedFilters?: readonly SavedFilter[];
  /**
   * The collections that were joined in these records, to be compared with each other; a record may stand in several. Default:
   * what the records state in a column `dataset` or `collection`. Sources are always offered.
   */
  readonly datasets?: readonly WorkspaceDataset[];
  /** Name under which this browser keeps the filters that a reader names. Default: they last as long as the page. */
  readonly rememberFilters?: string;
  /** Order and columns of the table. A link in the fragment wins. */
  readonly table?: Pick<RecordTableOptions, "sort" | "columns">;
  /**
   * How far the reading is; `share` from 0 to 1 where the whole is known. Beside records it says that more are on their way.
   * A change of this option alone makes nothing anew.
   */
  readonly loading?: { readonly rows?: number; readonly share?: number; readonly onCancel?: () => void } | null;
  /** A failure to show instead of the records. */
  readonly error?: ErrorPanelText | null;
}

/** What a workspace tells. */
export interface WorkspaceEvents {
  /** The views are in the page; again after new records. */
  ready: Store;
  /** The reader has moved, put away or rearranged panes. */
  layout: LayoutState;
}
