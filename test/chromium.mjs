import { chromiumPath } from "../.ci/prepare.mjs";

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
};
