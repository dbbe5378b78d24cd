import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../packages/whenwhere");
const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
  exports: Record<string, string | { types: string }>;
};

/** What the library alone makes and reads: programs hand it back as it is. */
const OPAQUE = [
  "RecordData",
  "NameTexts",
  "SceneKept",
  "StripPainter",
  "PlaceCounts",
  "GroupsOfRows",
  "SpotGroups",
  "SpotOrder",
  "DensityTable",
];

/** What all entries export. */
function publicNames() {
  const entries = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [] : [path.join(folder, target.types)],
  );
  const program = ts.createProgram(entries, {
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const real = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const isOurs = ({ declarations = [], flags }: ts.Symbol): boolean =>
    !(flags & ts.SymbolFlags.TypeParameter) &&
    declarations.some((one) => one.getSourceFile().fileName.startsWith(folder));
  const exported = new Set(
    entries.flatMap((entry) => {
      const symbol = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.SourceFile);
      return symbol === undefined ? [] : checker.getExportsOfModule(symbol).map(real);
    }),
  );
  expect(exported.size).toBeGreaterThan(400);
  return { checker, real, isOurs, exported };
}

const names = publicNames();

/** Types that public types name and no entry exports, each with who names it. */
function unnamed({ checker, real, isOurs, exported }: ReturnType<typeof publicNames>): readonly string[] {
  const found = new Map<ts.Symbol, string>();
  const seen = new Set<ts.Symbol>();
  const follow = (symbol: ts.Symbol): void => {
    if (seen.has(symbol) || OPAQUE.includes(symbol.name)) return;
    seen.add(symbol);
    const visit = (node: ts.Node): void => {
      const name = ts.isTypeReferenceNode(node)
        ? node.typeName
        : ts.isExpressionWithTypeArguments(node)
          ? node.expression
          : null;
      const named = name && checker.getSymbolAtLocation(name);
      if (named && isOurs(real(named)) && !OPAQUE.includes(named.name)) {
        if (!exported.has(real(named))) found.set(real(named), `${named.name}, named by ${symbol.name}`);
        follow(real(named));
      }
      ts.forEachChild(node, visit);
    };
    for (const declaration of symbol.declarations ?? []) visit(declaration);
  };
  for (const symbol of exported) follow(symbol);
  return [...found.values()].sort();
}

it("every type that a public one names can be imported, but for what the library alone makes and reads", () => {
  expect(unnamed(names)).toEqual([]);
});

it("every public name says what it is", () => {
  const mute = [...names.exported].filter((symbol) => symbol.getDocumentationComment(names.checker).length === 0);
  expect(mute.map(({ name }) => name)).toEqual([]);
});
