import type { Reader, RecordSink } from "../read/reader.ts";
import { isRecord } from "../read/record/fields.ts";
import { cellText } from "../read/table/row-cells.ts";
import { type NamedCells, type OverlayPlan, objectTable, readOverlaidRows, tableOf } from "./overlaid-rows.ts";
import { columnKeys, isWebAddress, jsonKeys, jsonOf, noteShape } from "./preset-head.ts";

/**
 * Events of timemap (Forensic Architecture), as JSON or as its sheet; all values are texts.
 *
 * Source: forensic-architecture/timemap `src/reducers/validate/eventSchema.js` (fields), datasheet-server
 * `src/blueprinters/deeprows.js` (`association1`, `source2` ... are one list). The order of day and month is a variable
 * of the build, not of the data, so it is inferred over the column and said; pass `dayFirst` where no row tells.
 * A document `{events, sources, associations}` gives sources their addresses and tags their titles.
 */
export const timemap: Reader = {
  name: "timemap",
  detect(head) {
    const keys = jsonKeys(head);
    if (keys.size > 0) {
      const known = keys.has("description") && keys.has("associations") && (keys.has("latitude") || keys.has("date"));
      return known && !keys.has("whenwhere") ? 0.9 : 0;
    }
    const columns = columnKeys(head);
    if (!columns.has("description") || !(columns.has("date") || columns.has("latitude"))) return 0;
    const own = [...columns].some((name) =>
      /^(associations?\d*|category_full|time_display|narrative.*styles)$/.test(name),
    );
    return own ? 0.85 : 0;
  },
  read(input, sink, options) {
    if (!/^\s*[[{]/.test(input.text)) {
      readOverlaidRows(tableOf(input.table()), sink, { ...options, ...planOf(sink, new Map(), new Map()) });
      return;
    }
    const value = jsonOf(input, sink)?.value;
    if (value === undefined) return;
    const events = Array.isArray(value) ? value : isRecord(value) ? value.events : undefined;
    if (!Array.isArray(events)) {
      noteShape(sink, value, "a list of events, or an object with events");
      return;
    }
    const domain = isRecord(value) ? value : {};
    const plan = planOf(sink, byId(domain.sources), byId(domain.associations));
    readOverlaidRows(objectTable(events), sink, { ...options, ...plan });
  },
};

type ById = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Objects of a list, or of an object, by their id. */
function byId(value: unknown): ById {
  const pairs: readonly [string, unknown][] = Array.isArray(value)
    ? value.map((item: unknown) => [isRecord(item) ? String(item.id ?? "") : "", item])
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return new Map(pairs.flatMap(([id, item]) => (isRecord(item) && id !== "" ? [[id, item] as const] : [])));
}

function planOf(sink: RecordSink, sources: ById, associations: ById): OverlayPlan {
  return {
    names: {
      id: ["id"],
      title: ["title", "headline"],
      summary: ["description"],
      category: ["category"],
      kind: ["type"],
      date: ["date"],
      time: ["time"],
      dateLabel: ["time_display"],
      place: ["location"],
      lon: ["longitude"],
      lat: ["latitude"],
      note: ["comments"],
    },
    used: [/^associations?\d*$/, /^sources?\d*$/],
    change(raw, row) {
      const tags = idsOf(row, "association").map((id) => textIn(associations.get(id), "title") ?? id);
      const keys = idsOf(row, "source");
      for (const key of keys) sink.source(key, sourceOf(key, sources.get(key)));
      return {
        raw: {
          ...raw,
          ...(tags.length === 0 ? {} : { tags: [...new Set(tags)] }),
          ...(keys.length === 0 ? {} : { sources: [...new Set(keys)] }),
        },
      };
    },
  };
}

/** Ids in `associations: [...]`, or in `association1`, `association2` of the sheet; objects give their id or title. */
function idsOf(row: NamedCells, name: "association" | "source"): readonly string[] {
  const list = row.value(`${name}s`);
  const items: readonly unknown[] = Array.isArray(list) ? list : typeof list === "string" ? list.split(/[;|]/) : [];
  const ids = items.map((item) => (isRecord(item) ? (textIn(item, "id") ?? textIn(item, "title")) : cellText(item)));
  return [...ids.filter((id) => id !== undefined), ...row.numbered(name)];
}

function sourceOf(
  key: string,
  found: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  const paths: readonly unknown[] = Array.isArray(found?.paths) ? found.paths : [];
  const url = [textIn(found, "url"), ...paths.map(cellText), key].find(
    (text) => text !== undefined && isWebAddress(text),
  );
  const parts = {
    title: textIn(found, "title") ?? textIn(found, "description") ?? key,
    publisher: textIn(found, "author"),
    published: textIn(found, "date"),
    kind: textIn(found, "type"),
    url,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== undefined));
}

function textIn(item: Readonly<Record<string, unknown>> | undefined, key: string): string | undefined {
  return item === undefined ? undefined : cellText(item[key]);
}
