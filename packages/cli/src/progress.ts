import type { LoadProgress } from "@whenwhere/model";
import type { CliIo } from "./cli-io.ts";

/** How long work is silent, and how often it speaks then. */
const QUIET_MS = 400;
const TERMINAL_EVERY_MS = 100;
const PLAIN_EVERY_MS = 5000;

/** Tells on standard error how far reading has come: one moving line on a terminal, a plain line now and then elsewhere. */
export interface Progress {
  readonly onProgress: (progress: LoadProgress) => void;
  /** Clears the moving line. */
  end(): void;
}

/** Progress of reading `name`; silent when the work is short. */
export function createProgress(name: string, io: Pick<CliIo, "error" | "terminalColumns" | "nowMs">): Progress {
  const { terminalColumns } = io;
  const startMs = io.nowMs();
  let spokeMs = startMs + QUIET_MS - (terminalColumns === null ? PLAIN_EVERY_MS : TERMINAL_EVERY_MS);
  let shown = false;
  return {
    onProgress({ loadedBytes, totalBytes }) {
      const now = io.nowMs();
      const whole = loadedBytes === totalBytes;
      if (now - startMs < QUIET_MS) return;
      if (now - spokeMs < (terminalColumns === null ? PLAIN_EVERY_MS : TERMINAL_EVERY_MS) && !(whole && shown)) return;
      spokeMs = now;
      shown = true;
      const bytes =
        totalBytes === null ? megabytes(loadedBytes) : `${megabytes(loadedBytes)} of ${megabytes(totalBytes)}`;
      if (terminalColumns === null) io.error(`${name}: ${bytes} read\n`);
      else
        io.error(`\r${barLine(name, { bytes, share: totalBytes ? loadedBytes / totalBytes : null }, terminalColumns)}`);
    },
    end() {
      if (shown && terminalColumns !== null) io.error(`\r${" ".repeat(terminalColumns - 1)}\r`);
    },
  };
}

interface BarState {
  readonly bytes: string;
  readonly share: number | null;
}

const BAR = 24;

/** One line that never wraps: a wrapped line could not be drawn over. */
function barLine(name: string, { bytes, share }: BarState, columns: number): string {
  const full = share === null ? 0 : Math.round(share * BAR);
  const bar = share === null ? "" : `[${"#".repeat(full)}${"-".repeat(BAR - full)}] ${Math.floor(share * 100)} %  `;
  const line = `${name}  ${bar}${bytes}${share === 1 ? ", reading the rows" : ""}`;
  return line.slice(0, columns - 1).padEnd(columns - 1);
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
