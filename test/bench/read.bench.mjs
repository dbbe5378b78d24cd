import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { writeAcledFile } from "./acled-file.mjs";

// A million rows in the layout of an ACLED export, some 240 MB: ours to a ready store (dates, places, codes, order of
// time), the peers to what each makes of such a file. Every one in a process of its own, so that no memory mixes.
export const suite = "read";

const ROWS = 1_000_000;
const RUNS = 3;
const child = path.join(import.meta.dirname, "read-child.mjs");

export async function run(tools) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "whenwhere-read-"));
  const file = path.join(folder, "acled.csv");
  try {
    const bytes = writeAcledFile(file, ROWS);
    const require = createRequire(import.meta.url);
    const urls = {
      dist: pathToFileURL(path.join(tools.dist, "index.js")).href,
      papaparse: pathToFileURL(require.resolve("papaparse")).href,
      udsv: pathToFileURL(path.join(tools.root, "node_modules/udsv/dist/uDSV.mjs")).href,
      duckdb: pathToFileURL(tools.peers().require.resolve("@duckdb/node-api")).href,
    };
    const measure = (name, url) => best(() => childRun(name, file, url));
    const ours = measure("ours", urls.dist);
    const block = measure("block", urls.dist);
    const papaparse = measure("papaparse", urls.papaparse);
    const udsv = measure("udsv", urls.udsv);
    const duckdb = measure("duckdb", urls.duckdb);
    const note =
      `${(bytes / 1e6).toFixed(0)} MB, ${(bytes / ROWS).toFixed(0)} bytes a row: all 31 columns, with shorter notes and ` +
      "more blank cells than real exports, whose rows have some 560 bytes; ours in a worker, " +
      `bytes of the file to a store in order of time: ` +
      `${ours.words}; first rows after ${ours.firstMs.toFixed(0)} ms, peak ${ours.peakMB.toFixed(0)} MB ` +
      `(PapaParse ${papaparse.peakMB.toFixed(0)}, uDSV ${udsv.peakMB.toFixed(0)}, DuckDB ${duckdb.peakMB.toFixed(0)}); ` +
      "the peers read no date, no place and no list: PapaParse and uDSV split a text into rows, DuckDB makes a table";
    const peers = { papaparse: papaparse.ms, udsv: udsv.ms, "duckdb read_csv": duckdb.ms };
    return [
      { id: "read/acled-1m", ours: ours.ms, unit: "ms", stat: "best", peers, higherIsBetter: false, n: ROWS, note },
      {
        id: "read/acled-1m-memory",
        ours: ours.peakMB,
        unit: "MB",
        stat: "peak",
        peers: { papaparse: papaparse.peakMB, udsv: udsv.peakMB, "duckdb read_csv": duckdb.peakMB },
        higherIsBetter: false,
        n: ROWS,
        note: "resident memory of the whole process, the runtime's own included",
      },
      {
        id: "read/longest-block-1m",
        ours: block.ms,
        unit: "ms",
        stat: "max",
        peers: { papaparse: papaparse.ms },
        higherIsBetter: false,
        n: ROWS,
        note: "longest stretch in which loadColumns, run on the page's own thread, lets nothing else run; the peer reads in one go",
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The fastest of some runs: what the work costs when nothing else holds the machine. */
function best(measure) {
  const runs = Array.from({ length: RUNS }, measure);
  return runs.reduce((a, b) => (b.ms < a.ms ? b : a));
}

function childRun(name, file, url) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", child, name, file, url],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`read: ${name} ended with ${status}: ${stderr.slice(-500)}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}
