import { HEAD_TEXTS } from "../head-texts.ts";
import { valueText } from "../value-text.ts";
import type { RecordSink } from "./reader.ts";
import { isRecord } from "./record/fields.ts";

/** Title page and sources of a collection, also as foreign members of GeoJSON. */
export function describeCollection(value: Readonly<Record<string, unknown>>, sink: RecordSink): void {
  if (value.whenwhere !== 1) {
    const found = value.whenwhere === undefined ? "is missing" : `is ${valueText(value.whenwhere)}`;
    sink.note({
      code: "input/version",
      field: "whenwhere",
      value: value.whenwhere ?? null,
      message: `"whenwhere" ${found}; it was read as version 1.`,
    });
  }
  for (const key of HEAD_TEXTS) {
    const text = value[key];
    if (typeof text === "string") sink.describe({ [key]: text });
    else if (text !== undefined && text !== null) {
      sink.note({
        code: "field/type",
        field: key,
        value: text,
        message: `${key} is ${valueText(text)}, not text; it was left out.`,
      });
    }
  }
  const { sources } = value;
  if (isRecord(sources)) for (const key of Object.keys(sources)) sink.source(key, sources[key]);
  else if (sources !== undefined && sources !== null) {
    sink.note({
      code: "field/type",
      field: "sources",
      message: `sources is ${valueText(sources)}; expected an object of sources by key.`,
    });
  }
}
