import { type ReadResult, readIncidents, WhenWhereError } from "@whenwhere/model";
import { type CliIo, EXIT, UsageError } from "./cli-io.ts";
import { type CliCall, parseCall } from "./cli-options.ts";
import { converted, outputFormat } from "./convert-command.ts";
import { datesCommand } from "./dates-command.ts";
import { HELP } from "./help.ts";
import { reportText } from "./report-text.ts";

/** Runs the command `whenwhere`; resolves to its exit code: 0 read, 1 nothing usable, 2 wrong call. Never rejects. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    const call = parseCall(argv);
    if (call.help || call.command === "help") {
      io.out(HELP);
      return EXIT.ok;
    }
    return await runCommand(call, io);
  } catch (error) {
    const isCall = error instanceof UsageError || error instanceof WhenWhereError;
    const words = error instanceof Error ? error.message : String(error);
    io.error(`whenwhere: ${words}${isCall ? "\nSee whenwhere --help." : ""}\n`);
    return EXIT.usage;
  }
}

async function runCommand(call: CliCall, io: CliIo): Promise<number> {
  switch (call.command) {
    case "check":
      return check(call, io);
    case "convert":
      return convert(call, io);
    case "dates":
      return datesCommand(call.args, call.json, io);
    case undefined:
      throw new UsageError("No command; use check, convert or dates.");
    default:
      throw new UsageError(`"${call.command}" is not a command; use check, convert or dates.`);
  }
}

async function check(call: CliCall, io: CliIo): Promise<number> {
  const [file, ...rest] = call.args;
  if (file === undefined || rest.length > 0) throw new UsageError("check takes one file.");
  const result = await readFile(file, call, io);
  await writeReport(result, call, io);
  io.out(call.json ? `${JSON.stringify(result.report, null, 2)}\n` : reportText(file, result.report));
  return exitCode(result);
}

async function convert(call: CliCall, io: CliIo): Promise<number> {
  const [input, output, ...rest] = call.args;
  if (input === undefined || output === undefined || rest.length > 0) {
    throw new UsageError("convert takes two files: what to read and what to write.");
  }
  const format = outputFormat(call.to, output);
  const result = await readFile(input, call, io);
  await writeReport(result, call, io);
  // Nothing is written over a good file when nothing could be read.
  if (result.incidents.length > 0) {
    const text = converted(result, format, call.spreadsheet);
    if (output === "-") io.out(text);
    else await io.writeFile(output, text);
  }
  io.error(call.json ? `${JSON.stringify(result.report, null, 2)}\n` : reportText(input, result.report));
  return exitCode(result);
}

async function readFile(path: string, call: CliCall, io: CliIo): Promise<ReadResult> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(path);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} cannot be read (${words}). Check the name.`);
  }
  return readIncidents(bytes, { ...call.read, name: path });
}

async function writeReport(result: ReadResult, call: CliCall, io: CliIo): Promise<void> {
  if (call.report !== undefined) await io.writeFile(call.report, `${JSON.stringify(result.report, null, 2)}\n`);
}

function exitCode(result: ReadResult): number {
  return result.incidents.length > 0 ? EXIT.ok : EXIT.nothing;
}
