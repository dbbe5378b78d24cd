import type { TimeSpan } from "../scene/types.ts";
import type { Shell } from "./shell.ts";

const DAY_MS = 86_400_000;
/** What `<input type=date>` can hold. */
const FIRST_MS = Date.UTC(2001, 0, 1) - 2000 * 365.2425 * DAY_MS;
const LAST_MS = Date.UTC(9999, 11, 31);

function dayText(ms: number): string {
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms).toISOString().slice(0, 10) : "";
}

/** Writes the window into both inputs; the last day is inclusive there and exclusive in the store. */
export function showDates(shell: Shell, span: TimeSpan | null, filtered: boolean): void {
  const last = span === null ? Number.NaN : Math.max(span.endMs - 1, span.startMs);
  const values = [dayText(span?.startMs ?? Number.NaN), dayText(last)] as const;
  // A field that is being typed in keeps what stands in it.
  const root = shell.from.getRootNode() as Document | ShadowRoot;
  [shell.from, shell.to].forEach((input, i) => {
    if (root.activeElement !== input && input.value !== values[i]) input.value = values[i] as string;
  });
  shell.clear.disabled = !filtered;
}

/** Reads both inputs; null when one is empty or they are the wrong way round, which is marked. */
export function readDates(shell: Shell): TimeSpan | null {
  const startMs = Date.parse(shell.from.value);
  const endMs = Date.parse(shell.to.value) + DAY_MS;
  const valid = startMs < endMs;
  for (const input of [shell.from, shell.to]) {
    if (valid) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
  return valid ? { startMs, endMs } : null;
}
