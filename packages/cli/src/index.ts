export { type Answer, type Answered, type Asked, type CliIo, EXIT, type Served } from "./cli-io.ts";
export { nodeIo } from "./node-io.ts";
export { run } from "./run.ts";
