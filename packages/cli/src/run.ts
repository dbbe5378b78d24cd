import { WhenWhereError } from "@whenwhere/model";
import { nearestName } from "@whenwhere/model/nearest-name";
import { lossesText } from "./change-text.ts";
import { refuseIdleFlags } from "./cli-flags.ts";
import { type CliIo, EXIT, UsageError } from "./cli-io.ts";
import { type CliCall, parseCall } from "./cli-options.ts";
import { converted, outputFormat } from "./convert-command.ts";
import { datesCommand } from "./dates-command.ts";
import { COMMANDS, commandHelp, HELP } from "./help.ts";
import { exportCommand, previewCommand } from "./page-commands.ts";
import { type CliData, readFiles } from "./read-files.ts";
import { reportJson, reportWords, tellReports } from "./tell-reports.ts";
import { inputsOf, refuseOverwriting, writeOutput } from "./write-output.ts";

/** Runs the command `whenwhere`; resolves to its exit code: 0 read, 1 nothing usable, 2 wrong call. Never rejects. */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    const call = parseCall(argv);
    if (call.version) {
      const { version } = JSON.parse(await io.asset("../package.json")) as { readonly version: string };
      io.out(`${version}\n`);
      return EXIT.ok;
    }
    const command = call.command === "help" ? call.args[0] : call.command;
    if (command !== undefined && commandHelp(command) === null) throw unknownCommand(command);
    if (call.help || call.command === "help") {
      io.out(commandHelp(command) ?? HELP);
      return EXIT.ok;
    }
    refuseIdleFlags(call.command, call.flags);
    return await runCommand(call, io);
  } catch (error) {
    const isCall = error instanceof UsageError || error instanceof WhenWhereError;
    const words = error instanceof Error ? error.message : String(error);
    io.error(`whenwhere: ${words}${isCall ? "\nSee whenwhere --help." : ""}\n`);
    return EXIT.usage;
  }
}

function unknownCommand(command: string): UsageError {
  const near = nearestName(command, COMMANDS);
  return new UsageError(
    `"${command}" is not a command; ${near === null ? `use one of ${COMMANDS.join(", ")}.` : `did you mean "${near}"?`}`,
  );
}

async function runCommand(call: CliCall, io: CliIo): Promise<number> {
  switch (call.command) {
    case "check":
      return check(call, io);
    case "convert":
      return convert(call, io);
    case "preview":
      return previewCommand(call, io);
    case "export":
      return exportCommand(call, io);
    case "dates":
      return datesCommand(call.args, call.json, io);
    default:
      throw new UsageError(`No command; use one of ${COMMANDS.join(", ")}.`);
  }
}

async function check(call: CliCall, io: CliIo): Promise<number> {
  if (call.args.length === 0) throw new UsageError("check takes one file or more.");
  await refuseOverwriting(call, io);
  const data = await readFiles(call.args, call, io);
  if (call.report !== undefined) await writeOutput(call.report, reportJson(data), io);
  io.out(call.json ? reportJson(data) : reportWords(data));
  return exitCode(data);
}

async function convert(call: CliCall, io: CliIo): Promise<number> {
  const inputs = inputsOf(call);
  const output = call.args.at(-1);
  if (inputs.length === 0 || output === undefined) {
    throw new UsageError("convert takes at least two files: what to read, and last what to write.");
  }
  const format = outputFormat(call.to, output);
  await refuseOverwriting(call, io, output);
  const data = await readFiles(inputs, call, io);
  await tellReports(data, call, io);
  // Nothing is written over a good file when nothing could be read.
  if (data.result.incidents.length > 0) {
    const { content, issues } = await converted(data.result, format, call.spreadsheet);
    if (output !== "-") await writeOutput(output, content, io);
    else io.out(String(content));
    const { length } = data.result.incidents;
    const done = `${output}: ${length.toLocaleString("en-US")} ${length === 1 ? "record" : "records"} written\n`;
    if (!call.json) io.error(`${lossesText(issues)}${output === "-" ? "" : done}`);
  }
  return exitCode(data);
}

function exitCode({ result }: CliData): number {
  return result.incidents.length > 0 ? EXIT.ok : EXIT.nothing;
}
