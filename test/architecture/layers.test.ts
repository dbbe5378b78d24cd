import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const packages = path.join(root, "packages");

/** Which packages each package may import. Written out, so that a new arrow is a decision. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  store: ["model"],
  engines: ["model", "store"],
  view: ["model", "store"],
  timeline: ["model", "store", "view"],
  map: ["model", "store", "view"],
  workspace: ["model", "store", "view", "timeline", "map"],
  embed: ["model", "store", "view", "timeline", "map", "workspace"],
  cli: ["model"],
  whenwhere: ["model", "store", "engines", "view", "timeline", "map", "workspace", "embed"],
};

interface SourceFile {
  readonly file: string;
  readonly owner: string;
  readonly imports: readonly string[];
  readonly text: string;
}

/** Text of what is written in TypeScript in a folder of the root. */
function filesOf(folder: string): Pick<SourceFile, "file" | "text">[] {
  const at = path.join(root, folder);
  return readdirSync(at, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?!.*node_modules).*\.m?ts$/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(path.join(at, file), "utf8") }));
}

function sources(): SourceFile[] {
  return readdirSync(packages, { recursive: true, encoding: "utf8" })
    .filter((file) => /^[^/]+\/src\/.*\.ts$/.test(file))
    .map((file) => {
      const text = readFileSync(path.join(packages, file), "utf8");
      const imports = ts.preProcessFile(text, true, true).importedFiles.map((found) => found.fileName);
      return { file, owner: file.split("/")[0] as string, imports, text };
    });
}

/** Doors beside the front one, and the files behind them. */
const DOORS: Readonly<Record<string, string>> = {
  "@whenwhere/model/byte-stream": "model/src/read/byte-stream.ts",
  "@whenwhere/model/claim-value": "model/src/claim-value.ts",
  "@whenwhere/model/day-text": "model/src/time/day-text.ts",
  "@whenwhere/model/formats": "model/src/formats/index.ts",
  "@whenwhere/model/escape-html": "model/src/formats/markup/escape-html.ts",
  "@whenwhere/model/free-id": "model/src/read/free-id.ts",
  "@whenwhere/model/html-text": "model/src/formats/markup/html-text.ts",
  "@whenwhere/model/nearest-name": "model/src/nearest-name.ts",
  "@whenwhere/model/value-text": "model/src/value-text.ts",
  "@whenwhere/model/written": "model/src/formats/written.ts",
  "@whenwhere/model/open-records": "model/src/columns/open-records.ts",
  "@whenwhere/model/read-forms": "model/src/read/read-forms.ts",
  "@whenwhere/model/refuse-options": "model/src/refuse-options.ts",
  "@whenwhere/map/refuse-map": "map/src/component/refuse-map.ts",
  "@whenwhere/timeline/refuse-timeline": "timeline/src/component/refuse-timeline.ts",
  "@whenwhere/store/places": "store/src/places.ts",
  "@whenwhere/view/pure": "view/src/pure/index.ts",
};

/** The file that an import of our own leads to, relative to `packages`; null for a library. */
function target(from: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return path.normalize(path.join(path.dirname(from), specifier));
  const own = /^@whenwhere\/([a-z]+)$/.exec(specifier);
  return own === null ? (DOORS[specifier] ?? null) : `${own[1]}/src/index.ts`;
}

/** Strongly connected components of more than one file (Tarjan). */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) as number);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) as number, low.get(next) as number));
    }
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) found.push(component);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

describe("the house", () => {
  const files = sources();

  it("has a rule for every package", () => {
    expect(
      readdirSync(packages, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it("imports only downwards, and other packages only through their front door", () => {
    const wrong = files.flatMap(({ file, owner, imports }) =>
      imports.flatMap((specifier) => {
        const other = /^@whenwhere\/([^/]+)(\/.*)?$/.exec(specifier);
        if (other === null) {
          const to = specifier.startsWith(".") ? path.normalize(path.join(path.dirname(file), specifier)) : null;
          return to !== null && !to.startsWith(`${owner}/`) ? [`${file} reaches into ${to}`] : [];
        }
        const allowed = MAY_IMPORT[owner]?.includes(other[1] as string) === true;
        const door = other[2] === undefined || specifier in DOORS;
        return allowed && door ? [] : [`${file} imports ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("has no import cycle between files", () => {
    const graph = new Map(
      files.map(({ file, imports }) => [
        file,
        imports.map((specifier) => target(file, specifier)).filter((to) => to !== null),
      ]),
    );
    expect(cycles(graph)).toEqual([]);
  });

  it("asks for a frame in one place only", () => {
    const sites = files.filter(({ text }) => /requestAnimationFrame\(/.test(text)).map(({ file }) => file);
    expect(sites).toEqual(["view/src/frame.ts"]);
  });

  it("never hands data to an HTML parser", () => {
    const sinks =
      /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write|setHTML|createContextualFragment|\beval\(|new Function\(/;
    expect(files.filter(({ text }) => sinks.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it("keeps every file within 400 lines", () => {
    const long = files
      .map(({ file, text }) => `${file}: ${text.split("\n").length - 1}`)
      .filter((line) => Number(line.split(": ")[1]) > 400);
    expect(long).toEqual([]);
  });

  it("has no default export and no enum", () => {
    const wrong = files
      .filter(({ text }) => /^export default |^(export )?(const )?enum /m.test(text))
      .map(({ file }) => file);
    expect(wrong).toEqual([]);
  });

  it("exports only what another file uses", () => {
    const users = [...files, ...filesOf("test"), ...filesOf("stories")].map(({ file, text }) => ({
      file,
      words: new Set(text.match(/\w+/g)),
    }));
    const idle = files.flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm)]
        .map(([, name]) => name as string)
        .filter((name) => !users.some((user) => user.file !== file && user.words.has(name)))
        .map((name) => `${file}: ${name}`),
    );
    expect(idle).toEqual([]);
  });

  it("keeps the top level as the design lists it", () => {
    const listed =
      /^(\..*|node_modules|packages|examples|data|stories|test|package(-lock)?\.json|tsconfig\.base\.json|rollup\.config\.mjs|README\.md|LICENSE|CHANGELOG\.md)$/;
    expect(readdirSync(root).filter((entry) => !listed.test(entry))).toEqual([]);
  });
});
