import type { Server } from "node:http";
export function examplesServer(): Server;
