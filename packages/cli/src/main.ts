import { EXIT } from "./cli-io.ts";
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

// A reader may leave early, as `| head` does; any other fault of standard output is told.
process.stdout.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  if (code === "EPIPE") return;
  process.stderr.write(`whenwhere: standard output cannot be written (${message}).\n`);
  process.exit(EXIT.usage);
});

// `exitCode` instead of `exit()`: a pipe still gets the end of a long report.
process.exitCode = await run(process.argv.slice(2), nodeIo);
