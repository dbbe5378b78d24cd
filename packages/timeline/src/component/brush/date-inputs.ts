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
  // A field that is being typed in keeps what stands in it.
  const root = shell.from.getRootNode() as Document | ShadowRoot;
  [shell.from, shell.to].forEach((input, i) => {
    if (root.activeElement !== input && input.value !== values[i]) input.value = values[i] as string;
  });
  shell.clear.disabled = !filtered;
}

/** Reads both inputs, as days of the zone; null when one is empty or they are the wrong way round, which is marked. */
export function readDates(shell: Shell, time: ZoneTime): TimeSpan | null {
  const startMs = time.instantMs(Date.parse(shell.from.value));
  const endMs = time.instantMs(Date.parse(shell.to.value) + DAY_MS);
  const valid = startMs < endMs;
  for (const input of [shell.from, shell.to]) {
    if (valid) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
  return valid ? { startMs, endMs } : null;
}
