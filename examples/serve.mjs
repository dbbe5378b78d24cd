/**
 * `npm start`: sets everything up, builds the library as a page needs it, and serves the examples on loopback.
 * `PORT` chooses the port; a busy one is left alone and the next is taken.
 */
import { createServer } from "node:http";
import path from "node:path";
import { ensurePackages, root, run } from "../.ci/prepare.mjs";

ensurePackages();
console.log("Building ...");
run(path.join(root, "node_modules/.bin/rollup"), ["-c", "rollup.config.mjs", "--silent"], { env: { BUILD: "page" } });

const { default: sirv } = await import("sirv");
const folders = [
  ["/dist/", sirv(path.join(root, "packages/whenwhere/dist"), { dev: true })],
  ["/data/", sirv(path.join(root, "data"), { dev: true })],
  ["/", sirv(path.join(root, "examples"), { dev: true })],
];

const server = createServer((request, response) => {
  const [prefix, serve] = folders.find(([start]) => request.url.startsWith(start));
  if (request.url === "/") request.url = "/linked/";
  request.url = `/${request.url.slice(prefix.length)}`;
  serve(request, response, () => {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end(`Nothing here is called ${request.url}\n`);
  });
});

/** Listens on the first free port from `port` on, at most twenty further. */
function listen(port, last = port + 20) {
  server.once("error", (error) => {
    if (error.code !== "EADDRINUSE" || port >= last) throw error;
    listen(port + 1, last);
  });
  server.listen(port, "127.0.0.1", () => console.log(`whenwhere is at http://127.0.0.1:${port}/ (Ctrl+C ends it)`));
}

listen(Number(process.env.PORT ?? 4173));
