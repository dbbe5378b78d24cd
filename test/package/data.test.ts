import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const folders = readdirSync(path.join(root, "data"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe("the package @whenwhere/data", () => {
  it("packs every dataset with its README, the schema, the licence and the attributions", () => {
    const listed = execFileSync("npm", ["pack", "--dry-run", "--json", "--workspace", "@whenwhere/data"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [pack] = JSON.parse(listed) as [{ files: { path: string }[] }];
    const files = pack.files.map((file) => file.path);
    const wanted = [
      "LICENSE",
      "ATTRIBUTIONS.md",
      "schema.json",
      "index.json",
      "all.json",
      ...folders.flatMap((name) => [`${name}/incidents.json`, `${name}/README.md`]),
    ];
    expect(wanted.filter((file) => !files.includes(file))).toEqual([]);
  });

  it("gives a collection to an import with a type in Node", () => {
    const code = `import cabo from "@whenwhere/data/cabo-delgado-attacks.json" with { type: "json" }; process.stdout.write(String(cabo.incidents.length));`;
    const said = execFileSync(process.execPath, ["--input-type=module", "--no-warnings", "-e", code], {
      cwd: root,
      encoding: "utf8",
    });
    const file = path.join(root, "data/cabo-delgado-attacks/incidents.json");
    expect(Number(said)).toBe((JSON.parse(readFileSync(file, "utf8")) as { incidents: unknown[] }).incidents.length);
  });

  it("gives a collection to a bundler", async () => {
    const contents = `import cabo from "@whenwhere/data/cabo-delgado-attacks.json" with { type: "json" }; export const title = cabo.title;`;
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: root },
      bundle: true,
      format: "esm",
      write: false,
    });
    expect(outputFiles[0]?.text).toContain("Cabo Delgado");
  });
});
