/**
 * `npm start`: sets everything up, builds the library as a page needs it, and serves the examples on loopback.
 * `PORT` chooses the port; a busy one is left alone and the next is taken.
 */
import path from "node:path";
import { ensurePackages, root, run } from "../.ci/prepare.mjs";

ensurePackages();
console.log("Building ...");
run(path.join(root, "node_modules/.bin/rollup"), ["-c", "rollup.config.mjs", "--silent"], { env: { BUILD: "page" } });

const { examplesServer } = await import("./server.mjs");
const server = examplesServer();

/** Listens on the first free port from `port` on, at most twenty further. */
function listen(port, last = port + 20) {
  const busy = (error) => {
    if (error.code !== "EADDRINUSE" || port >= last) throw error;
    listen(port + 1, last);
  };
  server.once("error", busy);
  server.listen(port, "127.0.0.1", () => {
    server.off("error", busy);
    console.log(`whenwhere is at http://127.0.0.1:${port}/ (Ctrl+C ends it)`);
  });
}

listen(Number(process.env.PORT ?? 4173));
