import { type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import type { Camera } from "@whenwhere/store";
import { given } from "../data/given.ts";
import type { MountContext, Mounted } from "./element-kind.ts";

/** Longitude, latitude and zoom with blanks or commas between them; null when they are not three numbers. */
function cameraOf(text: string | null): Camera | null {
  const numbers = (text ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [lon, lat, zoom] = numbers;
  const whole = numbers.length === 3 && numbers.every(Number.isFinite);
  return whole ? { lon: lon as number, lat: lat as number, zoom: zoom as number } : null;
}

/** Makes the map of a `<ww-map>`. A word that is none of an option's is refused by the map, which names those that are. */
export function mount({ target, store, words, attribute }: MountContext): Mounted {
  const word = <K extends keyof IncidentMapOptions>(name: K) => attribute(name) as IncidentMapOptions[K] | null;
  const gestures = attribute("cooperative-gestures");
  const options = given({
    projection: word("projection"),
    worldview: word("worldview"),
    detail: word("detail"),
    points: word("points"),
    header: word("header"),
    density: word("density"),
    popup: word("popup"),
    tools: (attribute("tools")?.split(/\s+/).filter(Boolean) as IncidentMapOptions["tools"] | undefined) ?? null,
    attribution: word("attribution"),
    camera: cameraOf(attribute("camera")),
    cooperativeGestures: gestures === null ? null : gestures !== "off" && gestures !== "false",
  });
  const handle = incidentMap(target, { store, words, ...options });
  return { handle, destroy: () => handle.destroy() };
}
