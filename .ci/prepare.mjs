/**
 * The set-up that `npm start`, `npm test` and `npm run bench` do by themselves on a fresh clone.
 * Uses nothing but Node, because it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

/** Runs a command in the project's root with its output shown; throws when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${done.status ?? done.signal}`);
}

/** Installs the locked packages when they are missing or older than the lockfile. */
export function ensurePackages() {
  const marker = path.join(root, "node_modules/.package-lock.json");
  const lock = path.join(root, "package-lock.json");
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log("Installing packages ...");
  // Not `npm ci`: it refuses a lockfile that lacks the optional binaries of other platforms.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
}

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium, or undefined. `CHROMIUM_PATH` wins. */
export function chromiumPath() {
  return [process.env.CHROMIUM_PATH, ...BROWSERS].find((file) => file && existsSync(file));
}

/** Installs Chromium and the fonts of the test texts from Debian when they are missing. */
export function ensureBrowser() {
  const missing = [];
  if (!chromiumPath()) missing.push("chromium");
  if (!existsSync("/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf")) missing.push("fonts-noto-core");
  if (missing.length === 0) return;
  if (!existsSync("/usr/bin/apt-get")) {
    if (chromiumPath()) return console.log("The Noto fonts are missing; texts in some scripts will show as boxes.");
    throw new Error("No Chromium found. Install one and set CHROMIUM_PATH to its path.");
  }
  console.log(`Installing ${missing.join(" and ")} ...`);
  const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, "apt-get", ...args];
    run(command, rest, { stdio: ["ignore", "ignore", "inherit"], env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...missing);
}
