import path from "node:path";
import { type CliIo, UsageError } from "./cli-io.ts";
import type { CliCall } from "./cli-options.ts";

/** Refuses to write over a file that is read, by whatever name: what the format cannot carry would be lost. */
export function refuseOverwriting({ command, report }: CliCall, inputs: readonly string[], output?: string): void {
  const read = new Set(inputs.filter((file) => file !== "-").map((file) => path.resolve(file)));
  const over = [output, report].find((file) => file !== undefined && read.has(path.resolve(file)));
  if (over !== undefined)
    throw new UsageError(`${command} would write over ${over}, which it reads. Name another file.`);
}

/** Writes a file; where that fails, says which and why. */
export async function writeOutput(file: string, content: string | Uint8Array, io: CliIo): Promise<void> {
  await io.writeFile(file, content).catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be written (${words}). Check its folder.`);
  });
}
