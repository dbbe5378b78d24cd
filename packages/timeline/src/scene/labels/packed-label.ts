/** Words of a packed item, along the time axis. */
export interface PackedLabel {
  readonly xPx: number;
  readonly widthPx: number;
  readonly text: string;
  readonly full: string;
  readonly place: "inside" | "end" | "start";
}
