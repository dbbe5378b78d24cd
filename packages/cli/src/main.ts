import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

// `exitCode` instead of `exit()`: a pipe still gets the end of a long report.
process.exitCode = await run(process.argv.slice(2), nodeIo);
