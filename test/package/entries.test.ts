import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../packages/whenwhere");
const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
  version: string;
  exports: Record<string, string | { types: string; default: string }>;
};
const modules = Object.entries(manifest.exports).filter(([, target]) => typeof target !== "string") as [
  string,
  { types: string; default: string },
][];

describe("the published package", () => {
  it.each(Object.entries(manifest.exports))("has the file that %s names", (_, target) => {
    const files = typeof target === "string" ? [target] : [target.types, target.default];
    expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
  });

  it.each(modules)("can import %s in plain Node, without a DOM and without a word on the console", (_, target) => {
    const code = `const found = await import(${JSON.stringify(path.join(folder, target.default))}); process.stdout.write(Object.keys(found).join());`;
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(typeof said).toBe("string");
  });

  it("reads a file in Node through its front door", async () => {
    const { readIncidents, createStore } = await import(path.join(folder, "dist/index.js"));
    const { incidents, report } = readIncidents("title,date,lat,lon\nA drill,2024-07,40.1,80.2\n");
    expect(report.rows).toMatchObject({ read: 1, kept: 1, rejected: 0 });
    expect(createStore(incidents).count()).toMatchObject({ shown: 1, total: 1 });
  });

  it("has the program of pages from disk once: a module, a classic script and a text in one file", async () => {
    const program = readFileSync(path.join(folder, "dist/whenwhere.offline.js"), "utf8");
    const packed = /^globalThis\.whenwhereOffline = "([A-Za-z\d+/=]+)";\s*$/.exec(program)?.[1];
    expect(packed?.length).toBeGreaterThan(100_000);
    const { loadOfflineProgram } = await import(path.join(folder, "dist/workspace/export/offline-program.js"));
    expect([await loadOfflineProgram(), await loadOfflineProgram()].every((text) => text === packed)).toBe(true);
    expect("whenwhereOffline" in globalThis).toBe(false);
    const { toPage } = await import(path.join(folder, "dist/index.js"));
    const collection = { whenwhere: 1, incidents: [] };
    expect(toPage(collection, { program }) === toPage(collection, { program: packed })).toBe(true);
    const files = readdirSync(path.join(folder, "dist"), { recursive: true }) as string[];
    const start = packed?.slice(0, 40) ?? "";
    const bearers = files.filter(
      (file) => file.endsWith(".js") && readFileSync(path.join(folder, "dist", file), "utf8").includes(start),
    );
    expect(bearers).toEqual(["whenwhere.offline.js"]);
  });

  it("has a command that says its version", () => {
    const said = execFileSync(process.execPath, [path.join(folder, "dist/cli.js"), "--version"], { encoding: "utf8" });
    expect(said).toBe(`${manifest.version}\n`);
  });

  it("has a command that outlives a reader who leaves early", async () => {
    const dates = Array.from({ length: 20_000 }, (_, i) => String(1000 + (i % 9000)));
    const command = spawn(process.execPath, [path.join(folder, "dist/cli.js"), "dates", ...dates]);
    command.stdout.once("data", () => command.stdout.destroy());
    let said = "";
    command.stderr.on("data", (text) => {
      said += text;
    });
    const [exit] = await once(command, "close");
    expect([exit, said]).toEqual([0, ""]);
  });

  it("puts no HTML sink of ours into the entries", () => {
    const sinks = /\.innerHTML\s*=|insertAdjacentHTML|document\.write\(|\.setHTML/;
    const guilty = modules
      .map(([, target]) => target.default)
      .filter((file) => sinks.test(readFileSync(path.join(folder, file), "utf8")));
    expect(guilty).toEqual([]);
  });
});
