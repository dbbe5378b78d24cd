import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { bundleSize, PAGES } from "../size/bundle-size.mjs";

export const suite = "size";

/** What a reader downloads, in kB of gzip. Peers draw other things, so their weight is no comparison and is left out. */
export async function run({ root, dist }) {
  const rows = [];
  for (const [name, code] of Object.entries(PAGES)) {
    const { gzipBytes, lazyGzipBytes } = await bundleSize(code, path.join(root, "packages/whenwhere"));
    rows.push({
      id: `size/${name.replaceAll(" ", "-")}`,
      ours: gzipBytes / 1000,
      unit: "kB",
      stat: "gzip",
      peers: {},
      n: 1,
      note: `with all it imports; ${(lazyGzipBytes / 1000).toFixed(0)} kB more in parts loaded when first needed`,
    });
  }
  const script = readFileSync(path.join(dist, "whenwhere.standalone.js"));
  const note = "one classic script, MapLibre, worker and basemap inside";
  rows.push({
    id: "size/standalone",
    ours: gzipSync(script, { level: 9 }).length / 1000,
    unit: "kB",
    stat: "gzip",
    peers: {},
    n: 1,
    note,
  });
  return rows;
}
