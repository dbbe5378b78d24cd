/**
 * `npm run bench`: one process, all suites, ours and the peers on the same work.
 *
 *   npm run bench                              every suite, as tables
 *   npm run bench -- --only edtf --only size   some suites
 *   npm run bench -- --only leak/ww-map-points some rows of a suite that can leave out the others
 *   npm run bench -- --only leak --mounts 1000 as many lives of each element, whatever their kind
 *   npm run bench -- --json FILE               also as JSON: [{id, ours, unit, stat, peers, higherIsBetter?, n, note}]
 *   npm run bench -- --readme                  also rewrites the table in README.md, of some suites only their rows
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromiumPath, ensureBrowser, ensurePackages, root, run } from "../../.ci/prepare.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    json: { type: "string" },
    readme: { type: "boolean", default: false },
    mounts: { type: "string" },
  },
});

ensurePackages();
ensureBrowser();
run(path.join(root, "node_modules/.bin/rollup"), ["-c", "rollup.config.mjs", "--silent"], { env: { BUILD: "page" } });

const dist = path.join(root, "packages/whenwhere/dist");
const peers = path.join(import.meta.dirname, "peers");

/** The large peers have a lockfile of their own, so that nobody installs them who does not compare. */
function ensurePeers() {
  if (existsSync(path.join(peers, "node_modules"))) return;
  const options = ["--no-save", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", ...options], { cwd: peers });
}

/** No suite is named, or this one, or some of its rows. */
const isAsked = (suite) =>
  values.only.length === 0 || values.only.some((only) => only === suite || only.startsWith(`${suite}/`));

const tools = {
  root,
  /** Whether a row is asked for, by its id. */
  wants: (id) => values.only.length === 0 || values.only.some((only) => only === id || only === id.split("/")[0]),
  /** How many lives a suite of lives is to give each element; undefined for its own numbers. */
  mounts: values.mounts === undefined ? undefined : Number(values.mounts),
  dist,
  chromiumPath: chromiumPath(),
  /** The built library, as Node imports it. */
  load: (entry = "index") => import(pathToFileURL(path.join(dist, `${entry}.js`)).href),
  /** `require` of the large peers, and their folder; installs them at the first call. */
  peers: () => {
    ensurePeers();
    return { folder: peers, require: createRequire(path.join(peers, "package.json")) };
  },
};

function show(value, unit) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toLocaleString("en", { maximumFractionDigits: digits })} ${unit}`;
}

/** How many times better we are than a peer; below 1 we are worse. */
function ratio(row, peer) {
  return row.higherIsBetter ? row.ours / peer : peer / row.ours;
}

/** None where one of the two is nothing, such as no silent error at all. */
function ratioWords(row, peer) {
  return row.ours === 0 || peer === 0 ? "" : ` (${ratio(row, peer).toFixed(2)}x)`;
}

function table(rows) {
  const lines = ["| measure | whenwhere | peers (ratio: above 1 we are better) | n | note |", "|---|---|---|---|---|"];
  for (const row of rows) {
    const peers = Object.entries(row.peers)
      .map(([name, value]) =>
        value === null ? `${name}: no answer` : `${name} ${show(value, row.unit)}${ratioWords(row, value)}`,
      )
      .join("; ");
    lines.push(
      `| \`${row.id}\` ${row.stat} | ${show(row.ours, row.unit)} | ${peers || "none"} | ${row.n.toLocaleString("en")} | ${row.note ?? ""} |`,
    );
  }
  return lines.join("\n");
}

/** The table that stands in the readme, with what was measured now in place of the rows of the same measures. */
function tableOver(old) {
  const idOf = (line) => /^\| `([^`]+)`/.exec(line)?.[1];
  const [head, rule, ...fresh] = table(rows).split("\n");
  const byId = new Map(old.split("\n").flatMap((line) => (idOf(line) === undefined ? [] : [[idOf(line), line]])));
  for (const line of fresh) byId.set(idOf(line), line);
  return [head, rule, ...byId.values()].join("\n");
}

const here = import.meta.dirname;
const rows = [];
for (const file of readdirSync(here)
  .filter((name) => name.endsWith(".bench.mjs"))
  .sort()) {
  const suite = await import(pathToFileURL(path.join(here, file)).href);
  if (!isAsked(suite.suite)) continue;
  console.log(`\n## ${suite.suite}`);
  const found = await suite.run(tools);
  console.log(table(found));
  rows.push(...found);
}
if (rows.length === 0) {
  console.error(`No suite is named ${values.only.join(", ")}. Leave --only out to run all.`);
  process.exitCode = 2;
}

if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
if (values.readme) {
  const where = `Measured by \`npm run bench\` on ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), Node ${process.version}, no GPU.`;
  const file = path.join(root, "README.md");
  const readme = readFileSync(file, "utf8");
  const [start, end] = ["<!-- bench -->", "<!-- /bench -->"];
  const before = readme.slice(0, readme.indexOf(start) + start.length);
  const after = readme.slice(readme.indexOf(end));
  const old = readme.slice(before.length, readme.length - after.length);
  const lines = values.only.length === 0 ? table(rows) : tableOver(old);
  writeFileSync(file, `${before}\n${where}\n\n${lines}\n${after}`);
}
