import type { Camera } from "@whenwhere/store";
import type { CategoryStyle, Emitter, FrameScheduler, Theme } from "@whenwhere/view";
import type { Basemap, LoadingAreaShapes } from "../basemap/index.ts";
import type { Box, MapViewport } from "../scene/index.ts";
import type { ShownPlaces } from "./camera/shown-places.ts";
import type { DragMode, MapFrame } from "./frame/map-frame.ts";
import type { Ground } from "./ground/ground.ts";
import type { MapProjection } from "./ground/surface.ts";
import type { IncidentMapEvents, ResolvedOptions } from "./map-options.ts";
import type { MapText } from "./map-text.ts";
import type { RecordsLayer } from "./records/records-layer.ts";

/** What the parts of one map share and change. Owned by `incidentMap`, which ends it. */
export interface MapContext {
  options: ResolvedOptions;
  text: MapText;
  theme: Theme;
  styles: readonly CategoryStyle[];
  basemap: Basemap | null;
  notice: string | null;
  /** What a drag does. */
  drag: DragMode;
  /** Where to begin, as long as there is no ground: the map's own camera, the store's, or the last that it was moved to. */
  asked: Camera | null;
  /** Somebody has placed the camera: it is not fitted to the data again. */
  placed: boolean;
  /** The camera follows the store: its bounds must not be written back, or two maps of one store would chase each other. */
  following: boolean;
  /** What the last picture was drawn for; null when it has to be drawn anew in any case. */
  drawnFor: MapViewport | null;
  /** What stands on the page already: to read it there again costs a step of the window more than to compare it. */
  readonly said: { notice: string; credit: string };
  /** What the controls cover of the stage. */
  covers: readonly Box[];
  readonly element: HTMLElement;
  readonly frame: MapFrame;
  readonly emitter: Emitter<IncidentMapEvents>;
  readonly scheduler: FrameScheduler;
  readonly shapes: LoadingAreaShapes;
  readonly ground: Ground;
  readonly records: RecordsLayer;
  readonly places: ShownPlaces;
  /** Draws the records anew in the next frame. */
  readonly invalidate: () => void;
  /** The same in a task of its own behind that frame: the timeline whose hand moves the filter is drawn first. */
  readonly invalidateBehind: () => void;
  /** Says something to those who do not see the map. */
  readonly say: (text: string) => void;
  readonly setProjection: (projection: MapProjection) => void;
}

/** Moves of the camera by hands, keys and buttons. Each of them is written into the store. */
export interface CameraMoves {
  moveTo(camera: Camera, durationMs?: number): void;
  panBy(dxPx: number, dyPx: number, durationMs?: number): void;
  zoomBy(levels: number, at?: readonly [x: number, y: number], durationMs?: number): void;
  /** All shown records. */
  fit(durationMs?: number): void;
  zoomTo(bounds: readonly [west: number, south: number, east: number, north: number]): boolean;
  flyTo(place: readonly [lon: number, lat: number]): void;
  /** Brings a row into sight when it is out of it. */
  reveal(row: number): void;
}
