/** One reader of the suite `read`, in a process of its own: `node read-child.mjs NAME FILE URL` prints {ms, peakMB, ...}. */
import { open, readFile } from "node:fs/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const CHUNK_BYTES = 2 ** 19;

/** A File, as a page hands it over. */
async function fileOf(path) {
  const handle = await open(path);
  const { size } = await handle.stat();
  const getReader = () => ({
    async read() {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const { bytesRead } = await handle.read(chunk, 0, CHUNK_BYTES);
      if (bytesRead === 0) {
        await handle.close();
        return { done: true };
      }
      return { done: false, value: chunk.subarray(0, bytesRead) };
    },
    cancel: () => handle.close(),
  });
  return { size, type: "text/csv", name: "acled.csv", stream: () => ({ getReader }) };
}

async function ours(path, url) {
  const { loadColumns, createStore } = await import(url);
  const begin = performance.now();
  let firstMs = Number.NaN;
  const load = await loadColumns(await fileOf(path), {
    onRows: () => {
      firstMs = performance.now() - begin;
    },
  });
  const loadMs = performance.now() - begin;
  const store = createStore({ columns: { ...load.columns, records: load.records } });
  const ms = performance.now() - begin;
  if (store.count().total !== 1_000_000) throw new Error(`read ${store.count().total} rows`);
  const { kept, undated, unplaced } = load.report.rows;
  const words = `${kept.toLocaleString("en")} kept, ${load.issues.length.toLocaleString("en")} issues told, ${undated} undated, ${unplaced} unplaced; store in ${(ms - loadMs).toFixed(0)} ms`;
  return { ms, firstMs, words };
}

/** On the thread that would be the page's: the longest stretch in which nothing else could run. */
async function block(path, url) {
  const { loadColumns } = await import(url);
  const file = await fileOf(path);
  let [isOver, longestMs] = [false, 0];
  let before = performance.now();
  const beat = () => {
    const now = performance.now();
    longestMs = Math.max(longestMs, now - before);
    before = now;
    if (!isOver) setImmediate(beat);
  };
  setImmediate(beat);
  const load = await loadColumns(file);
  isOver = true;
  if (load.columns.length !== 1_000_000) throw new Error(`read ${load.columns.length} rows`);
  return { ms: Math.max(longestMs, performance.now() - before) };
}

/** From a text that is here already, which is what it is fastest at; the clock starts with the text. */
async function papaparse(path, url) {
  const { default: Papa } = await import(url);
  const text = await readFile(path, "utf8");
  const begin = performance.now();
  const { data } = Papa.parse(text);
  return { ms: performance.now() - begin, rows: data.length };
}

async function udsv(path, url) {
  const { inferSchema, initParser } = await import(url);
  const text = await readFile(path, "utf8");
  const begin = performance.now();
  const rows = initParser(inferSchema(text)).stringArrs(text);
  return { ms: performance.now() - begin, rows: rows.length };
}

async function duckdb(path, url) {
  const { DuckDBInstance } = (await import(url)).default ?? (await import(url));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const begin = performance.now();
  await connection.run(`create table acled as select * from read_csv('${path.replaceAll("'", "''")}', header = true)`);
  const ms = performance.now() - begin;
  const [[rows]] = (await connection.runAndReadAll("select count(*)::integer from acled")).getRows();
  return { ms, rows };
}

const READERS = { ours, block, papaparse, udsv, duckdb };

if (isMainThread) {
  const [name, path, url] = process.argv.slice(2);
  const told = name === "ours" ? await inWorker({ path, url }) : await READERS[name](path, url);
  console.log(JSON.stringify({ ...told, peakMB: process.resourceUsage().maxRSS / 1_024 }));
  process.exit(0);
} else {
  parentPort.postMessage(await ours(workerData.path, workerData.url));
}

function inWorker(data) {
  const worker = new Worker(new URL(import.meta.url), { workerData: data });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
