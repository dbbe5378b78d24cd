import { type FormatName, type LoadOptions, type Mapping, type RedactOptions, redactIncidents } from "@whenwhere/model";
import { presets } from "@whenwhere/model/formats";
import { parseFlags } from "./cli-flags.ts";
import { UsageError } from "./cli-io.ts";

/** A call, taken apart. */
export interface CliCall {
  readonly command: string | undefined;
  readonly args: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  /** Names of the flags that were given. */
  readonly flags: readonly string[];
  readonly json: boolean;
  readonly spreadsheet: boolean;
  readonly to: string | undefined;
  readonly report: string | undefined;
  readonly output: string | undefined;
  readonly title: string | undefined;
  /** 0 = any free one. */
  readonly port: number;
  /** What must not leave the reader; null = nothing. */
  readonly redact: RedactOptions | null;
  readonly read: LoadOptions;
}

const FORMATS: readonly string[] = ["auto", "json", "geojson", "csv", "tsv", ...presets.map(({ name }) => name)];

/** Takes arguments apart. Throws {@link UsageError} when they make no sense. */
export function parseCall(argv: readonly string[]): CliCall {
  // A year before our era, as in `dates -0044`, is no option.
  const years = argv[0] === "dates" ? argv.filter((arg) => /^-\d/.test(arg)) : [];
  const { values, positionals } = parseFlags(argv.filter((arg) => !years.includes(arg)));
  if (values["day-first"] === true && values["month-first"] === true) {
    throw new UsageError("--day-first and --month-first exclude each other.");
  }
  const dayFirst = values["day-first"] === true ? true : values["month-first"] === true ? false : undefined;
  const format = values.from ?? "auto";
  if (!FORMATS.includes(format))
    throw new UsageError(`--from ${format} is not known; use one of ${FORMATS.join(", ")}.`);
  return {
    command: positionals[0],
    args:
      years.length === 0
        ? positionals.slice(1)
        : argv.filter((arg) => years.includes(arg) || positionals.indexOf(arg) > 0),
    help: values.help === true,
    version: values.version === true,
    flags: Object.keys(values),
    json: values.json === true,
    spreadsheet: values.spreadsheet === true,
    to: values.to,
    report: values.report,
    output: values.output,
    title: values.title,
    port: portOf(values.port),
    redact: redactOf(values),
    read: {
      format: presets.find(({ name }) => name === format) ?? (format as FormatName),
      readers: presets,
      ...(dayFirst === undefined ? {} : { dayFirst }),
      ...(values.map === undefined ? {} : { mapping: mappingOf(values.map) }),
    },
  };
}

type Values = ReturnType<typeof parseFlags>["values"];

function redactOf(values: Values): RedactOptions | null {
  const { "redact-radius": radius, "redact-fields": fields, "aggregate-below": below } = values;
  if (radius === undefined && fields === undefined && below === undefined) return null;
  const options = {
    ...(radius === undefined ? {} : { radiusM: metresOf(radius) }),
    ...(fields === undefined ? {} : { fields: fields.flatMap((text) => text.split(/[\s,]+/)).filter(Boolean) }),
    ...(below === undefined ? {} : { aggregateBelow: Number(below) }),
  };
  // A wrong value is told before anything is read.
  redactIncidents({ incidents: [] }, options);
  return options;
}

/** `5000`, `5000m` or `5km`. */
function metresOf(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*(m|km)?$/i.exec(text.trim()) ?? [];
  if (number === undefined) throw new UsageError(`--redact-radius ${text} is no distance; write 5000 or 5km.`);
  return Number(number) * (unit?.toLowerCase() === "km" ? 1000 : 1);
}

function portOf(text: string | undefined): number {
  const port = text === undefined ? 0 : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`--port ${text} is no port; use 1 to 65535, or 0 for any free one.`);
}

function mappingOf(pairs: readonly string[]): Mapping {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`--map ${pair} is not of the form FIELD=COLUMN.`);
      const column = pair.slice(at + 1);
      return [pair.slice(0, at), column === "" ? null : column];
    }),
  );
}
