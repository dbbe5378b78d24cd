import type { IncidentMapHandle } from "@whenwhere/map";
import type { Store } from "@whenwhere/store";
import type { ThemeChoice, Words } from "@whenwhere/view";
import type { PlayerFrame, PlayerMode } from "./player-frames.ts";
import type { PlayerStep } from "./step-edges.ts";

/** Options of {@link player}; attributes of `<ww-player>` bear the same names. All but `store` have defaults. */
export interface PlayerOptions {
  readonly store: Store;
  /** Default `window`. */
  readonly mode?: PlayerMode;
  /** How far a frame goes on, on the calendar (UTC); `auto`, the default, makes some dozens of frames of the whole. */
  readonly step?: PlayerStep | "auto";
  /** How many steps a window, or a trail, is wide. Default 1, of a trail 6. A window drawn by the reader keeps its width. */
  readonly width?: number;
  /** Frames a second, from 0.1 to 30. No frame is left out, so a slow machine takes longer. Default 4. */
  readonly fps?: number;
  /** Begins anew at the end. Default false. */
  readonly loop?: boolean;
  /**
   * What is played, half-open UTC ms. Default: where most records are, as a timeline shows them first; `cumulative` begins
   * with what lies before.
   */
  readonly span?: { readonly startMs: number; readonly endMs: number } | null;
  /** Source of the clause that it sets. Default that of the timeline, whose brush then moves with the run. */
  readonly source?: string;
  /**
   * A map of the same store: beside it the player offers its run as a GIF or a film, by a button. A function where maps come and go;
   * `update({ map })` looks again. Default null: no button.
   */
  readonly map?: IncidentMapHandle | (() => IncidentMapHandle | null) | null;
  /** Words; default English, or those of `locale` as far as they are built in. */
  readonly words?: Words;
  readonly locale?: string;
  readonly theme?: ThemeChoice;
  /** Whether the reader asks for less motion: then it steps and does not play. Default: the reader's own setting. */
  readonly reducedMotion?: boolean;
}

/** Options with their defaults filled in. */
export interface ResolvedPlayerOptions {
  readonly store: Store;
  readonly mode: PlayerMode;
  readonly step: PlayerStep | "auto";
  readonly width: number;
  readonly fps: number;
  readonly loop: boolean;
  readonly span: { readonly startMs: number; readonly endMs: number } | null;
  readonly source: string;
}

/** Serialisable state under the names of the options. */
export interface PlayerState {
  readonly mode: PlayerMode;
  readonly step: PlayerStep | "auto";
  readonly width: number;
  readonly fps: number;
  readonly loop: boolean;
  readonly playing: boolean;
  /** The frame in force; null while the window of the store is none of this run's. */
  readonly frame: PlayerFrame | null;
  /** The step that the frames have, where `step` is `auto`, or was too short for a run so long; null without a frame. */
  readonly unit: PlayerStep | null;
  /** Frames of the whole run; 0 where no record states a date. */
  readonly frames: number;
}

/** What a player tells. */
export interface PlayerEvents {
  /** Another frame is in force, or none. */
  frame: PlayerFrame | null;
  play: PlayerFrame | null;
  pause: PlayerFrame | null;
  /** The last frame has been shown for its time. */
  end: PlayerFrame | null;
}
