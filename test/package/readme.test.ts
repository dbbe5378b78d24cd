import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../chromium.mjs";
import { closed, listening } from "../loopback.ts";

const root = path.resolve(import.meta.dirname, "../..");
const published = path.join(root, "packages/whenwhere");
const manifest = JSON.parse(readFileSync(path.join(published, "package.json"), "utf8")) as {
  exports: Record<string, { types: string } | string>;
};
/** The doors that JavaScript comes through, the front door first. */
const doors = Object.entries(manifest.exports).flatMap(([door, target]) =>
  typeof target === "string" || door === "./define"
    ? []
    : [{ name: `whenwhere${door.slice(1)}`, types: path.join(published, target.types) }],
);

/** What the page around a snippet has, as a program would have it; a snippet may make any of it itself. */
const GIVEN: Readonly<Record<string, string>> = {
  store: 'const store = (await loadStore("incidents.csv")).store;',
  file: 'const file = await (await fetch("incidents.csv")).blob();',
  signal: "const signal = new AbortController().signal;",
  onProgress: "const onProgress = (progress: { readonly loadedBytes: number }) => void progress;",
  onRows: "const onRows = (rows: { readonly length: number }) => void rows;",
  where: `const where = incidentMap("#where", { store, detail: "110m" });
await new Promise((drawn) => where.on("ready", drawn));`,
  save: "const save = (index: number, png: Blob) => void [index, png];",
};

/** Each block of a language of a page of Markdown, with the heading that it stands under. */
function snippetsOf(markdown: string, language: string): { readonly title: string; readonly code: string }[] {
  const found: { title: string; code: string }[] = [];
  let title = "";
  let code: string[] | null = null;
  for (const line of markdown.split("\n")) {
    if (line === `\`\`\`${language}`) code = [];
    else if (line === "```" && code) {
      found.push({ title: `${title}: ${code[0]}`, code: code.join("\n") });
      code = null;
    } else if (code) code.push(line);
    else if (line.startsWith("#")) title = line.replace(/^#+ /, "");
  }
  return found;
}

/** The names that each door exports, by the published types. */
function exportsOf(): Map<string, string> {
  const program = ts.createProgram(
    doors.map(({ types }) => types),
    { skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
  );
  const checker = program.getTypeChecker();
  const found = new Map<string, string>();
  for (const { name, types } of doors) {
    const source = program.getSourceFile(types);
    const symbol = source && checker.getSymbolAtLocation(source);
    for (const exported of symbol ? checker.getExportsOfModule(symbol) : []) {
      if (!found.has(exported.name)) found.set(exported.name, name);
    }
  }
  return found;
}

/** A snippet with the imports that it takes for granted, and with what it finds on its page. */
function programOf(code: string, exported: ReadonlyMap<string, string>): string {
  // Neither remarks, texts nor the names of members.
  const words = (text: string) =>
    new Set(text.replaceAll(/\/\/.*|"[^"\n]*"|\b\w+: /g, "").match(/\b[a-zA-Z]+\b/g) ?? []);
  const made = (name: string, text: string) => new RegExp(`(const|let) (\\{[^}]*\\b)?${name}\\b`).test(text);
  let text = code;
  for (const [name, given] of Object.entries(GIVEN).reverse()) {
    if (words(text).has(name) && !made(name, text)) text = `${given}\n${text}`;
  }
  const imports = [...words(text)].flatMap((name) => {
    const door = exported.get(name);
    const called = new RegExp(`\\b${name}\\(`).test(text);
    const imported = new RegExp(`import \\{[^}]*\\b${name}\\b`).test(text);
    return door && called && !imported ? [`import { ${name} } from "${door}";`] : [];
  });
  return [...imports, text, "export {};", ""].join("\n");
}

/** What strict TypeScript says of files of a project that has installed the package, each line with its file. */
function complaintsOf(files: readonly string[]): string[] {
  const program = ts.createProgram(files, {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const said = ts.flattenDiagnosticMessageText(messageText, "\n");
    return `${path.basename(file?.fileName ?? "")}: ${said}`;
  });
}

const PAGE = `<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,"><body>
${["when", "where", "desk", "tale", "play"].map((id) => `<div id="${id}" style="height: 300px"></div>`).join("\n")}`;

const CSV = `id,title,date,latitude,longitude,category,country,admin1,killed
${Array.from({ length: 40 }, (_, i) => `e${i},Event ${i},2022-0${(i % 2) + 1},${i},${i * 2},kind ${i % 3},Yemen,Marib,${i % 5}`).join("\n")}`;

const STORY = "---\ntitle: A tale\n---\n\n<!-- step {} -->\n\n## Once\n\nThere was a record.\n";

/** Serves the page, its data, and the programs of a folder. */
const serve = (folder: string): Server =>
  createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const answers: Readonly<Record<string, readonly [string, string]>> = {
      "": ["text/html", PAGE],
      "incidents.csv": ["text/csv", CSV],
      "acled.csv.gz": ["text/csv", CSV],
      "story.md": ["text/markdown", STORY],
    };
    const [type, body] = answers[name] ?? ["text/javascript", readFileSync(path.join(folder, "out", name))];
    response.writeHead(200, { "content-type": type }).end(body);
  });

it("the README names the MapLibre that the standalone script has inside, by which the file of its worker is chosen", () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, "packages/map/package.json"), "utf8"));
  expect(readFileSync(path.join(root, "README.md"), "utf8")).toContain(
    `the standalone script has ${dependencies["maplibre-gl"]} inside`,
  );
});

describe("the snippets of the README", () => {
  const snippets = snippetsOf(readFileSync(path.join(root, "README.md"), "utf8"), "js");
  const exported = exportsOf();
  let [folder, origin] = ["", ""];
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "whenwhere-readme-"));
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(published, path.join(folder, "node_modules/whenwhere"), "dir");
    writeFileSync(path.join(folder, "package.json"), '{ "name": "app", "type": "module" }');
    for (const [i, { code }] of snippets.entries()) {
      writeFileSync(path.join(folder, `snippet-${i}.ts`), programOf(code, exported));
    }
    await build({
      entryPoints: snippets.map((_, i) => path.join(folder, `snippet-${i}.ts`)),
      outdir: path.join(folder, "out"),
      bundle: true,
      splitting: true,
      format: "esm",
      target: "es2022",
      logLevel: "error",
    });
    server = serve(folder);
    origin = await listening(server);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await closed(server);
    rmSync(folder, { recursive: true, force: true });
  });

  it("are found", () => expect(snippets.length).toBeGreaterThan(5));

  it("compile strictly as printed, against the published types alone", () => {
    expect(complaintsOf(snippets.map((_, i) => path.join(folder, `snippet-${i}.ts`)))).toEqual([]);
  });

  it.each(snippets.map(({ title }, i) => [title, i] as const))("run as printed: %s", async (_title, i) => {
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(`${origin}/`);
    await page.evaluate(`import("/snippet-${i}.js").then(() => null)`).catch((error) => complaints.push(String(error)));
    await page.close();
    expect(complaints).toEqual([]);
  });
});

describe("the snippets of the README for Node", () => {
  const snippets = snippetsOf(readFileSync(path.join(root, "README.md"), "utf8"), "mjs");
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "whenwhere-readme-node-"));
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(published, path.join(folder, "node_modules/whenwhere"), "dir");
    writeFileSync(path.join(folder, "incidents.csv"), CSV);
    writeFileSync(path.join(folder, "update.csv"), "id,title,day\ne1,Event 1 revised,2022-03-01\nnew,New,2022-04\n");
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are found", () => expect(snippets.length).toBeGreaterThan(0));

  it.each(snippets.map(({ title, code }) => [title, code] as const))("run as printed: %s", (_title, code) => {
    writeFileSync(path.join(folder, "snippet.mjs"), code);
    const said = execFileSync(process.execPath, ["snippet.mjs"], { cwd: folder, encoding: "utf8" });
    expect(said).toContain("changed: [ 'e1' ]");
    expect(readFileSync(path.join(folder, "open.csv"), "utf8")).toContain("Event 1 revised");
    expect(readFileSync(path.join(folder, "open.kml"), "utf8")).toContain("<Placemark");
    expect(JSON.parse(readFileSync(path.join(folder, "open.geojson"), "utf8")).features).toHaveLength(41);
  });
});
