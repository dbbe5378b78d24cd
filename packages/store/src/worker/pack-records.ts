import type { Incident, RecordData } from "@whenwhere/model";

type PackedTexts = Extract<RecordData, { kind: "json" }>["ids"];

/**
 * Records as JSON in one buffer: they cross to another thread without a copy and are parsed one by one when somebody looks,
 * where a list of objects would be made anew all at once.
 */
export function packRecords(incidents: readonly Incident[]): RecordData {
  return {
    kind: "json",
    ids: packTexts(incidents, ({ id }) => id),
    records: packTexts(incidents, (incident) => JSON.stringify(incident)),
  };
}

/** A unit of UTF-16 takes three bytes of UTF-8 at most. */
const MOST_BYTES_A_UNIT = 3;

function packTexts(incidents: readonly Incident[], textOf: (incident: Incident) => string): PackedTexts {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(incidents.length + 1);
  let bytes = new Uint8Array(2 ** 16);
  let end = 0;
  for (const [row, incident] of incidents.entries()) {
    const text = textOf(incident);
    if (end + text.length * MOST_BYTES_A_UNIT > bytes.length) {
      const wider = new Uint8Array(Math.max(bytes.length * 2, end + text.length * MOST_BYTES_A_UNIT));
      wider.set(bytes.subarray(0, end));
      bytes = wider;
    }
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    offsets[row + 1] = end;
  }
  return { offsets, bytes: bytes.slice(0, end) };
}
