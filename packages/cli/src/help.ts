import { presets } from "@whenwhere/model/formats";

/** Text of `whenwhere --help`. */
export const HELP = `whenwhere: dated, located incidents, read and checked

Usage
  whenwhere check FILE [--from FORMAT] [--day-first | --month-first] [--json]
  whenwhere convert IN OUT [--from FORMAT] [--to json|geojson|csv] [--report FILE]
  whenwhere dates "EDTF"... [--json]

Commands
  check     Reads a file and says what was kept, changed and refused.
  convert   Reads a file and writes it as a collection, GeoJSON or CSV.
  dates     Says how each date is understood.

Options
  --from FORMAT     json, geojson, csv, tsv, or a preset (${presets.map(({ name }) => name).join(", ")});
                    default: recognised by content
  --to FORMAT       json, geojson or csv; default: by the ending of OUT
  --map FIELD=COLUMN  which column is what, e.g. --map date=Fecha (may repeat)
  --day-first       05-03-2024 is 5 March
  --month-first     05-03-2024 is 3 May
  --spreadsheet     CSV for people: formulas are escaped, numbers are not
  --report FILE     write the import report as JSON
  --json            print the report as JSON
  -h, --help        this text

Examples
  whenwhere check attacks.csv
  whenwhere check attacks.csv --day-first --json > report.json
  whenwhere convert attacks.csv attacks.geojson
  whenwhere convert attacks.json attacks.csv --spreadsheet
  whenwhere dates "2022-01-18~/2022-01-31~" "[..2022-02-02]"

Files: - stands for standard input or output.
Exit codes: 0 read, 1 nothing usable, 2 wrong call.
`;
