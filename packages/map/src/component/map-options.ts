import type { Camera, Store } from "@whenwhere/store";
import type { PictureOptions, ThemeChoice, ViewHandle, Words } from "@whenwhere/view";
import type { BasemapDetail, ChosenGround, Worldview } from "../basemap/index.ts";
import type { DensityKind } from "../scene/density/density-counts.ts";
import type { MapCounts } from "../scene/types.ts";
import type { MapProjection } from "./ground/surface.ts";

/** A button beside those for the zoom. */
export type MapTool = "reset" | "locate" | "fullscreen";

/** Options of {@link incidentMap}. All but `store` have defaults; `update()` takes any of them but `store`. */
export interface IncidentMapOptions {
  readonly store: Store;
  /** Form of the ground: see {@link MapProjection}. Default `mercator`. */
  readonly projection?: MapProjection;
  /** Where to look. Default: the camera of the store, else all records, across the antimeridian where that is shorter. */
  readonly camera?: Camera | null;
  /** On touch screens one finger scrolls the page and two move the map. Default true: a map must not trap the page. */
  readonly cooperativeGestures?: boolean;
  /** What the view says. Default: words of `locale`. */
  readonly words?: Words;
  /** BCP 47. Default: the language of the target, of the document, or of the reader. */
  readonly locale?: string;
  /** Default `auto`: as the page and the reader have it. */
  readonly theme?: ThemeChoice;
  /** Fineness of the ground. Default: `50m` with finer land close up, and `110m` for maps under 220 px. */
  readonly detail?: BasemapDetail;
  /**
   * A ground in place of the one inside the library: a MapLibre style, its address, the address of a PMTiles file (drawn in the
   * colours of the theme), or `{ light, dark }` of these. It is asked for over the network, from where it names; its attribution stands
   * on the map as text. Until it is there, without WebGL, and where nothing of it comes, which the map says, the library's own
   * ground is shown. Borders and names of a style are its own; those of a PMTiles file keep to `worldview`. Default: none, and
   * nothing is asked of anybody.
   */
  readonly basemap?: ChosenGround;
  /** Which borders are drawn: see {@link Worldview}. Default `de-facto`. */
  readonly worldview?: Worldview;
  /**
   * What stands for records that are close to each other: one bubble with their number, or a point for each record whose place is
   * known exactly. Areas, rings and what is not on the map stay as they are. With WebGL2 millions of points follow a window; on a
   * drawn ground up to 5,000 are points, and more of them are counted in bubbles, which the map says; so they are in
   * the SVG of more. Default `clusters`.
   */
  readonly points?: "clusters" | "all";
  /** More to say beside the attribution of the store, which is always shown. Plain text. */
  readonly attribution?: string;
  /** The line above the map: the count of records, how to read a hatch, or no line at all. Default `counts`. */
  readonly header?: "counts" | "hint" | "none";
  /**
   * Colours the ground by how many records it has, in place of their glyphs: in hexagons, or as a smooth surface. Colours mean the
   * same at every moment of the data; records known worse than a hexagon are spread over those within their radius; records known
   * by an area only are left out, and counted. Default `none`.
   */
  readonly density?: "none" | DensityKind;
  /** When a click opens the list of records: on every mark, where there are several, or never. Default `always`. */
  readonly popup?: "always" | "several" | "never";
  /**
   * Buttons in the head of the map beside those for the zoom: back to how it began, to the reader's own position (asked of the
   * browser when the button is pressed, kept nowhere but in the camera), and full screen. Default `["fullscreen"]`.
   */
  readonly tools?: readonly MapTool[];
  /**
   * URL of MapLibre's worker file under a policy without `worker-src blob:`; as an attribute `map-worker-url`. It holds for all
   * maps of the page. See {@link setMapWorkerUrl}.
   */
  readonly workerUrl?: string;
}

/** Serialisable state of a map. `camera` and `projection` are options of the same name. */
export interface IncidentMapState {
  readonly camera: Camera | null;
  readonly projection: MapProjection;
  /** What draws the ground at present; null until the map has come into sight. */
  readonly ground: "webgl" | "flat" | null;
  /** Why the ground is not the one asked for, in words; null when it is. */
  readonly notice: string | null;
  readonly counts: MapCounts;
  /** Id of the record that the keyboard stands on. */
  readonly currentId: string | null;
}

/** Events of a map. */
export interface IncidentMapEvents {
  /** The ground is complete for the first time; again after a change of ground. */
  ready: IncidentMapState;
  /** The picture was drawn anew. While a window moves, what is said around it follows within a tenth of a second. */
  draw: MapCounts;
  /** The camera moved. */
  camera: Camera;
  /** The ground is another one than asked for, or is incomplete; in words, which stand on the map too. */
  notice: string;
}

/** What {@link incidentMap} returns. */
export interface IncidentMapHandle
  extends Omit<ViewHandle<IncidentMapOptions, IncidentMapEvents, IncidentMapState>, "toSVG" | "toPNG"> {
  /** The current picture in sentences, in the language of its words: what is counted, then every glyph. Empty before the first picture. */
  describe(): string;
  /** The current picture as one self-contained SVG document, on the drawn ground. */
  toSVG(options?: MapPictureOptions): string;
  toPNG(options?: MapPictureOptions & { readonly scale?: number }): Promise<Blob>;
}

/** What a picture of a map has beside the map. */
export interface MapPictureOptions extends PictureOptions {
  /**
   * A strip below the map: the count, the window in words, what its signs and colours mean, and how many records are not on it. The
   * picture is that much higher. `signs` leaves out count and window, where these stand elsewhere. Default false.
   */
  readonly legend?: boolean | "signs";
}

/** Options with their defaults filled in. */
export interface ResolvedOptions {
  readonly store: Store;
  readonly projection: MapProjection;
  readonly camera: Camera | null;
  readonly cooperativeGestures: boolean;
  readonly words: Words;
  readonly theme: ThemeChoice;
  readonly detail: BasemapDetail | null;
  readonly basemap: ChosenGround | null;
  readonly worldview: Worldview;
  readonly points: "clusters" | "all";
  readonly attribution: string;
  readonly header: "counts" | "hint" | "none";
  readonly popup: "always" | "several" | "never";
  readonly density: "none" | DensityKind;
  readonly tools: readonly MapTool[];
  readonly workerUrl: string | undefined;
}
