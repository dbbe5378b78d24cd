import { DAY_MS } from "@whenwhere/model";
import { dateFieldValue } from "@whenwhere/view";
import type { ZoneTime } from "../../scene/axis/zone-time.ts";
import type { TimeSpan } from "../../scene/types.ts";
import type { Shell } from "../shell.ts";

/** Writes the window into both inputs, in days of the zone; the last day is inclusive there and exclusive in the store. */
export function showDates(
  shell: Shell,
  span: TimeSpan | null,
  { filtered, time }: { readonly filtered: boolean; readonly time: ZoneTime },
): void {
  const last = span === null ? Number.NaN : Math.max(span.endMs - 1, span.startMs);
  const values = [dateFieldValue(time.wallMs(span?.startMs ?? Number.NaN)), dateFieldValue(time.wallMs(last))] as const;
  shell.clear.disabled = !filtered;
  const inputs = [shell.from, shell.to];
  const { activeElement } = shell.from.getRootNode() as Document | ShadowRoot;
  const isAtIt = inputs.some((input) => input === activeElement);
  // The second date of a period that the first one alone turns round is still to come.
  if (isAtIt && shell.from.hasAttribute("aria-invalid")) return;
  mark(inputs, true);
  // A field that is being typed in keeps what stands in it.
  inputs.forEach((input, i) => {
    if (activeElement !== input && input.value !== values[i]) input.value = values[i] as string;
  });
}

function mark(inputs: readonly HTMLInputElement[], isPeriod: boolean): void {
  for (const input of inputs) {
    if (isPeriod) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
}

/** Reads both inputs, as days of the zone; null when one is empty or they are the wrong way round, which is marked until both are left. */
export function readDates(shell: Shell, time: ZoneTime): TimeSpan | null {
  const startMs = time.instantMs(Date.parse(shell.from.value));
  const endMs = time.instantMs(Date.parse(shell.to.value) + DAY_MS);
  const valid = startMs < endMs;
  mark([shell.from, shell.to], valid);
  return valid ? { startMs, endMs } : null;
}
