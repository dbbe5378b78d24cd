import { createServer, type Server } from "node:http";
import { type LazyReader, loadIncidents } from "@whenwhere/model";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closed, listening } from "../../loopback.ts";

const CSV = "title,date\nA,2021\nB,2022\n";
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "resolved",
    (error: { code?: string }) => error.code ?? error,
  );

describe("loadIncidents", () => {
  let server: Server;
  let base = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === "/data.csv") response.setHeader("content-type", "text/csv").end(CSV);
      else if (request.url === "/page")
        response.setHeader("content-type", "text/html").end("<!doctype html><title>Log in</title>");
      else if (request.url === "/stall") response.writeHead(200).write("title,date\n");
      else response.writeHead(404).end("gone");
    });
    base = await listening(server);
  });
  afterAll(() => closed(server));

  it.each([
    ["https://example.org/x.csv", /CORS/],
    ["file:///home/me/x.csv", /opened from disk.*whenwhere export/],
  ])("says what helps when %s gives a page no answer", async (url, hint) => {
    vi.stubGlobal("location", new URL(url));
    const refused = loadIncidents(url, { fetch: () => Promise.reject(new TypeError("Failed to fetch")) });
    await expect(refused).rejects.toMatchObject({ code: "load/network", hint: expect.stringMatching(hint) });
    vi.unstubAllGlobals();
  });

  it("reads a URL as text or object, a data URL, a Blob, a File, a Response, a stream and bytes alike", async () => {
    const bytes = new TextEncoder().encode(CSV);
    const inputs = [
      `${base}/data.csv`,
      new URL(`${base}/data.csv`),
      `data:text/csv,${encodeURIComponent(CSV)}`,
      new Blob([CSV]),
      new File([CSV], "x.csv"),
      new Response(CSV),
      new Blob([CSV]).stream(),
      bytes,
      bytes.buffer,
    ];
    for (const input of inputs) {
      const { incidents, report } = await loadIncidents(input as Parameters<typeof loadIncidents>[0]);
      expect(incidents.map(({ title }) => title)).toEqual(["A", "B"]);
      expect(report.format).toBe("csv");
    }
  });

  it("tells how far it has come", async () => {
    const seen: unknown[] = [];
    await loadIncidents(new Blob([CSV]), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ loadedBytes: CSV.length, totalBytes: CSV.length });
  });

  it("rejects with a code and words when the address gives no data", async () => {
    await expect(loadIncidents(`${base}/nothing`)).rejects.toMatchObject({
      code: "load/http",
      message: expect.stringMatching(/nothing: the server answered 404 Not Found/),
    });
    await expect(loadIncidents(`${base}/page`)).rejects.toMatchObject({
      code: "load/html",
      message: expect.stringMatching(/web page \(HTML\) titled "Log in"/),
    });
    expect(await code(loadIncidents("http://127.0.0.1:1/"))).toBe("load/network");
    expect(await code(loadIncidents(`${base}/stall`, { stallMs: 50 }))).toBe("load/timeout");
    expect(await code(loadIncidents(new Blob([CSV]), { maxBytes: CSV.length - 1 }))).toBe("load/too-large");
    expect((await loadIncidents(new Blob([CSV]), { maxBytes: CSV.length })).report.rows.rejected).toBe(0);
  });

  it("rejects addresses that are none, and text that is data", async () => {
    for (const url of ["javascript:alert(1)", "ftp://x/y", "C:\\data.csv", ""])
      expect(await code(loadIncidents(url))).toBe("load/url");
    expect(await code(loadIncidents('{"incidents":[]}'))).toBe("load/url");
    expect(await code(loadIncidents(3 as unknown as string))).toBe("load/input");
  });

  it("says outside of a page how a file of this machine is given", async () => {
    for (const url of ["incidents.csv", "/data/incidents.csv", new URL("file:///data/incidents.csv")]) {
      const said = loadIncidents(url);
      await expect(said).rejects.toMatchObject({ code: "load/url" });
      await expect(said).rejects.toThrow(/incidents\.csv" names a file.*createReadStream/);
    }
  });

  it("stops when it is told to, before and while it loads", async () => {
    const before = new AbortController();
    before.abort();
    expect(await code(loadIncidents(`${base}/data.csv`, { signal: before.signal }))).toBe("load/aborted");
    const during = new AbortController();
    const loading = loadIncidents(`${base}/stall`, { signal: during.signal, onProgress: () => during.abort() });
    expect(await code(loading)).toBe("load/aborted");
  });

  it("uses the fetch it is given, and leaves a relative address to it", async () => {
    const asked: string[] = [];
    const fetchIt = (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(CSV));
    };
    expect((await loadIncidents("data/x.csv", { fetch: fetchIt })).incidents).toHaveLength(2);
    expect(asked).toEqual(["data/x.csv"]);
  });

  it("loads a lazy reader only when its format turns up", async () => {
    let loads = 0;
    const lazy: LazyReader = {
      name: "pipes",
      detect: ({ text }) => (text.startsWith("#pipes") ? 1 : 0),
      load: () => {
        loads++;
        return Promise.resolve({
          name: "pipes",
          detect: lazy.detect,
          read: (_input, sink) => sink.record({ title: "P" }),
        });
      },
    };
    await loadIncidents(new Blob([CSV]), { readers: [lazy] });
    expect(loads).toBe(0);
    expect((await loadIncidents(new Blob(["#pipes\n"]), { readers: [lazy] })).report.format).toBe("pipes");
    expect(loads).toBe(1);
  });

  it("tells bad data in the result, as readIncidents does", async () => {
    const { incidents, issues } = await loadIncidents(new Blob([""]));
    expect(incidents).toEqual([]);
    expect(issues[0]?.code).toBe("input/empty");
  });
});
