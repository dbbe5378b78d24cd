import type { IncidentMapHandle } from "@whenwhere/map";
import type { Store } from "@whenwhere/store";
import { type PlayerOptions, player } from "@whenwhere/workspace";
import { given } from "../data/given.ts";
import type { WhenWhereElement } from "./element-class.ts";
import type { MountContext, Mounted } from "./element-kind.ts";

/** The map of the same records that stands beside an element, drawn; null while there is none. */
function mapBeside(host: HTMLElement, store: Store): IncidentMapHandle | null {
  const maps = [...(host.getRootNode() as Document | ShadowRoot).querySelectorAll<WhenWhereElement>("ww-map")];
  return (maps.find((one) => one.store === store && one.handle !== null)?.handle as IncidentMapHandle) ?? null;
}

/** Makes the player of a `<ww-player>`. Words and numbers that it cannot use are refused by the player, which names those that it can. */
export function mount({ target, host, store, words, attribute }: MountContext): Mounted {
  const number = (name: string) => (attribute(name) === null ? null : Number(attribute(name)));
  const map = (): IncidentMapHandle | null => mapBeside(host, store);
  const options = given({
    mode: attribute("mode") as PlayerOptions["mode"] | null,
    step: attribute("step") as PlayerOptions["step"] | null,
    width: number("width"),
    fps: number("fps"),
    loop: attribute("loop") === null ? null : true,
    map: attribute("save") === "off" ? null : map,
  });
  const handle = player(target, { store, words, ...options });
  const listening = new AbortController();
  const look = ({ target: element }: Event): void => {
    if (options.map !== undefined && element !== host) handle.update({ map });
  };
  // A map of the group may come later than its player.
  host.getRootNode().addEventListener("ww-ready", look, { signal: listening.signal });
  return {
    handle,
    destroy() {
      listening.abort();
      handle.destroy();
    },
  };
}
