import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer, Served } from "./cli-io.ts";

/** Serves on 127.0.0.1 and nowhere else. Rejects when the port is taken. */
export async function serveOnLoopback(answer: Answer, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const { status, headers: said, body, stream } = answer({ method, url, host: headers.host ?? "" });
    response.writeHead(status, said);
    if (stream === undefined) response.end(method === "HEAD" ? "" : body);
    else keepOpen(response, stream);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function keepOpen(response: ServerResponse, stream: (send: (text: string) => void) => () => void): void {
  response.flushHeaders();
  response.once(
    "close",
    stream((text) => response.write(text)),
  );
}
