import { DAY_MS } from "@whenwhere/model";

/** Instants as link text: a day, a UTC date-time, `..` for an open side, or `t` and milliseconds where no calendar text fits. */
function timeText(ms: number): string {
  if (!Number.isFinite(ms)) return "..";
  const iso = Math.abs(ms) <= 8.64e15 && Number.isInteger(ms) ? new Date(ms).toISOString() : "";
  if (!/^\d{4}-/.test(iso)) return `t${numberText(ms)}`;
  if (ms % DAY_MS === 0) return iso.slice(0, 10);
  return iso.replace(/(:00)?\.000Z$/, "Z");
}

/** Null when the text is none of these. `openMs` is what `..` stands for on this side. */
function timeOfText(text: string, openMs: number): number | null {
  if (text === "..") return openMs;
  if (text.startsWith("t")) return numberOfText(text.slice(1));
  const isTime = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{3})?)?Z)?$/.test(text);
  const ms = isTime ? Date.parse(text) : Number.NaN;
  // Engines roll 30 February over into March: a link must say what it means.
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text.slice(0, 10) ? null : ms;
}

/** Two instants, `start/end`. */
export function spanText(span: { readonly startMs: number; readonly endMs: number }): string {
  return `${sideText(span.startMs, Number.NEGATIVE_INFINITY)}/${sideText(span.endMs, Number.POSITIVE_INFINITY)}`;
}

/** An infinity on its own side is `..`; on the wrong side it is written out, so that a reversed span stays one. */
function sideText(ms: number, openMs: number): string {
  return Number.isFinite(ms) || ms === openMs ? timeText(ms) : `t${ms}`;
}

/** Null when the text is not `start/end`. */
export function spanOfText(text: string): { readonly startMs: number; readonly endMs: number } | null {
  const parts = text.split("/");
  if (parts.length !== 2) return null;
  const startMs = timeOfText(parts[0] as string, Number.NEGATIVE_INFINITY);
  const endMs = timeOfText(parts[1] as string, Number.POSITIVE_INFINITY);
  return startMs === null || endMs === null ? null : { startMs, endMs };
}

/** A number as link text: as in JavaScript, without the `+` that some servers turn into a space. */
export function numberText(value: number): string {
  return String(value).replace("+", "");
}

/** A plain decimal or an infinity; null for anything else, `NaN` and hexadecimals included. */
export function numberOfText(text: string): number | null {
  if (!/^-?(Infinity|\d{1,400}(\.\d{1,400})?(e[+-]?\d{1,3})?)$/.test(text)) return null;
  return Number(text);
}
