/**
 * Checks all types in one process: packages, those of them that know no DOM without it, and tests with stories. Says what
 * `tsc -p` says of each; a file is parsed once for all three, and tests are not asked again about the packages that they import.
 */
import path from "node:path";
import ts from "typescript";

const root = path.resolve(import.meta.dirname, "..");

/** The last one leaves out what the first has checked, with fewer types in reach. */
const CONFIGS = ["packages/tsconfig.json", "packages/tsconfig.no-dom.json", "test/tsconfig.json"];

/** Files by name. All three have the same options but for the libraries, which change no file. */
const parsed = new Map();

function programOf(config) {
  const stop = (diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
  };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: stop };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(path.join(root, config), {}, host);
  const compiler = ts.createCompilerHost(options);
  const read = compiler.getSourceFile;
  compiler.getSourceFile = (name, ...rest) => {
    if (!parsed.has(name)) parsed.set(name, read(name, ...rest));
    return parsed.get(name);
  };
  return ts.createProgram({ rootNames: fileNames, options, host: compiler, configFileParsingDiagnostics: errors });
}

function complaintsOf(program, files) {
  return [
    ...program.getConfigFileParsingDiagnostics(),
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...files.flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]),
  ];
}

const ofFirst = new Set();
let complained = 0;
for (const [i, config] of CONFIGS.entries()) {
  const program = programOf(config);
  const own = program.getSourceFiles().filter((file) => !file.isDeclarationFile);
  const files = i === CONFIGS.length - 1 ? own.filter(({ fileName }) => !ofFirst.has(fileName)) : own;
  if (i === 0) for (const { fileName } of own) ofFirst.add(fileName);
  const found = complaintsOf(program, files);
  complained += found.length;
  const format = { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" };
  console.log(`${config}: ${files.length} files\n${ts.formatDiagnostics(found, format)}`.trimEnd());
}
if (complained > 0) process.exitCode = 1;
