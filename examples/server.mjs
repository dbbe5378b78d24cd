import { createServer } from "node:http";
import path from "node:path";
import sirv from "sirv";

const root = path.resolve(import.meta.dirname, "..");

/** Serves the built library under /dist/, the datasets under /data/, the examples under /; `/` is the linked page. */
export function examplesServer() {
  const folder = (name) => sirv(path.join(root, name), { dev: true });
  const library = folder("packages/whenwhere/dist");
  const folders = [
    ["/dist/", library],
    // By its way on disk too, as the page of one line asks for it.
    ["/packages/whenwhere/dist/", library],
    ["/data/", folder("data")],
    ["/", folder("examples")],
  ];
  return createServer((request, response) => {
    const asked = request.url;
    const [prefix, serve] = folders.find(([start]) => asked.startsWith(start)) ?? folders.at(-1);
    request.url =
      asked.startsWith("/?") || asked === "/" ? `/linked/${asked.slice(1)}` : `/${asked.slice(prefix.length)}`;
    serve(request, response, () => {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
      response.end(`Nothing here is called ${asked}\n`);
    });
  });
}
