import type { AttributionSlot, Pace } from "@whenwhere/view";
import type { CameraMoves } from "./context.ts";
import type { DensityLegend } from "./frame/density-legend.ts";
import type { MapTools } from "./frame/map-tools.ts";
import type { Popup } from "./frame/popup.ts";
import type { ScaleBar } from "./frame/scale-bar.ts";
import type { Tray } from "./frame/tray.ts";
import type { Cursor } from "./hands/cursor.ts";
import type { Pointing } from "./hands/pointing.ts";
import type { BoxView } from "./outline/box-brush.ts";

/** The parts of one map that stand above its ground. */
export interface MapParts {
  readonly moves: CameraMoves;
  readonly popup: Popup;
  readonly pointing: Pointing;
  readonly cursor: Cursor;
  readonly box: BoxView;
  readonly tray: Tray;
  /** Writes the counts and the tray of the last picture. */
  readonly around: Pace;
  readonly scale: ScaleBar;
  readonly legend: DensityLegend;
  readonly tools: MapTools;
  readonly credit: HTMLElement;
  /** The attribution of the records. */
  readonly slot: AttributionSlot;
  /** Removes all listeners. */
  destroy(): void;
}
