import type { Note, Reader, RecordSink } from "../read/reader.ts";
import { isRecord } from "../read/record/fields.ts";
import { valueText } from "../value-text.ts";
import { type OverlayPlan, type RawRecord, readOverlaidRows, tableOf } from "./overlaid-rows.ts";
import { columnKeys, isWebAddress } from "./preset-head.ts";

/**
 * Atlos (atlos.org) CSV export, with headers in small letters (`source_1`) or as titles (`Source 1`).
 *
 * Source: atlosdotorg/atlos `controllers/media/export_controller.ex`, `material/attribute.ex`. It writes with
 * `escape_formulas`, so that a longitude may stand as `'-58.38`; lists are joined by ", ". The resolution of a
 * geolocation is Exact (10 m), Vicinity (100 m) or Locality (1 km), `basis: "codebook"`. `status` is the state of the
 * investigation, not of the happening, and stays in `extra`, as do `inserted_at` and `updated_at`.
 */
export const atlos: Reader = {
  name: "atlos",
  detect(head) {
    const columns = columnKeys(head);
    if (!columns.has("slug") || !columns.has("latitude") || !columns.has("inserted_at")) return 0;
    return ["geolocation_resolution", "sensitive", "sensitivity", "source_1"].some((name) => columns.has(name))
      ? 0.95
      : 0;
  },
  read(input, sink, options) {
    readOverlaidRows(tableOf(input.table()), sink, { ...options, ...planOf(sink) });
  },
};

function planOf(sink: RecordSink): OverlayPlan {
  return {
    names: {
      id: ["slug"],
      title: ["description"],
      summary: ["more_info", "summary"],
      category: ["type", "incident_type"],
      date: ["date"],
      time: ["time"],
      lon: ["longitude"],
      lat: ["latitude"],
      tags: ["tags"],
    },
    used: [/^geolocation_resolution$/, /^source_\d+$/],
    change(raw, row) {
      const notes: Note[] = [];
      const sources = [...new Set(row.numbered("source"))];
      for (const key of sources) sink.source(key, { title: key, ...(isWebAddress(key) ? { url: key } : {}) });
      const sensitivity = sensitivityOf(row.text("sensitive") ?? row.text("sensitivity"));
      const where = resolved(raw, row.text("geolocation_resolution"), notes);
      return {
        raw: {
          ...raw,
          ...(where === undefined ? {} : { where }),
          ...(sources.length === 0 ? {} : { sources }),
          ...(sensitivity === undefined ? {} : { sensitivity }),
        },
        notes,
      };
    },
  };
}

const RESOLUTIONS = {
  exact: { precision: "exact", radiusM: 10 },
  vicinity: { precision: "exact", radiusM: 100 },
  locality: { precision: "settlement", radiusM: 1_000 },
} as const;

function resolved(raw: RawRecord, text: string | undefined, notes: Note[]): unknown {
  const { where } = raw;
  if (text === undefined || !isRecord(where) || where.lon === undefined) return where;
  const word = text.toLowerCase();
  if (Object.hasOwn(RESOLUTIONS, word))
    return { ...where, ...RESOLUTIONS[word as keyof typeof RESOLUTIONS], basis: "codebook" };
  notes.push({
    code: "atlos/resolution",
    field: "geolocation_resolution",
    value: text,
    changes: true,
    message: `The resolution of the place is ${valueText(text)}; expected Exact, Vicinity or Locality. No radius was taken.`,
    hint: "Correct the resolution in Atlos.",
  });
  return where;
}

/** What has to be hidden most decides; the words themselves stay in `extra`. */
function sensitivityOf(text: string | undefined): "none" | "graphic" | "personal" | undefined {
  if (text === undefined) return undefined;
  if (/personal|civilian safety/i.test(text)) return "personal";
  if (/graphic/i.test(text)) return "graphic";
  return /^not sensitive$/i.test(text) ? "none" : undefined;
}
