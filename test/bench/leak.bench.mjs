import path from "node:path";
import { chromium } from "playwright";
import { launchOptions } from "../chromium.mjs";
import { heldBy, mountCycles, TAGS } from "../page/mount-cycles.mjs";

export const suite = "leak";

const MOUNTS = 1_000;
const WARM_UP = 100;

/** What 1,000 mounts of each element leave behind: nodes, listeners, heap. */
export async function run({ dist }) {
  const browser = await chromium.launch({ ...launchOptions });
  try {
    const rows = [];
    for (const tag of TAGS) rows.push(await rowOf(browser, tag, path.join(dist, "whenwhere.standalone.js")));
    return rows;
  } finally {
    await browser.close();
  }
}

async function rowOf(browser, tag, script) {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>Mounts</title><body>');
  await page.addScriptTag({ path: script });
  await page.evaluate(mountCycles, { tag, count: WARM_UP });
  const before = await heldBy(page);
  await page.evaluate(mountCycles, { tag, count: MOUNTS });
  const after = await heldBy(page);
  await page.close();
  const [nodes, listeners] = [after.nodes - before.nodes, after.listeners - before.listeners];
  return {
    id: `leak/${tag}`,
    ours: Math.max(0, (after.bytes - before.bytes) / MOUNTS),
    unit: "bytes",
    stat: "a cycle",
    peers: {},
    n: MOUNTS,
    note: `heap after as many mounts; nodes left ${nodes}, listeners left ${listeners}`,
  };
}
