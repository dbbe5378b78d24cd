import { type IncidentMapOptions, incidentMap } from "@whenwhere/map";
import type { Camera } from "@whenwhere/store";
import type { MountContext, Mounted } from "./element-kind.ts";
import { given } from "./given.ts";

/** Attributes of `<ww-map>`: the scalar options of the map under their own names. */
export const MAP_ATTRIBUTES: Readonly<Record<string, string>> = {
  projection: "`mercator`, `globe` or `flat` (no WebGL); default `mercator`.",
  worldview:
    "`de-facto` (the default: disputed borders dashed), `undisputed` (those left out) or `none` (coasts only).",
  detail: "Fineness of the ground, `110m` or `50m`; default: by the size of the map.",
  camera: "Where to look: `54.4 24.5 6` is longitude, latitude and zoom; default: all records.",
  points:
    "What stands for records close to each other: `clusters` (the default) or `all`, a point for each exactly placed record.",
  header: "The line above the map: `counts` (the default), `hint` or `none`.",
  density:
    "`hexbin` or `heat`: the ground is coloured by how many records it has, in place of their glyphs; default `none`.",
  popup: "When a click opens the list of records: `always` (the default), `several` or `never`.",
  tools:
    "Buttons beside those for the zoom: `reset`, `locate`, `fullscreen`, with blanks between them; default `fullscreen`.",
  attribution: "More to say beside the attribution of the records, which is always shown.",
  "cooperative-gestures": "`off`: one finger moves the map; else one finger and the plain wheel stay with the page.",
};

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
export function mountMap({ target, store, words, attribute }: MountContext): Mounted {
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
