import type { Incident } from "@whenwhere/model";
import type { Store } from "@whenwhere/store";
import type { PictureOptions, ThemeChoice, ViewHandle, Words } from "@whenwhere/view";
import type { LabelPriority } from "../scene/labels/label-priority.ts";
import type { LaneFields } from "../scene/lanes/lane-table.ts";
import type { CollapsedLanes, LaneOrder } from "../scene/lanes/lane-tree.ts";
import type { LinkMode } from "../scene/overlays/link-table.ts";
import type { Annotation, Era } from "../scene/overlays/notes.ts";
import type { SceneCounts, TimelineScene, TimeSpan } from "../scene/types.ts";

/** Options of `timeline()`; attributes of `<ww-timeline>` bear the same names. */
export interface TimelineOptions {
  readonly store: Store;
  /**
   * A field name (`category`, `status`, `country`, `kind`, ...) or a function, run once per record; a list makes lanes within
   * lanes: `["country", "admin1"]` (as an attribute `lane="country admin1"`). A record that states several values of a field
   * stands in the lane of the first, and the count line says how many do. A field that no record has makes one lane that says
   * so. Default `category`.
   */
  readonly lane?: LaneFields;
  /**
   * Groups of nested lanes that are closed, each drawn as one lane: `all`, or their names, countries by their codes too:
   * `["Mali", ["NE", "Diffa"]]`. Default none.
   */
  readonly collapsed?: CollapsedLanes;
  /** How lanes stand below one another; the reader may move them. Default `first` (categories: as in the taxonomy). */
  readonly laneOrder?: LaneOrder;
  /** A row of all records above the lanes: solid what surely lies in a column, pale what possibly does. Default false. */
  readonly histogram?: boolean;
  /**
   * What glides in place of jumping: what buttons, keys and presses lead to (`gestures`, the default), `fit` and `goTo` too (`all`),
   * or nothing. Any gesture ends a glide where it is; readers who ask for less motion have none. Unless it is `none`, what a zoom
   * draws in another form (marks, stacks, columns) takes the place of what stood there over the same time; a press ends that too.
   */
  readonly motion?: "none" | "gestures" | "all";
  /** Fields that the reader may choose lanes by; a chooser is shown when there is more than one. */
  readonly lanes?: readonly string[];
  /** What the timeline says, e.g. `createWords("ar", [arabic])`: texts of languages other than English are passed in. */
  readonly words?: Words;
  /** BCP 47, for dates, numbers and direction; used when `words` is not given. Default `en`. */
  readonly locale?: string;
  /** Greatest height of the drawing in pixels; it takes less when less is enough. Default 460. */
  readonly height?: number;
  /** The strip of all dates with the brush. Default true. */
  readonly overview?: boolean;
  /**
   * `sparkline`: all dates in 60 px of height (or `height`) at any width from 120 px: counts, first and last date, and the total, as
   * one image that is named by a sentence. No controls, no tab stop, no gestures; it follows the store's filters. Default `full`.
   */
  readonly size?: "full" | "sparkline";
  /**
   * `vertical`: time runs downward and lanes stand side by side, for phones and narrow columns. Words stay upright, at the side to
   * which text runs; a finger that moves up or down scrolls the page, and the strip beside the lanes moves the view. What draws it
   * is loaded when it is first asked for. Default `horizontal`.
   */
  readonly orientation?: "horizontal" | "vertical";
  /** What a drag does; Shift swaps it. Default `pan`. */
  readonly mode?: "pan" | "select";
  /** Title, hint and controls above the drawing. Default true. */
  readonly header?: boolean;
  /** Count line and date inputs below it. Default true. */
  readonly footer?: boolean;
  readonly theme?: ThemeChoice;
  /** Stretches of time drawn behind the lanes, named above them. Their edges are those of their EDTF dates. */
  readonly eras?: readonly Era[];
  /** Remarks at dates: a thin rule (a band where the date is wider) with a label, over all lanes or in one. */
  readonly annotations?: readonly Annotation[];
  /**
   * A line at the present: `true` is the reader's clock at each drawing, a text an ISO date or date-time. Default false, so that a
   * picture of the same records is the same on every day.
   */
  readonly now?: boolean | string;
  /**
   * Time zone of the axis: an IANA name such as `Africa/Maputo`, `UTC` (default) or `local`, the reader's own. Ticks, labels,
   * date inputs and sliders speak in it, and the timeline says which it is. Records that are days without a time of day stay
   * the same days in every zone. @throws WhenWhereError `timeline/zone` for a name that the platform does not know.
   */
  readonly zone?: string;
  /**
   * Calendars of the axis, by their Unicode names: `["gregory", "persian"]`. The first line is the Gregorian one, in which
   * records are written; every other one gets a line of its own under it. Default `["gregory"]`.
   * @throws WhenWhereError `timeline/calendar` for a name that the platform does not know.
   */
  readonly calendars?: readonly string[];
  /**
   * Whose words come first where there is no room for all: a measure (`killed`: its headline figure), a field that holds a number, or
   * a function, run once per record; the greater goes first. Before it come the selected and the hovered record; where it says
   * nothing (the default), the longer record comes first, then the earlier one. Words never move a mark, and panning moves no words.
   */
  readonly labelPriority?: LabelPriority;
  /** Which ties between records are drawn as arrows: those of the selected and the hovered record (default), all, or none. */
  readonly links?: LinkMode;
  /** The host's own words for a tooltip. */
  readonly tooltip?: (incident: Incident, row: number) => Node;
}

/** What a timeline tells. Selection, hover, window and view are told by the store. */
export interface TimelineEvents {
  /** The reader pressed `/`: put the focus into the search field. */
  readonly search: null;
  /** The reader opened, closed or moved lanes: the options that show them so again. */
  readonly lanes: { readonly collapsed: CollapsedLanes; readonly laneOrder: LaneOrder };
  /** A frame was drawn. */
  readonly draw: SceneCounts;
}

/** Serialisable state under the names of the options. */
export interface TimelineState {
  /** Null where a function makes them. */
  readonly lane: string | readonly string[] | null;
  readonly collapsed: CollapsedLanes;
  readonly laneOrder: LaneOrder;
  readonly histogram: boolean;
  readonly height: number;
  readonly overview: boolean;
  readonly mode: "pan" | "select";
  readonly orientation: "horizontal" | "vertical";
  readonly view: TimeSpan;
  readonly window: TimeSpan | null;
}

/** The handle of a timeline: that of all views, and a few verbs of its own. */
export interface TimelineHandle extends ViewHandle<TimelineOptions, TimelineEvents, TimelineState> {
  /** The picture as plain data; on a glide that which it leads to. */
  readonly scene: TimelineScene;
  /** Shows all dates, or the given span. The first view may be closer: see `initialView`. */
  fit(span?: TimeSpan, how?: { readonly animate?: boolean }): void;
  /** Brings a record and its lane into view without changing the zoom. */
  goTo(id: string, how?: { readonly animate?: boolean }): void;
  /** The picture in sentences. */
  describe(): string;
  /**
   * The picture as one SVG document without script or outside reference, in plain attributes that browsers, Inkscape and other
   * editors read alike. Fonts are named unless `fonts` gives files to embed; see {@link PictureOptions}. Its ids begin with a hash
   * of the picture, so that several may stand inline in one page.
   * @throws WhenWhereError `view/font` for what is not a font file.
   */
  toSVG(options?: PictureOptions): string;
  /** The same in pixels: `scale` times (default 2) the width and the height of the SVG. */
  toPNG(options?: PictureOptions & { readonly scale?: number }): Promise<Blob>;
}
