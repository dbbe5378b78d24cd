/** What the command needs of the world; tests pass one of their own. */
export interface CliIo {
  out(text: string): void;
  error(text: string): void;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, text: string): Promise<void>;
}

/** Exit codes: data was read, nothing usable was found, the call was wrong. */
export const EXIT = { ok: 0, nothing: 1, usage: 2 } as const;

/** A wrong call, told on one line and answered with exit code 2. */
export class UsageError extends Error {}
