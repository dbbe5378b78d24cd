import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = path.resolve(import.meta.dirname, "../../packages/whenwhere");
const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
  exports: Record<string, string | { types: string; default: string }>;
};
const entries = Object.values(manifest.exports).flatMap((target) =>
  typeof target === "string" || target.default.endsWith("define.js") ? [] : [target],
);
// biome-ignore lint/suspicious/noExplicitAny: the package as a program without types meets it.
const library: Record<string, (...given: any[]) => any> = Object.assign(
  {},
  ...(await Promise.all(entries.map((entry) => import(path.join(folder, entry.default))))),
);

/** Data, handed over as they were read or computed: what such has beside its parts is nobody's mistake. */
const DATA = [
  ...["Collection", "ColumnsHead", "Incident", "IncidentColumns", "MergeInput", "RedactInput", "StoryDocument"],
  ...["StoreInput", "When", "Where", "WorkspaceLink"],
  ...["LaneTable", "MapScene", "TimelineScene"],
];

/** Functions whose object is no bag of options, and why. */
const OTHERS: Readonly<Record<string, string>> = {
  collectionHead: "picks the head out of whatever it is given",
  readFreeTextDate: "reads what is said around a text, for each row of a table",
  arrangeLanes: "part of a scene, asked for each picture",
  sparklineScene: "a scene, asked for each picture",
  timelineScene: "a scene, asked for each picture",
  mapScene: "a scene, asked for each picture",
  createPlaceIndex: "part of a scene, made by the map",
  factWords: "part of a scene, asked for each picture",
  drawScene: "draws a scene, with its look",
  sceneToSVG: "writes a scene, with its look",
  reduce: "a step of the store's state",
  axisFormat: "writes a scene's dates, with its words",
};

/** Each function that takes options, called with these. */
const CALLS: Readonly<Record<string, (options: object) => unknown>> = {
  ...takers(
    (take, options) => take([], options),
    [
      ...["createStore", "memoryEngine", "workerEngine"],
      ...["toArrow", "toCollection", "toCSV", "toGeoJSON", "toICalendar", "toKML", "toLinkedPlaces", "toTimelineJS"],
    ],
  ),
  ...takers((take, options) => take("", options), ["loadColumns", "loadIncidents", "loadStore", "readIncidents"]),
  ...takers(
    (take, options) => take("#place", { ...options, store: library.createStore?.([]) }),
    [
      ...[
        "countLine",
        "facets",
        "incidentMap",
        "player",
        "recordCard",
        "recordTable",
        "story",
        "timeline",
        "workspace",
      ],
    ],
  ),
  ...takers((take, options) => take({ ...options, store: library.createStore?.([]) }), ["exportScope", "savedFilters"]),
  ...takers((take, options) => take(options), ["preloadMap", "readNotes", "recordGif", "recordRun"]),
  ...takers((take, options) => take({ incidents: [] }, options), ["redactIncidents", "redactResult", "toPage"]),
  inTurns: (options) => library.inTurns?.([].values(), () => {}, options),
  legend: (options) => library.legend?.("#place", options),
  mergeIncidents: (options) => library.mergeIncidents?.({ incidents: [] }, { incidents: [] }, options),
  runFrames: (options) => library.runFrames?.(options).next(),
  writeRecords: (options) => library.writeRecords?.("json", options),
};

function takers(
  call: (take: (...given: unknown[]) => unknown, options: object) => unknown,
  names: readonly string[],
): Record<string, (options: object) => unknown> {
  return Object.fromEntries(
    names.map((name) => [name, (options: object) => call(library[name] as (...given: unknown[]) => unknown, options)]),
  );
}

/** The functions of all entries that take an object of ours with parts that may be left out, but for data. */
function optionTakers(): readonly string[] {
  const files = entries.map(({ types }) => path.join(folder, types));
  const program = ts.createProgram(files, {
    skipLibCheck: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const isBag = (type: ts.Type): boolean => {
    const name = (type.aliasSymbol ?? type.symbol)?.name;
    const isOurs = ({ declarations = [], flags }: ts.Symbol): boolean =>
      (flags & ts.SymbolFlags.Optional) !== 0 &&
      declarations.some((one) => one.getSourceFile().fileName.startsWith(folder));
    return !DATA.includes(name ?? "") && type.getProperties().some(isOurs);
  };
  const takesBag = (symbol: ts.Symbol): boolean =>
    checker
      .getTypeOfSymbol(symbol)
      .getCallSignatures()
      .flatMap(({ parameters }) => parameters.map((one) => checker.getTypeOfSymbol(one)))
      .flatMap((type) => (type.isUnion() && !DATA.includes(type.aliasSymbol?.name ?? "") ? type.types : [type]))
      .some(isBag);
  const symbols = files.flatMap((file) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(file) as ts.SourceFile);
    return symbol === undefined ? [] : checker.getExportsOfModule(symbol);
  });
  const real = (symbol: ts.Symbol): ts.Symbol =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return [...new Set(symbols.filter((symbol) => takesBag(real(symbol))).map(({ name }) => name))];
}

describe("a wrong call", () => {
  it.each(["timeline", "incidentMap", "workspace", "recordTable"])("of %s without a page says so", (name) => {
    const store = library.createStore?.([]);
    expect(() => library[name]?.("#place", { store })).toThrow(
      expect.objectContaining({
        code: "view/no-page",
        message: expect.stringContaining("There is no page to draw in."),
      }),
    );
  });

  it.each(["toCollection", "toCSV", "toGeoJSON", "toICalendar", "toKML", "toLinkedPlaces", "toTimelineJS"])(
    "of %s with what was read in place of its records says so",
    (name) => {
      expect(() => library[name]?.({ incidents: [] })).toThrow(
        expect.objectContaining({
          code: "write/input",
          message: `${name} got an object, not records. Give its \`incidents\`.`,
        }),
      );
    },
  );

  it("of a writer may have what was read as its parts, but no part misspelt", () => {
    const read = library.readIncidents?.("title,date\nA drill,2024\n");
    expect(library.toGeoJSON?.(read.incidents, { ...read, generator: "a file's own member" }).features).toHaveLength(1);
    expect(() => library.toGeoJSON?.(read.incidents, { ...read, representativePoint: "point" })).toThrow(
      'Did you mean "representativePoints"?',
    );
  });

  it("of mergeIncidents with lists says what it takes", () => {
    expect(() => library.mergeIncidents?.([], [])).toThrow("mergeIncidents got a list. Give { incidents }");
  });
});

describe("an option that there is not", () => {
  it("is asked of every public function that takes options", () => {
    expect([...optionTakers()].sort()).toEqual([...Object.keys(CALLS), ...Object.keys(OTHERS)].sort());
  });

  it.each(Object.keys(CALLS))("is refused by %s", async (name) => {
    const call = async (): Promise<unknown> => CALLS[name]?.({ unheard: 1 });
    await expect(call()).rejects.toMatchObject({
      name: "WhenWhereError",
      code: expect.stringMatching(/\/option-unknown$/),
      message: expect.stringContaining(' has no option "unheard". Its options are '),
    });
  });
});
