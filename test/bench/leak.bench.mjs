import path from "node:path";
import { chromium } from "playwright";
import { launchOptions } from "../chromium.mjs";
import { heldBy, mountCycles, TAGS } from "../page/mount-cycles.mjs";

export const suite = "leak";

const MOUNTS = 1_000;
const WARM_UP = 100;

/** Points of a map: on the drawn ground, and as a layer of WebGL, where a life takes a third of a second without a GPU. */
const POINTS = [
  { tag: "ww-map", id: "ww-map-points", attributes: { points: "all" } },
  {
    tag: "ww-map",
    id: "ww-map-points-webgl",
    attributes: {
      points: "all",
      projection: "mercator",
      detail: "110m",
      style: "display:block;height:200px;width:200px",
    },
  },
];

/** What 1,000 mounts of each element leave behind: nodes, listeners, heap. */
export async function run({ dist, wants, mounts }) {
  const browser = await chromium.launch({ ...launchOptions });
  try {
    const rows = [];
    const kinds = [...TAGS.map((tag) => ({ tag, id: tag })), ...POINTS];
    const script = path.join(dist, "whenwhere.standalone.js");
    for (const kind of kinds.filter(({ id }) => wants(`leak/${id}`))) {
      rows.push(await rowOf(browser, { ...kind, ...(mounts === undefined ? {} : { mounts }) }, script));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

async function rowOf(browser, { tag, id, attributes, mounts = MOUNTS }, script) {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>Mounts</title><body>');
  await page.addScriptTag({ path: script });
  await page.evaluate(mountCycles, { tag, count: WARM_UP, attributes });
  const before = await heldBy(page);
  await page.evaluate(mountCycles, { tag, count: mounts, attributes });
  const after = await heldBy(page);
  await page.close();
  const [nodes, listeners] = [after.nodes - before.nodes, after.listeners - before.listeners];
  return {
    id: `leak/${id}`,
    ours: Math.max(0, (after.bytes - before.bytes) / mounts),
    unit: "bytes",
    stat: "a cycle",
    peers: {},
    n: mounts,
    note: `heap after as many mounts; nodes left ${nodes}, listeners left ${listeners}`,
  };
}
