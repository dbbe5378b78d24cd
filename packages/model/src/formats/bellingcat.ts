import type { Note, Reader, RecordSink } from "../read/reader.ts";
import { isRecord } from "../read/record/fields.ts";
import { cellText } from "../read/table/row-cells.ts";
import {
  type NamedCells,
  type OverlayPlan,
  objectTable,
  type RawRecord,
  readOverlaidRows,
  tableOf,
} from "./overlaid-rows.ts";
import { columnKeys, isWebAddress, jsonKeys, jsonOf, noteShape } from "./preset-head.ts";

/** Metres within which Bellingcat states that its blurred points lie. */
const STATED_ERROR_M = 150;

/**
 * Bellingcat's export of civilian harm in Ukraine, JSON or CSV:
 * `{id: "CIV0001", date: "02/24/2022", latitude, longitude, location, description, sources, filters}`.
 *
 * Source: the export and the About text of ukraine.bellingcat.com: places are within 150 m and obscured on purpose, so
 * every place has `radiusM: 150`, `basis: "codebook"`, `obscured: true`. Dates are month, day, year.
 * The value of the filter "Type of area affected" is the category, "Weapon System" the kind; all filters are tags.
 */
export const bellingcat: Reader = {
  name: "bellingcat",
  detect(head) {
    const keys = jsonKeys(head);
    if (keys.size > 0) {
      const own = ["date", "latitude", "longitude", "description", "filters"].every((key) => keys.has(key));
      if (!own || keys.has("whenwhere") || keys.has("associations")) return 0;
      return /"id"\s*:\s*"CIV\d+"/.test(head.text) ? 0.95 : keys.has("path") ? 0.8 : 0;
    }
    const columns = columnKeys(head);
    const known = ["id", "date", "latitude", "longitude"].every((name) => columns.has(name));
    return known && /^"?CIV\d{4,}"?[,;\t]/m.test(head.text) ? 0.9 : 0;
  },
  read(input, sink, options) {
    const setting = { ...options, dayFirst: options.dayFirst ?? false, ...planOf(sink) };
    if (!/^\s*[[{]/.test(input.text)) {
      readOverlaidRows(tableOf(input.table()), sink, setting);
      return;
    }
    const parsed = jsonOf(input, sink);
    if (parsed === undefined) return;
    if (Array.isArray(parsed.value)) readOverlaidRows(objectTable(parsed.value), sink, setting);
    else noteShape(sink, parsed.value, "a list of incidents");
  },
};

function planOf(sink: RecordSink): OverlayPlan {
  return {
    names: {
      id: ["id"],
      title: ["title"],
      summary: ["description"],
      date: ["date"],
      place: ["location"],
      lon: ["longitude"],
      lat: ["latitude"],
    },
    used: [/^sources$/, /^filters$/],
    change(raw, row) {
      const filters = filtersOf(row);
      const filterValue = (key: RegExp): string | undefined => filters.find(([name]) => key.test(name))?.[1];
      const sources = sourcesOf(row, sink);
      const more = {
        category: filterValue(/area/i),
        kind: filterValue(/weapon/i),
        tags:
          filters.length === 0 ? undefined : filters.map(([key, value]) => (key === "" ? value : `${key}: ${value}`)),
        sources: sources.length === 0 ? undefined : sources,
        where: blurred(raw),
      };
      const given = Object.entries(more).filter(([, value]) => value !== undefined);
      return { raw: { ...raw, ...Object.fromEntries(given) }, notes: sources.length === 0 ? [NO_SOURCE] : [] };
    },
  };
}

const NO_SOURCE: Note = {
  code: "bellingcat/no-source",
  field: "sources",
  severity: "info",
  message: "The record names no source.",
  hint: "Nothing to do; some records of the export have none.",
};

/** The stated error belongs to a point; a place without one stays as it is. */
function blurred(raw: RawRecord): unknown {
  const { where } = raw;
  if (!isRecord(where) || where.lon === undefined || where.lat === undefined) return where;
  return { ...where, precision: "exact", radiusM: STATED_ERROR_M, basis: "codebook", obscured: true };
}

function filtersOf(row: NamedCells): readonly (readonly [key: string, value: string])[] {
  const list = row.value("filters");
  if (!Array.isArray(list)) {
    const parts =
      cellText(list)
        ?.split(/[,;|]/)
        .map((part) => part.trim()) ?? [];
    return parts.filter((part) => part !== "").map((part) => ["", part]);
  }
  return list.flatMap((item: unknown) => {
    const value = isRecord(item) ? cellText(item.value) : cellText(item);
    return value === undefined ? [] : [[(isRecord(item) && cellText(item.key)) || "", value] as const];
  });
}

/** Sources under their address. The CSV joins addresses by commas, which may also stand inside one. */
function sourcesOf(row: NamedCells, sink: RecordSink): readonly string[] {
  const list = row.value("sources");
  const items: readonly unknown[] = Array.isArray(list) ? list : (cellText(list)?.split(/,(?=\s*https?:\/\/)/i) ?? []);
  const keys = items.flatMap((item) => {
    const path = cellText(isRecord(item) ? item.path : item);
    const words = isRecord(item) ? cellText(item.description) : undefined;
    const key = path ?? (isRecord(item) ? cellText(item.id) : undefined) ?? words;
    if (key === undefined) return [];
    sink.source(key, { title: words ?? key, ...(isWebAddress(key) ? { url: key } : {}) });
    return [key];
  });
  return [...new Set(keys)];
}
