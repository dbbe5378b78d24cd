import type { Theme } from "@whenwhere/view";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Worldview } from "../basemap/index.ts";

/** What a file of tiles says of itself. */
export interface TileFile {
  /** Address that MapLibre reads it by. */
  readonly url: string;
  /** Ids of its layers, or null where its tiles are pictures. */
  readonly layers: readonly string[] | null;
}

/** How its tiles are drawn. */
export interface TileLook {
  readonly theme: Theme;
  readonly worldview: Worldview;
}

/**
 * Layer names of the three schemas that public tiles come in, by what they show: Protomaps (earth, boundaries, roads),
 * OpenMapTiles (transportation, boundary) and Shortbread (ocean, streets, water_polygons).
 */
const ROLES = {
  land: ["earth"],
  water: ["water", "ocean", "water_polygons"],
  stream: ["waterway", "water_lines"],
  road: ["roads", "transportation", "streets"],
  building: ["buildings", "building"],
  border: ["boundaries", "boundary"],
} as const;

type Role = keyof typeof ROLES;

const IS_AREA: ExpressionSpecification = ["in", ["geometry-type"], ["literal", ["Polygon", "MultiPolygon"]]];
const IS_LINE: ExpressionSpecification = ["in", ["geometry-type"], ["literal", ["LineString", "MultiLineString"]]];
/** Of states, by either of the two ways to say so. */
const OF_STATES: ExpressionSpecification = [
  "any",
  ["==", ["get", "kind"], "country"],
  ["<=", ["to-number", ["get", "admin_level"], 99], 2],
];
/** The three schemas say so as a boolean or as a number. */
const DISPUTED: ExpressionSpecification = ["to-boolean", ["get", "disputed"]];

/**
 * A calm ground of a file of tiles: land, water, roads and borders in the colours of the theme, and no names, which would
 * need fonts from somewhere; the map writes its own. Borders of states follow the `worldview` of the map. Tiles of another schema are drawn
 * as they come, areas and lines; tiles that are pictures as pictures.
 */
export function tileStyle({ url, layers }: TileFile, look: TileLook): StyleSpecification {
  const { theme } = look;
  const ground = (token: string): LayerSpecification => ({
    id: "ground",
    type: "background",
    paint: { "background-color": theme[token] || "#000000" },
  });
  const style = (source: StyleSpecification["sources"][string], drawn: readonly LayerSpecification[]) => ({
    version: 8 as const,
    sources: { tiles: source },
    layers: [...drawn],
  });
  if (layers === null) {
    const pictures = { id: "pictures", type: "raster", source: "tiles" } as const;
    return style({ type: "raster", url, tileSize: 256 }, [ground("water"), pictures]);
  }
  const of = (role: Role): readonly string[] => layers.filter((id) => (ROLES[role] as readonly string[]).includes(id));
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => of(role).length > 0);
  const drawn =
    roles.length > 0
      ? roles.flatMap((role) => of(role).flatMap((id) => drawnAs(role, id, look)))
      : layers.flatMap((id) => plainly(id, theme));
  // Where land has no layer it is what is left between the waters.
  return style({ type: "vector", url }, [
    ground(of("water").length > 0 && of("land").length === 0 ? "land" : "water"),
    ...drawn,
  ]);
}

interface Stroke {
  readonly color: string | undefined;
  readonly width: number | ExpressionSpecification;
  readonly filter: ExpressionSpecification;
  readonly dashes?: readonly number[];
}

function area(id: string, color: string | undefined): LayerSpecification {
  const paint = { "fill-color": color || "#000000" };
  return { id, type: "fill", source: "tiles", "source-layer": id, filter: IS_AREA, paint };
}

function line(id: string, { color, width, filter, dashes }: Stroke, name = id): LayerSpecification {
  const dashed = dashes === undefined ? {} : { "line-dasharray": [...dashes] };
  const paint = { "line-color": color || "#000000", "line-width": width, ...dashed };
  return { id: name, type: "line", source: "tiles", "source-layer": id, filter, paint };
}

function drawnAs(role: Role, id: string, { theme, worldview }: TileLook): LayerSpecification[] {
  if (role === "land" || role === "water") return [area(id, theme[role])];
  if (role === "building") return [{ ...area(id, theme["tint"]), minzoom: 14 } as LayerSpecification];
  if (role === "stream") return [line(id, { color: theme["water"], width: 1, filter: IS_LINE })];
  if (role === "road") {
    const width: ExpressionSpecification = ["interpolate", ["linear"], ["zoom"], 8, 0.4, 18, 4];
    return [line(id, { color: theme["grid"], width, filter: IS_LINE })];
  }
  if (worldview === "none") return [];
  const color = theme["border"];
  const settled = line(id, { color, width: 0.9, filter: ["all", IS_LINE, OF_STATES, ["!", DISPUTED]] });
  if (worldview === "undisputed") return [settled];
  const filter: ExpressionSpecification = ["all", IS_LINE, OF_STATES, DISPUTED];
  return [settled, line(id, { color, width: 1.1, filter, dashes: [2.7, 2.3] }, `${id}-disputed`)];
}

function plainly(id: string, theme: Theme): LayerSpecification[] {
  return [area(id, theme["land"]), line(id, { color: theme["coast"], width: 0.8, filter: IS_LINE }, `${id}-lines`)];
}
