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
