import type { OwnTexts } from "../attribute-names.ts";

/** What the attributes of `<ww-player>` do: the scalar options of the player under their own names. */
export const PLAYER_TEXTS: OwnTexts<"ww-player"> = {
  mode: "`window` (the default), `cumulative` or `trail`, in which what is certain and older is paler on the map.",
  step: "How far a frame goes on: `auto` (the default), `hour`, `day`, `week`, `month`, `quarter`, `year`, `decade` or `century`.",
  width: "How many steps a window or a trail is wide; default 1, of a trail 6.",
  fps: "Frames a second, from 0.1 to 30; default 4.",
  save: "`off`: without the button that makes a GIF or a film of the run, which stands there beside a `<ww-map>` of its group.",
  loop: "Present: it begins anew at the end. It never begins by itself.",
};
