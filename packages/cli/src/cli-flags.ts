import { parseArgs } from "node:util";
import { nearestName } from "@whenwhere/model/nearest-name";
import { UsageError } from "./cli-io.ts";

const FLAGS = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
  json: { type: "boolean" },
  spreadsheet: { type: "boolean" },
  from: { type: "string" },
  to: { type: "string" },
  report: { type: "string" },
  output: { type: "string", short: "o" },
  title: { type: "string" },
  port: { type: "string" },
  "redact-radius": { type: "string" },
  "redact-fields": { type: "string", multiple: true },
  "aggregate-below": { type: "string" },
  map: { type: "string", multiple: true },
  "day-first": { type: "boolean" },
  "month-first": { type: "boolean" },
} as const;

/** Flags that not every command takes that reads files. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  spreadsheet: ["convert"],
  to: ["convert"],
  output: ["export"],
  title: ["preview", "export"],
  port: ["preview"],
};
const OF_EVERY_COMMAND: readonly string[] = ["help", "version", "json"];

/** Takes arguments apart. Throws {@link UsageError} for a flag that there is not. */
export function parseFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: FLAGS });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const [, unknown] = /^Unknown option '(-[^']*)'/.exec(said) ?? [];
    throw new UsageError(unknown === undefined ? said : `There is no option ${unknown}.${meant(unknown)}`);
  }
}

function meant(unknown: string): string {
  const near = nearestName(unknown.replace(/^-+/, ""), Object.keys(FLAGS));
  return near === null ? "" : ` Did you mean --${near}?`;
}

/** Throws {@link UsageError} for a flag that the command would not look at. */
export function refuseIdleFlags(command: string | undefined, flags: readonly string[]): void {
  if (command === undefined) return;
  for (const flag of flags) {
    if (OF_EVERY_COMMAND.includes(flag)) continue;
    const commands = ONLY[flag];
    if (command !== "dates" && (commands === undefined || commands.includes(command))) continue;
    throw new UsageError(
      `--${flag} is no option of ${command}${commands ? `; it is one of ${commands.join(" and ")}` : ""}.`,
    );
  }
}
