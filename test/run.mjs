/**
 * `npm test`: sets everything up, builds, checks types, style and package, runs all tests,
 * and ends with one line `N passed, N failed, N skipped`. Each check that is not a vitest test counts as one.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ensureBrowser, ensurePackages, root } from "../.ci/prepare.mjs";

const bin = (name) => path.join(root, "node_modules/.bin", name);
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** Runs a command; what it says beside others is printed as one piece when it ends. Resolves to whether it went well. */
function check(title, command, args, { env = {}, isAlone = false } = {}) {
  const startedMs = Date.now();
  const head = `\n== ${title}`;
  if (isAlone) console.log(head);
  const stdio = isAlone ? "inherit" : "pipe";
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });
  const said = isAlone ? [] : [Buffer.from(`${head}\n`)];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => said.push(bytes));
  return new Promise((resolve) => {
    let hasEnded = false;
    const end = (ok) => {
      // A command that cannot be started may tell so twice.
      if (hasEnded) return;
      hasEnded = true;
      process.stdout.write(Buffer.concat(said));
      console.log(`   ${ok ? "ok" : "FAILED"}, ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
      if (!ok) failures.push(title);
      resolve(ok);
    };
    child.once("error", (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

/** A check that is one test. */
async function counted(title, command, args) {
  totals[(await check(title, command, args)) ? "passed" : "failed"] += 1;
}

async function builds() {
  await counted("build", bin("rollup"), ["-c", "rollup.config.mjs", "--silent"]);
  await counted("package", bin("publint"), ["packages/whenwhere", "--strict"]);
}

async function reads() {
  await counted("style", bin("biome"), ["check", "--error-on-warnings"]);
  await counted("types", process.execPath, ["test/types.mjs"]);
}

async function vitest(title, args, isAlone = true) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "whenwhere-test-"));
  const report = path.join(folder, "report.json");
  const config = args.includes("--config") ? [] : ["--config", "test/vitest.config.ts"];
  const common = ["run", ...config, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = await check(title, bin("vitest"), [...common, ...args], { env: { CI: "true" }, isAlone });
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    totals.passed += numPassedTests;
    totals.skipped += numPendingTests + numTodoTests;
    // A run can also fail without a failed test: a file that does not load, an unhandled rejection.
    totals.failed += numFailedTests > 0 || ok ? numFailedTests : 1;
  } catch {
    totals.failed += 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// Every run of every property; without it the longest stop at a thousand.
if (process.argv.includes("--all-runs")) process.env.WW_RUNS = "all";
ensurePackages();
ensureBrowser();
// The two have nothing to do with each other, and the machine has two cores.
await Promise.all([builds(), reads()]);
await vitest("pure code, in three time zones", ["--project", "node*"]);
// One page of one Chromium each, which keeps about one core busy; the gallery is the shorter one.
await Promise.all([
  vitest("components in Chromium", ["--project", "browser*"], false),
  vitest("gallery", ["--config", "stories/.storybook/vitest.config.ts"], false).then(() =>
    vitest("the built package", ["--project", "package", "--maxWorkers=1"], false),
  ),
]);
await vitest("the built page", ["--project", "page"]);

console.log(failures.length === 0 ? "\nAll checks hold." : `\nFailed: ${failures.join("; ")}.`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed === 0 && failures.length === 0 ? 0 : 1;
