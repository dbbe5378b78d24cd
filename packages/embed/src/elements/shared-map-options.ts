import type { IncidentMapOptions } from "@whenwhere/map";
import type { Camera } from "@whenwhere/store";
import { given } from "../data/given.ts";
import type { MountContext } from "./element-kind.ts";

type Attribute = MountContext["attribute"];

/** Longitude, latitude and zoom with blanks or commas between them. What is no number is refused by the map. */
function cameraOf(text: string | null): Camera | null {
  if (text === null || text.trim() === "") return null;
  const [lon, lat, zoom] = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return { lon, lat, zoom } as Camera;
}

/** One address, or one for light and one for dark. */
function basemapOf(text: string | null): IncidentMapOptions["basemap"] | null {
  const [light, dark] = (text ?? "").split(/\s+/).filter(Boolean);
  if (light === undefined) return null;
  return dark === undefined ? light : { light, dark };
}

/** Options of the map that `<when-where>` has attributes for too. What is none of an option's words is refused by the map. */
export function sharedMapOptions(attribute: Attribute) {
  const word = <K extends keyof IncidentMapOptions>(name: K) => attribute(name) as IncidentMapOptions[K] | null;
  const gestures = attribute("cooperative-gestures");
  return given({
    projection: word("projection"),
    basemap: basemapOf(attribute("basemap")),
    worldview: word("worldview"),
    detail: word("detail"),
    points: word("points"),
    density: word("density"),
    popup: word("popup"),
    tools: (attribute("tools")?.split(/\s+/).filter(Boolean) as IncidentMapOptions["tools"] | undefined) ?? null,
    attribution: word("attribution"),
    workerUrl: attribute("map-worker-url"),
    camera: cameraOf(attribute("camera")),
    cooperativeGestures: gestures === null ? null : gestures !== "off" && gestures !== "false",
  });
}
