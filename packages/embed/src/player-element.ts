import { type PlayerOptions, player } from "@whenwhere/workspace";
import type { MountContext, Mounted } from "./element-kind.ts";
import { given } from "./given.ts";

/** Attributes of `<ww-player>`: the scalar options of the player under their own names. */
export const PLAYER_ATTRIBUTES: Readonly<Record<string, string>> = {
  mode: "`window` (the default), `cumulative` or `trail`, in which what is certain and older is paler on the map.",
  step: "How far a frame goes on: `auto` (the default), `hour`, `day`, `week`, `month`, `quarter`, `year`, `decade` or `century`.",
  width: "How many steps a window or a trail is wide; default 1, of a trail 6.",
  fps: "Frames a second, from 0.1 to 30; default 4.",
  loop: "Present: it begins anew at the end. It never begins by itself.",
};

/** Makes the player of a `<ww-player>`. Words and numbers that it cannot use are refused by the player, which names those that it can. */
export function mountPlayer({ target, store, words, attribute }: MountContext): Mounted {
  const number = (name: string) => (attribute(name) === null ? null : Number(attribute(name)));
  const options = given({
    mode: attribute("mode") as PlayerOptions["mode"] | null,
    step: attribute("step") as PlayerOptions["step"] | null,
    width: number("width"),
    fps: number("fps"),
    loop: attribute("loop") === null ? null : true,
  });
  const handle = player(target, { store, words, ...options });
  return { handle, destroy: () => handle.destroy() };
}
