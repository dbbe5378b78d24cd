export { type CliIo, EXIT } from "./cli-io.ts";
export { run } from "./run.ts";
