import { type PlayerOptions, player } from "@whenwhere/workspace";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";

/** Makes the player of a `<ww-player>`. Words and numbers that it cannot use are refused by the player, which names those that it can. */
export function mount({ target, store, words, attribute }: MountContext): Mounted {
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
