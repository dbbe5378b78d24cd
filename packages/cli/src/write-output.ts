import { type CliIo, UsageError } from "./cli-io.ts";
import type { CliCall } from "./cli-options.ts";

/**
 * Refuses to write over a file that is read, by whatever name, or two things into one file: what one of them holds would
 * be lost.
 */
export async function refuseOverwriting(call: CliCall, io: CliIo, output?: string): Promise<void> {
  const { command, report } = call;
  if (report === "-") throw new UsageError("--report names a file; --json prints the report.");
  const read = new Set<string>();
  for (const input of inputsOf(call)) if (input !== "-") read.add(await io.fileKey(input));
  const written = new Set<string>();
  for (const file of [output, report]) {
    if (file === undefined || file === "-") continue;
    const key = await io.fileKey(file);
    if (read.has(key)) throw new UsageError(`${command} would write over ${file}, which it reads. Name another file.`);
    if (written.has(key)) throw new UsageError(`The report would be written over ${file}. Name another file for it.`);
    written.add(key);
  }
}

/** The files that a call reads; the last one of `convert` is written. */
export function inputsOf({ command, args }: CliCall): readonly string[] {
  return command === "convert" ? args.slice(0, -1) : args;
}

/** Writes a file; where that fails, says which and why. */
export async function writeOutput(file: string, content: string | Uint8Array, io: CliIo): Promise<void> {
  await io.writeFile(file, content).catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written (${words}). Check its folder.`);
  });
}
