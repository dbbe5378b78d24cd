import { chromium } from "playwright";
import { chromiumPath } from "../.ci/prepare.mjs";
import { WAIT_MS } from "./patience.mjs";

const executablePath = chromiumPath();

/** One Chromium for all browser tests, with the flags that make software WebGL the same everywhere and nothing phone home. */
export const launchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
  ],
};

/**
 * The same for tests: pages are put together by the processor at once, instead of by a graphics card that it plays; a map
 * over WebGL is drawn as before. Half of the work of a page was this.
 */
export const testLaunchOptions = {
  ...launchOptions,
  args: [...launchOptions.args, "--disable-gpu-compositing"],
  timeout: WAIT_MS,
};

/** Starts a Chromium for tests, with more flags if wanted, in whose pages everything that is waited for has a slow machine's time. */
export async function launchChromium({ flags = [] } = {}) {
  const browser = await chromium.launch({ ...testLaunchOptions, args: [...testLaunchOptions.args, ...flags] });
  browser.on("context", (context) => context.setDefaultTimeout(WAIT_MS));
  return browser;
}
