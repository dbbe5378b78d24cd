import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { launchOptions } from "../chromium.mjs";
import { conflictColumns } from "./map-rows.mjs";
import { openWorkspace, panesAtRest, setBrush, watchPanes } from "./workspace-page.mjs";
import { mainThreadTasks, TRACED } from "./workspace-trace.mjs";

export const suite = "workspace";

const ROWS = 1_000_000;
const STEPS = 120;
const WARM_UP = 12;
/** What is made in turns after the rows have come, such as the points of a map, is there by then. */
const IDLE_MS = 6_000;
/** The slowest pane has been written by then. */
const REST_MS = 1_500;

/** Drawn by the processor alone, as on a machine without a graphics card; the map with WebGL needs one that is imitated. */
const WITHOUT_GPU = {
  ...launchOptions,
  args: [...launchOptions.args.filter((arg) => !arg.includes("swiftshader")), "--disable-gpu"],
};

/** Medians over five data sets of a million rows, as its authors published them; a step there counts, and draws nothing. */
const PUBLISHED = { "Mosaic 1M, native, published: counts of a step alone": 4.2 };

/** What is dragged in the page: the ground under the records, and how Chromium draws. */
const WAYS = {
  flat: { id: "workspace/brush", where: "flat map, no GPU", projection: "flat", options: WITHOUT_GPU },
  webgl: {
    id: "workspace/brush-webgl",
    where: "WebGL map, software GL",
    projection: "mercator",
    options: launchOptions,
  },
};

export async function run(tools, ways = Object.keys(WAYS)) {
  const rows = [];
  for (const way of ways) rows.push(...rowsOf(WAYS[way].id, await drag(tools, WAYS[way]), WAYS[way].where));
  return rows;
}

function rowsOf(id, { tasks, rest, facets }, where) {
  const all = { wall: tasks.map(({ wallMs }) => wallMs), thread: tasks.map(({ threadMs }) => threadMs) };
  const longest = (clock) =>
    Array.from({ length: rest.steps }, (_, i) =>
      Math.max(0, ...tasks.filter(({ step }) => step === i + 1).map((task) => task[clock])),
    );
  const [thread, wall] = [longest("threadMs"), longest("wallMs")];
  const long = (list) => list.filter((ms) => ms > 50).length;
  const parts = ["script", "style", "layout", "paint", "garbage"].map((part) => {
    const total = tasks.reduce((sum, task) => sum + (task.parts[part] ?? 0), 0);
    return `${part} ${show(total / rest.steps)}`;
  });
  const many = `1 M rows, the window dragged by the pointer over ${STEPS} steps; timeline, map, table, ${facets} facets and counts open; ${where}`;
  const words = (list) =>
    `median ${show(quantile(list, 0.5))}, p95 ${show(quantile(list, 0.95))}, longest ${show(Math.max(...list))}`;
  const base = { unit: "ms", higherIsBetter: false, n: ROWS, peers: {} };
  return [
    {
      ...{ ...base, id: `${id}-1m`, ours: quantile(thread, 0.95), stat: "p95", peers: PUBLISHED },
      note: `${many}; the longest task of the main thread in each step, thread time: ${words(thread)}, over 50 ms: ${long(all.thread)}; by the clock: ${words(wall)}, over 50 ms: ${long(all.wall)}; all tasks over 1 ms by the clock: ${words(all.wall)}`,
    },
    {
      ...{ ...base, id: `${id}-step-1m`, ours: all.thread.reduce((sum, ms) => sum + ms, 0) / rest.steps, stat: "mean" },
      note: `all tasks of a step together, thread time; by the clock ${parts.join(", ")}; steps that reached the store: ${rest.steps}; updates of the table: ${rest.updates.table}, of the facets: ${rest.updates.facets}`,
    },
    {
      ...{ ...base, id: `${id}-behind-1m`, ours: rest.behindMs, stat: "once" },
      note: `from the last step to the last written pane; ${rest.wrong.length === 0 ? `all panes say the ${rest.shown.toLocaleString("en")} rows that a count of all rows finds` : `WRONG: ${rest.wrong.join(", ")}`}`,
    },
  ];
}

const show = (ms) => ms.toFixed(1);

/** Opens the workspace in a page of its own and drags its brush. */
async function drag({ dist }, { projection, options }) {
  const { chromium } = await import("playwright");
  const server = await serve(path.join(dist, "whenwhere.standalone.js"));
  const browser = await chromium.launch(options);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(server.url);
    await page.addScriptTag({ content: `globalThis.conflictColumns = ${conflictColumns}` });
    const { facets } = await page.evaluate(openWorkspace, { rows: ROWS, projection });
    await page.waitForTimeout(IDLE_MS);
    const { x, y, widthPx } = await page.evaluate(setBrush);
    await page.waitForTimeout(REST_MS);
    const move = async (from, to, steps) => {
      for (let i = 1; i <= steps; i++) {
        await page.mouse.move(x + (from + ((to - from) * i) / steps) * widthPx, y);
        // One move a frame, as a display hands them over.
        await page.evaluate(() => new Promise(requestAnimationFrame));
      }
    };
    // The brush by its middle, by brush widths: a tenth of all days each.
    await page.mouse.move(x, y);
    await page.mouse.down();
    await move(0, 1, WARM_UP);
    await page.evaluate(watchPanes);
    await browser.startTracing(page, { categories: TRACED });
    await move(1, 7, STEPS);
    await page.waitForTimeout(REST_MS);
    const tasks = mainThreadTasks(await browser.stopTracing()).filter(({ wallMs }) => wallMs > 1);
    await page.mouse.up();
    return { facets, tasks, rest: await page.evaluate(panesAtRest) };
  } finally {
    await browser.close();
    await server.close();
  }
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>workspace</title>
<link rel="icon" href="data:,"><style>html,body{margin:0}#target{height:900px}</style><div id="target"></div>
<script src="/whenwhere.js"></script></html>`;

function serve(script) {
  const server = createServer(({ url }, response) => {
    const isScript = url === "/whenwhere.js";
    response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
    response.end(isScript ? readFileSync(script) : PAGE);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}/`,
        close: () => new Promise((done) => server.close(done)),
      }),
    );
  });
}

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
