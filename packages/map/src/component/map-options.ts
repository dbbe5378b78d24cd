import type { Camera, Store } from "@whenwhere/store";
import type { ViewHandle, Words } from "@whenwhere/view";
import type { BasemapDetail, Worldview } from "../basemap/index.ts";
import type { MapCounts } from "../scene/types.ts";
import type { MapProjection } from "./surface.ts";

/** Options of {@link incidentMap}. All but `store` have defaults; `update()` takes any of them but `store`. */
export interface IncidentMapOptions {
  readonly store: Store;
  /** Form of the ground. `flat` never asks for WebGL. Default `mercator`. */
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
  readonly theme?: "auto" | "light" | "dark";
  /** Fineness of the ground. Default: `50m`, and `110m` for maps under 220 px. */
  readonly detail?: BasemapDetail;
  /** Which borders are drawn: see {@link Worldview}. Default `de-facto`. */
  readonly worldview?: Worldview;
  /** More to say beside the attribution of the store, which is always shown. Plain text. */
  readonly attribution?: string;
  /** The line above the map: the count of records, how to read a hatch, or no line at all. Default `counts`. */
  readonly header?: "counts" | "hint" | "none";
  /** When a click opens the list of records: on every mark, where there are several, or never. Default `always`. */
  readonly popup?: "always" | "several" | "never";
  /** URL of MapLibre's worker file under a policy without `worker-src blob:`. See {@link setMapWorkerUrl}. */
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
  /** The picture was drawn anew. */
  draw: MapCounts;
  /** The camera moved. */
  camera: Camera;
  /** The ground is another one than asked for, or is incomplete; in words, which stand on the map too. */
  notice: string;
}

/** What {@link incidentMap} returns. */
export type IncidentMapHandle = ViewHandle<IncidentMapOptions, IncidentMapEvents, IncidentMapState>;

/** Options with their defaults filled in. */
export interface ResolvedOptions {
  readonly store: Store;
  readonly projection: MapProjection;
  readonly camera: Camera | null;
  readonly cooperativeGestures: boolean;
  readonly words: Words;
  readonly theme: "auto" | "light" | "dark";
  readonly detail: BasemapDetail | null;
  readonly worldview: Worldview;
  readonly attribution: string;
  readonly header: "counts" | "hint" | "none";
  readonly popup: "always" | "several" | "never";
  readonly workerUrl: string | undefined;
}
