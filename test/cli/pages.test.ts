import { createHash } from "node:crypto";
import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { nodeIo, run } from "../../packages/cli/src/index.ts";
import { call, type FakeWorld, fakeWorld } from "./fake-io.ts";

const EVIL = '</script><script>alert(1)</script><!--<img src=x onerror="alert(2)">';
const CSV = `title,date,lat,lon\n"${EVIL.replaceAll('"', '""')}",2022-02-02,24.45,54.37\nB,2022-03,,\n`;

describe("whenwhere export", () => {
  it("writes one page in which data cannot end or open anything, and parses back to the data", async () => {
    const { exit, written, error } = await call(["export", "a.csv", "-o", "p.html", "--title", EVIL], { "a.csv": CSV });
    const page = written["p.html"] ?? "";
    expect(exit).toBe(0);
    expect(page.match(/<script/g)).toHaveLength(4);
    expect(page.match(/<\/script>/g)).toHaveLength(4);
    expect(page).not.toContain("<img");
    expect(page).not.toContain("<!--");
    const json = /<script type="application\/json" id="whenwhere-records">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
    expect(JSON.parse(json)).toMatchObject({ whenwhere: 1, incidents: [{ title: EVIL }, { title: "B" }] });
    expect(error).toMatch(/p\.html: \d+ kB, of which \d+ kB are the program/);
  });

  it("names in its policy the one script and the one style that may run", async () => {
    const { written } = await call(["export", "a.csv", "-o", "p.html"], { "a.csv": CSV });
    const page = written["p.html"] ?? "";
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
    const hash = (pattern: RegExp) =>
      createHash("sha256")
        .update(pattern.exec(page)?.[1] ?? "")
        .digest("base64");
    expect(policy).toContain(`script-src 'sha256-${hash(/<script>([\s\S]*?)<\/script>/)}' blob:;`);
    expect(policy).toContain(`style-src 'sha256-${hash(/<style>([\s\S]*?)<\/style>/)}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
  });

  it("holds nothing of what was redacted", async () => {
    const argv = ["export", "a.csv", "-o", "p.html", "--redact-radius", "20000", "--redact-fields", "title"];
    const { written } = await call(argv, { "a.csv": CSV });
    expect(written["p.html"]).not.toMatch(/24\.45|54\.37|alert/);
  });

  it("writes nothing when nothing could be read", async () => {
    const { exit, written } = await call(["export", "a.csv", "-o", "p.html"], { "a.csv": "" });
    expect([exit, written]).toEqual([1, {}]);
  });
});

/** Waits until something said matches. */
const said = async (world: FakeWorld, pattern: RegExp): Promise<void> =>
  expect.poll(() => world.said.out + world.said.error, { interval: 2 }).toMatch(pattern);

const ask = (world: FakeWorld, url: string, host = "127.0.0.1:40000", method = "GET") => {
  const answered = world.answer?.({ method, url, host });
  if (answered === undefined) throw new Error("No preview is running.");
  return answered;
};

describe("whenwhere preview", () => {
  it("serves the page, the program and the records under a strict policy, and ends when interrupted", async () => {
    const world = fakeWorld({ "a.csv": CSV });
    const exit = run(["preview", "a.csv"], world.io);
    await said(world, /http:\/\/127\.0\.0\.1:40000\/\n/);
    const page = ask(world, "/");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.body).toContain('<when-where heading="a.csv" src="/data.json">');
    expect(page.body).not.toMatch(/<script>|onerror|style=/);
    expect(JSON.parse(ask(world, "/data.json?v=2").body)).toMatchObject({ incidents: [{ title: EVIL }, {}] });
    expect(ask(world, "/whenwhere.js").headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(ask(world, "/../etc/passwd").status).toBe(404);
    world.interrupt();
    expect(await exit).toBe(0);
    expect(world.closed).toBe(1);
  });

  it("answers no name but this machine's, and only reading", async () => {
    const world = fakeWorld({ "a.csv": CSV });
    const exit = run(["preview", "a.csv"], world.io);
    await said(world, /127\.0\.0\.1/);
    for (const host of ["evil.example", "evil.example:40000", "127.0.0.1.evil.example", ""]) {
      expect(ask(world, "/data.json", host)).toMatchObject({ status: 421 });
      expect(ask(world, "/data.json", host).body).not.toContain("alert");
    }
    expect(ask(world, "/", "localhost:40000").status).toBe(200);
    expect(ask(world, "/", "127.0.0.1:40000", "POST").status).toBe(405);
    world.interrupt();
    await exit;
  });

  it("follows the file, tells open pages, and keeps the last good records", async () => {
    const world = fakeWorld({ "a.csv": CSV });
    const exit = run(["preview", "a.csv"], world.io);
    await said(world, /127\.0\.0\.1/);
    const heard: string[] = [];
    const undo = ask(world, "/events").stream?.((text) => heard.push(text));
    world.files["a.csv"] = "title\nNew\n";
    world.changed("a.csv");
    await said(world, /Read again: 1 records/);
    expect(heard.join("")).toContain("event: change\n");
    expect(JSON.parse(ask(world, "/data.json").body).incidents).toMatchObject([{ title: "New" }]);
    world.files["a.csv"] = "";
    world.changed("a.csv");
    await said(world, /the page stays as it was/);
    delete world.files["a.csv"];
    world.changed("a.csv");
    await said(world, /cannot be read/);
    expect(JSON.parse(ask(world, "/data.json").body).incidents).toMatchObject([{ title: "New" }]);
    undo?.();
    world.interrupt();
    expect(await exit).toBe(0);
  });

  it("serves on the loopback interface only, and lets go of the port", async () => {
    const served = await nodeIo.serve(() => ({ status: 200, headers: {}, body: "here" }), 0);
    expect(await (await fetch(`http://127.0.0.1:${served.port}/`)).text()).toBe("here");
    const other = Object.values(os.networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4");
    if (other !== undefined) {
      await expect(fetch(`http://${other.address}:${served.port}/`)).rejects.toThrow();
    }
    await served.close();
    await expect(fetch(`http://127.0.0.1:${served.port}/`)).rejects.toThrow();
  });
});

describe("progress", () => {
  const rows = `title\n${"Some title of some length\n".repeat(2000)}`;

  it("is one moving line on a terminal, never wider than it, and gone at the end", async () => {
    const world = fakeWorld({ "a.csv": rows }, { columns: 60, chunkMs: 100 });
    await run(["check", "a.csv"], world.io);
    const drawn = world.said.error.split("\r").filter((line) => line !== "");
    expect(drawn.length).toBeGreaterThan(10);
    for (const line of drawn) expect(line.length).toBeLessThan(60);
    expect(drawn[5]).toMatch(/^a\.csv {2}\[#+-+\] \d+ % {2}\d+ kB of 52 kB/);
    expect(drawn.at(-1)?.trim()).toBe("");
  });

  it("is a plain line now and then in a pipe, and silent for short work", async () => {
    const long = fakeWorld({ "a.csv": rows }, { chunkMs: 1000 });
    await run(["check", "a.csv"], long.io);
    const lines = long.said.error.split("\n").filter((line) => line !== "");
    expect(lines[0]).toMatch(/^a\.csv: \d+ kB of 52 kB read$/);
    expect(lines.length).toBeLessThan(15);
    expect(long.said.error).not.toContain("\r");
    const short = fakeWorld({ "a.csv": rows }, { columns: 60 });
    await run(["check", "a.csv"], short.io);
    expect(short.said.error).toBe("");
  });
});

describe("files on disk", () => {
  it("have one key whatever links to them, and their name where they are not yet", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "whenwhere-cli-"));
    try {
      const [file, link, twin] = ["a.csv", "link.csv", "twin.csv"].map((name) => path.join(folder, name)) as [
        string,
        string,
        string,
      ];
      writeFileSync(file, CSV);
      symlinkSync(file, link);
      linkSync(file, twin);
      const world = fakeWorld({});
      for (const other of [link, twin]) {
        const io = { ...world.io, fileKey: nodeIo.fileKey };
        expect(await run(["convert", other, file, "--to", "json"], io)).toBe(2);
        expect(world.said.error).toContain(`convert would write over ${file}, which it reads.`);
      }
      const none = path.join(folder, "none.csv");
      expect(await nodeIo.fileKey(path.relative(process.cwd(), none))).toBe(none);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("are opened by their size in pieces; a folder or nothing is refused", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "whenwhere-cli-"));
    try {
      const file = path.join(folder, "a.csv");
      writeFileSync(file, CSV);
      const blob = await nodeIo.open(file);
      expect(blob.size).toBe(Buffer.byteLength(CSV));
      const { value } = await blob.stream().getReader().read();
      expect(new TextDecoder().decode(value)).toBe(CSV);
      await expect(nodeIo.open(folder)).rejects.toThrow("folder");
      await expect(nodeIo.open(path.join(folder, "none"))).rejects.toThrow("ENOENT");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
