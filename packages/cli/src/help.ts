import { presets } from "@whenwhere/model/formats";

const READING = `Reading
  --from FORMAT       json, geojson, csv, tsv, or a preset (${presets.map(({ name }) => name).join(", ")});
                      default: recognised by content
  --map FIELD=COLUMN  which column is what, e.g. --map date=Fecha (may repeat)
  --day-first         05-03-2024 is 5 March
  --month-first       05-03-2024 is 3 May
`;

const REDACTING = `Redacting, before anything is shown or written
  --redact-radius M     places no finer than this: 5000 or 5km
  --redact-fields LIST  fields to leave out, e.g. summary,actors,where.name
  --aggregate-below N   groups of fewer records of one place, category and month are joined
`;

const REPORTING = `Reporting
  --report FILE       write the import report as JSON
  --json              print the report as JSON
`;

/** What each command says about itself. */
const HELP_OF: Readonly<Record<string, string>> = {
  check: `whenwhere check FILE... [options]

Reads files and says what was kept, changed and refused. Several files are brought one over the other, by id.

${READING}
${REPORTING}
Examples
  whenwhere check attacks.csv
  whenwhere check attacks.csv --day-first --json > report.json
  whenwhere check acled.csv.gz --report report.json
`,
  convert: `whenwhere convert IN... OUT [options]

Reads files and writes one. Of several files each is brought over those before it: of two records with one id the later
timestamp stays, and lists of deletions (event_id_cnty, deleted_timestamp) remove.

Writing
  --to FORMAT         json, geojson, csv, kml, ics, linked-places, timelinejs or arrow; default: by the ending of OUT
  --spreadsheet       CSV for people: formulas are escaped, numbers are not

${READING}
${REDACTING}
${REPORTING}
Examples
  whenwhere convert attacks.csv attacks.geojson
  whenwhere convert attacks.json attacks.csv --spreadsheet
  whenwhere convert base.csv update.csv deleted.csv all.json
  whenwhere convert acled.csv public.json --redact-radius 25km --redact-fields summary --aggregate-below 5
  curl -s https://example.org/a.csv | whenwhere convert - - --to geojson
`,
  preview: `whenwhere preview FILE... [options]

Serves timeline, map and table on this machine only, prints the address, and follows the files. Ctrl+C ends it.

  --port N            default: any free one
  --title TEXT        default: the title in the data, else the name of the file

${READING}
${REDACTING}
Examples
  whenwhere preview attacks.csv
  whenwhere preview attacks.csv --port 8080 --title "Attacks since May"
`,
  export: `whenwhere export FILE... -o PAGE.html [options]

Writes one page with everything inside. It opens from disk and asks nothing of any network.

  -o, --output FILE   the page; - for standard output
  --title TEXT        default: the title in the data, else the name of the file

${READING}
${REDACTING}
${REPORTING}
Examples
  whenwhere export attacks.csv -o attacks.html
  whenwhere export acled.csv -o public.html --redact-radius 25km --redact-fields summary
`,
  dates: `whenwhere dates "EDTF"... [--json]

Says how each date is understood, and exits 1 when none is one.

Examples
  whenwhere dates 2022-02 "2022-01-18~/2022-01-31~" "[..2022-02-02]"
  whenwhere dates -0044 --json
`,
};

/** The commands by name. */
export const COMMANDS: readonly string[] = Object.keys(HELP_OF);

/** Help of one command; null when there is no such command. */
export function commandHelp(command: string | undefined): string | null {
  return command !== undefined && Object.hasOwn(HELP_OF, command) ? (HELP_OF[command] as string) : null;
}

/** Text of `whenwhere --help`. */
export const HELP = `whenwhere: dated, located incidents, read and checked

Usage
  whenwhere check FILE...            what was kept, changed and refused
  whenwhere convert IN... OUT        write as JSON, GeoJSON, CSV, KML, iCalendar, Linked Places, TimelineJS or Arrow
  whenwhere preview FILE...          timeline, map and table, served on this machine
  whenwhere export FILE... -o PAGE   the same as one page that opens from disk
  whenwhere dates "EDTF"...          how each date is understood
  whenwhere help COMMAND             options of a command
  whenwhere --version                which version this is

${READING}
${REDACTING}
${REPORTING}
Examples
  whenwhere check attacks.csv
  whenwhere convert attacks.csv attacks.geojson
  whenwhere convert base.csv update.csv deleted.csv all.json
  whenwhere preview attacks.csv
  whenwhere export attacks.csv -o attacks.html --redact-radius 5km
  whenwhere dates "2022-01-18~/2022-01-31~" "[..2022-02-02]"

Files: - stands for standard input or output; .gz is unpacked.
Exit codes: 0 read, 1 nothing usable, 2 wrong call.
`;
