import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { writeAcledFile } from "./acled-file.mjs";

// A million rows in the layout of an ACLED export, some 240 MB: ours to a ready store (dates, places, codes, order of
// time), the peers to what each makes of such a file. Every one in a process of its own, so that no memory mixes, and
// all in turn, round by round, so that a machine that slows down slows all of them.
export const suite = "read";

const ROWS = 1_000_000;
const ROUNDS = 3;
/** A reader that takes longer has failed: the slowest needs a tenth of it. */
const LIMIT_MS = 120_000;
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
      duckdb: duckdbUrl(tools),
    };
    const { ours, block, papaparse, udsv, duckdb } = measure(file, {
      ours: urls.dist,
      block: urls.dist,
      papaparse: urls.papaparse,
      udsv: urls.udsv,
      duckdb: urls.duckdb,
    });
    console.log(inWords({ ours, papaparse, udsv, duckdb }));
    const note =
      `${(bytes / 1e6).toFixed(0)} MB, ${(bytes / ROWS).toFixed(0)} bytes a row: all 31 columns, with shorter notes and ` +
      "more blank cells than real exports, whose rows have some 560 bytes; ours in a worker, " +
      `bytes of the file to a store in order of time: ` +
      `${ours.words}; first rows after ${ours.firstMs.toFixed(0)} ms; all readers in turn, ${ROUNDS} rounds; ` +
      "the peers read no date, no place and no list: PapaParse and uDSV split a text into rows, DuckDB makes a table";
    const peers = { papaparse: papaparse.ms, udsv: udsv.ms, "duckdb read_csv": duckdb?.ms ?? null };
    return [
      { id: "read/acled-1m", ours: ours.ms, unit: "ms", stat: "median", peers, higherIsBetter: false, n: ROWS, note },
      {
        id: "read/acled-1m-memory",
        ours: ours.peakMB,
        unit: "MB",
        stat: "peak",
        peers: { papaparse: papaparse.peakMB, udsv: udsv.peakMB, "duckdb read_csv": duckdb?.peakMB ?? null },
        higherIsBetter: false,
        n: ROWS,
        note: "the most that any round held: resident memory of the whole process, the runtime's own included",
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

/** Null where the large peers could not be installed: the others are compared all the same. */
function duckdbUrl(tools) {
  try {
    return pathToFileURL(tools.peers().require.resolve("@duckdb/node-api")).href;
  } catch (error) {
    console.log(`DuckDB is left out: ${error.message}`);
    return null;
  }
}

/** By reader: its round of median time, with the most memory of any. */
function measure(file, urls) {
  const runs = Object.fromEntries(Object.keys(urls).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, url] of Object.entries(urls)) {
      const told = url === null ? null : childRun(name, file, url);
      if (told !== null) runs[name].push(told);
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, middle(all)]));
}

function middle(runs) {
  if (runs.length === 0) return null;
  const sorted = [...runs].sort((a, b) => a.ms - b.ms);
  return { ...sorted[Math.floor(sorted.length / 2)], peakMB: Math.max(...runs.map(({ peakMB }) => peakMB)) };
}

function inWords(readers) {
  return Object.entries(readers)
    .filter(([, told]) => told !== null)
    .map(([name, { ms, peakMB }]) => {
      const times = name === "ours" ? "" : `, ours takes ${(readers.ours.ms / ms).toFixed(2)} times as long`;
      return `${name}: ${(ms / 1e3).toFixed(2)} s, peak ${peakMB.toFixed(0)} MB${times}`;
    })
    .join("\n");
}

function childRun(name, file, url) {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", child, name, file, url],
    { encoding: "utf8", timeout: LIMIT_MS },
  );
  if (status !== 0 && name === "duckdb") return null;
  if (status !== 0) throw new Error(`read: ${name} ended with ${status ?? signal}: ${stderr.slice(-500)}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}
