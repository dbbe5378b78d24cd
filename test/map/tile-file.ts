import { geoJSONToTile } from "@maplibre/geojson-vt";
import { fromGeojsonVt } from "@maplibre/vt-pbf";
import type { Feature } from "geojson";

/** What a file of tiles is made of. */
export interface TileFileInput {
  /** Layers of its one vector tile, or the one picture that it is. */
  readonly tile: Readonly<Record<string, readonly Feature[]>> | Blob;
  readonly attribution?: string;
}

const HEADER_BYTES = 127;
const [NOT_PACKED, VECTOR, PNG] = [1, 1, 2];

/** A file of PMTiles 3 with one tile, the whole world, as its specification has it: header, directory, metadata, tile. */
export async function tileFile({ tile, attribution }: TileFileInput): Promise<Blob> {
  const isPicture = tile instanceof Blob;
  const bytes = isPicture ? new Uint8Array(await tile.arrayBuffer()) : vectorTile(tile);
  const layers = isPicture ? {} : { vector_layers: Object.keys(tile).map((id) => ({ id, fields: {} })) };
  const metadata = new TextEncoder().encode(JSON.stringify({ attribution, ...layers }));
  // One entry: tile 0, run of 1, its length, its offset and one.
  const directory = Uint8Array.of(1, 0, 1, ...varint(bytes.length), 1);
  const parts = [directory, metadata, new Uint8Array(0), bytes];
  const header = new DataView(new ArrayBuffer(HEADER_BYTES));
  [..."PMTiles"].forEach((letter, at) => {
    header.setUint8(at, letter.charCodeAt(0));
  });
  header.setUint8(7, 3);
  let offset = HEADER_BYTES;
  parts.forEach(({ length }, index) => {
    header.setBigUint64(8 + index * 16, BigInt(offset), true);
    header.setBigUint64(16 + index * 16, BigInt(length), true);
    offset += length;
  });
  for (const at of [72, 80, 88]) header.setBigUint64(at, 1n, true);
  [1, NOT_PACKED, NOT_PACKED, isPicture ? PNG : VECTOR, 0, 0].forEach((value, index) => {
    header.setUint8(96 + index, value);
  });
  [-180, -85, 180, 85].forEach((degrees, index) => {
    header.setInt32(102 + index * 4, degrees * 1e7, true);
  });
  return new Blob([header.buffer, ...parts]);
}

function vectorTile(layers: Readonly<Record<string, readonly Feature[]>>): Uint8Array<ArrayBuffer> {
  const cut = Object.entries(layers).map(([id, features]) => {
    const tile = geoJSONToTile({ type: "FeatureCollection", features: [...features] }, 0, 0, 0);
    if (tile === null) throw new Error(`The layer ${id} has nothing in its tile.`);
    return [id, tile] as const;
  });
  return new Uint8Array(fromGeojsonVt(Object.fromEntries(cut), { version: 2, extent: 4096 }));
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

/** A rectangle of the earth. */
export function rectangle([west, south, east, north]: readonly number[], properties = {}): Feature {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as [number, number][];
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } };
}
