import type { Issue } from "../issues.ts";

/** What a code of {@link ISSUE_CODES} says about every issue that bears it. */
export interface IssueKind {
  readonly severity: Issue["severity"];
  /** True when the kept record differs from what the input said: the row counts as `changed`. */
  readonly changes: boolean;
  readonly meaning: string;
  readonly hint: string;
}

function kind(severity: Issue["severity"], changes: boolean, meaning: string, hint: string): IssueKind {
  return { severity, changes, meaning, hint };
}

/**
 * Every issue code that the readers of this package give, with its meaning and its remedy. Codes are stable:
 * one may be added, none is renamed. Readers of other formats may bring codes of their own under their own prefix.
 */
export const ISSUE_CODES = {
  "input/empty": kind("error", false, "The input holds no text.", "Check that the file was written to the end."),
  "input/html": kind(
    "error",
    false,
    "The input is a web page.",
    "Download the data file itself, not the page about it.",
  ),
  "input/archive": kind("error", false, "The input is a compressed or zipped file.", "Unpack it first."),
  "input/binary": kind("error", false, "The input is not text.", "Export it as JSON, GeoJSON, CSV or TSV."),
  "input/needs-loading": kind(
    "error",
    false,
    "The input is a container that is opened only while loading.",
    "Use loadIncidents, which opens it.",
  ),
  "input/damaged": kind("error", false, "The file is cut off or damaged.", "Fetch or export it again."),
  "input/cut-off": kind(
    "warning",
    false,
    "The packed file is cut off or damaged; what could be unpacked was read.",
    "Fetch the file again to have all of it.",
  ),
  "input/too-large": kind(
    "error",
    false,
    "The file says that it unpacks to more than the limit.",
    "Raise maxBytes, or ask an engine instead of memory.",
  ),
  "input/encoding": kind("info", false, "The text was not UTF-8.", "Save the file as UTF-8 if letters look wrong."),
  "input/json-syntax": kind(
    "error",
    false,
    "The JSON breaks off or has an error.",
    "Mend the text at the given place.",
  ),
  "input/json-line": kind("error", false, "A line of JSON Lines is not JSON.", "Mend the line."),
  "input/shape": kind(
    "error",
    false,
    "The JSON holds no records.",
    'Give a collection ({"whenwhere": 1, "incidents": [...]}), an array of records, or GeoJSON.',
  ),
  "input/version": kind("warning", false, "The format version is not 1.", 'Write "whenwhere": 1.'),
  "input/no-header": kind(
    "error",
    false,
    "The first row does not name columns.",
    "Put column names into the first row.",
  ),
  "input/no-usable-row": kind("error", false, "No row could be used.", "See the issues of the rows for the reasons."),
  "input/reader-failed": kind("error", false, "A format reader stopped with an error.", "Report it to its authors."),
  "table/columns": kind("info", false, "Which columns were taken for what.", "Pass `mapping` to decide it yourself."),
  "table/no-column": kind("error", false, "No column was recognised.", "Pass `mapping`, or rename the columns."),
  "table/mapping": kind("warning", false, "A column of `mapping` is not there.", "Use a name from the header row."),
  "table/precision-codes": kind(
    "warning",
    false,
    "A column of precision codes was not read.",
    "Read the file with the preset of its publisher.",
  ),
  "table/publication-date": kind(
    "warning",
    false,
    "The only dates are those of publication; the records have no date of their own.",
    'Pass `mapping: {date: "..."}` if the happenings are of those days.',
  ),
  "table/precision": kind(
    "info",
    false,
    "How finely the publisher's codes know the records.",
    "Nothing to do: records are drawn as finely as these codes allow.",
  ),
  "table/repeated-header": kind("info", false, "The header row stands again among the rows.", "Nothing to do."),
  "table/tag-row": kind("info", false, "A row of HXL tags follows the header.", "Nothing to do."),
  "table/short-row": kind("warning", false, "The row has fewer cells than the header.", "Check the end of the row."),
  "table/long-row": kind(
    "warning",
    true,
    "The row has more cells than the header.",
    "Quote cells that hold delimiters.",
  ),
  "table/quote": kind(
    "warning",
    true,
    "A quotation mark is not closed where its cell ends.",
    "Double quotes in cells.",
  ),
  "record/not-an-object": kind("error", false, "The record is not an object.", "Give each record as {...}."),
  "record/empty": kind(
    "error",
    false,
    "The record says nothing that could be shown.",
    "Give it a title, date or place.",
  ),
  "record/duplicate": kind("info", false, "The record repeats an earlier one exactly.", "Nothing to do."),
  "record/duplicate-id": kind(
    "warning",
    true,
    "The id belongs to an earlier record; a suffix was added.",
    "Give each record its own id.",
  ),
  "record/superseded": kind(
    "warning",
    false,
    "A newer version of the same record is in the file.",
    "Nothing to do: the newest version was kept.",
  ),
  "record/id-missing": kind(
    "info",
    false,
    "The record has no id; one was made from its content.",
    "Give each record an id that stays.",
  ),
  "record/title-missing": kind(
    "info",
    false,
    "The record has no title; one was made from what it has.",
    "Give each record a title.",
  ),
  "record/reader-failed": kind(
    "error",
    false,
    "The record could not be read.",
    "Report it to the authors of the reader.",
  ),
  "field/type": kind("warning", true, "The value is of the wrong type.", "See the JSON Schema for the type."),
  "field/value": kind("warning", true, "The value is not one of those allowed.", "See the JSON Schema for the values."),
  "field/range": kind("warning", true, "The number is outside its range.", "Leave it out when it is unknown."),
  "field/missing": kind("warning", true, "A part without its required field was left out.", "Add the field."),
  "field/code": kind(
    "warning",
    true,
    "The code is not in the publisher's codebook; it says nothing.",
    "Check the value, or the version of the codebook.",
  ),
  "field/sentinel": kind(
    "info",
    false,
    "The publisher's stand-in for an unknown value was read as unknown.",
    "Nothing to do.",
  ),
  "field/unknown": kind(
    "info",
    false,
    "The field is not of this format; it was kept under `extra`.",
    "Nothing to do, or correct its name.",
  ),
  "text/control": kind(
    "info",
    true,
    "NUL or half characters were taken out of a text.",
    "Check the encoding of the file.",
  ),
  "time/syntax": kind(
    "warning",
    true,
    "The date cannot be read; the record is undated.",
    "Write it as 2022-02-02, 2022-02, 2022 or any EDTF.",
  ),
  "time/ambiguous-order": kind(
    "warning",
    true,
    "Day and month cannot be told apart; the record is undated.",
    "Pass `dayFirst: true` or `false`.",
  ),
  "time/order-inferred": kind(
    "info",
    false,
    "The order of day and month was inferred over the whole column.",
    "Pass `dayFirst` to decide it yourself.",
  ),
  "time/order-conflict": kind(
    "warning",
    true,
    "The date does not fit the order given by `dayFirst`; the record is undated.",
    "Check the date.",
  ),
  "time/two-digit-year": kind(
    "warning",
    true,
    "The century is not given; the record is undated.",
    "Write years with four digits.",
  ),
  "time/year-mismatch": kind(
    "warning",
    true,
    "The date lies outside the year that the record states; the record is undated.",
    "Check which of the two is right.",
  ),
  "time/precision-mismatch": kind(
    "warning",
    true,
    "The date does not fit its own precision code; the wider reading was taken.",
    "Check the date and its code.",
  ),
  "time/stand-in": kind(
    "warning",
    true,
    "The date is what software writes for a missing one; it was left out.",
    "Leave unknown dates empty.",
  ),
  "time/century-assumed": kind(
    "info",
    false,
    "Years of two digits were given the century of the publisher's data.",
    "Write years with four digits.",
  ),
  "time/window-read": kind("info", false, "A window of time was read out of a text.", "Check it against the text."),
  "time/text-kept": kind(
    "info",
    false,
    "A date in words could not be turned into a window; the words were kept.",
    "Write it as EDTF to have it drawn.",
  ),
  "time/calendar": kind(
    "warning",
    true,
    "The year is of another calendar, or far in the future; the record is undated.",
    "Write the day of the Gregorian calendar, as 2022-02-02.",
  ),
  "time/calendar-read": kind(
    "info",
    false,
    "Dates of a Hijri calendar were turned into Gregorian days.",
    "Check one of them: months of the lunar calendar begin a day sooner or later than tables say.",
  ),
  "time/outlier": kind(
    "warning",
    true,
    "The date lies centuries from all others of its column; the record is undated.",
    "Check the year.",
  ),
  "time/season": kind(
    "info",
    false,
    "Seasons were read as those of the northern half of the Earth.",
    "Write 2020-30 (EDTF: summer of the southern half), or the months.",
  ),
  "time/gap": kind(
    "warning",
    false,
    "Clocks of the zone were put forward over this time; the whole day is drawn.",
    "Check the time and the zone.",
  ),
  "time/fold": kind(
    "warning",
    false,
    "Clocks of the zone showed this time twice; both are drawn as possible.",
    "Add the offset, such as +02:00.",
  ),
  "time/rival": kind("info", false, "The record gives a second, different date; both were kept.", "Nothing to do."),
  "time/relative": kind(
    "info",
    true,
    "The date was counted back from the day of the report; only its coarse part was kept.",
    "Nothing to do.",
  ),
  "time/reversed": kind(
    "warning",
    true,
    "The end lies before the start; the record is undated.",
    "Swap or mend the two dates.",
  ),
  "time/midnight": kind(
    "info",
    false,
    "All times of the column are midnight; they were read as plain days.",
    "Nothing to do.",
  ),
  "time/epoch": kind("info", false, "Numbers of the column were read as time since 1970 in UTC.", "Nothing to do."),
  "time/week": kind("info", false, "Weeks were read by ISO 8601, as seven days from Monday on.", "Nothing to do."),
  "time/serial": kind("warning", true, "Counts of days were read as counted from 1900.", "Export them as dates."),
  "time/compact": kind("info", false, "Dates of eight digits were read as year, month, day.", "Write 2022-02-02."),
  "time/zone": kind("warning", true, "The time zone is not known.", "Use an IANA name such as Asia/Dubai."),
  "place/out-of-range": kind(
    "warning",
    true,
    "The coordinates are not on Earth; the point is left out.",
    "Longitude is -180 to 180, latitude -90 to 90.",
  ),
  "place/null-island": kind(
    "warning",
    true,
    "0, 0 stands for a missing place; the point is left out.",
    "Leave unknown coordinates empty.",
  ),
  "place/stand-in": kind(
    "warning",
    true,
    "The coordinates stand for a missing place; the point is left out.",
    "Leave unknown coordinates empty.",
  ),
  "place/ambiguous-order": kind(
    "warning",
    true,
    "Longitude and latitude cannot be told apart; the point is left out.",
    "Name the column lat_lon or lon_lat, or give each a column of its own.",
  ),
  "place/not-a-number": kind(
    "warning",
    true,
    "The coordinate is not a number; the point is left out.",
    "Write degrees such as -33.87.",
  ),
  "place/half": kind("warning", true, "Only one coordinate is given; the point is left out.", "Give both or none."),
  "place/swapped": kind(
    "warning",
    true,
    "Longitude and latitude seem to be swapped; the point is left out.",
    "Swap them: longitude comes first.",
  ),
  "place/swapped-column": kind(
    "warning",
    false,
    "The two coordinate columns are swapped; they were read the other way round.",
    "Rename the columns.",
  ),
  "place/unknown-with-coordinates": kind(
    "warning",
    true,
    "A place of precision `unknown` has no coordinates; they were left out.",
    "Give the true precision.",
  ),
  "place/geometry": kind(
    "warning",
    true,
    "The geometry is not valid GeoJSON; it was left out.",
    "Give [lon, lat] positions and closed rings.",
  ),
  "place/radius": kind(
    "warning",
    true,
    "The radius is not a positive number of metres; it was left out.",
    "Leave it out when it is unknown.",
  ),
  "figure/not-a-number": kind(
    "warning",
    true,
    "The figure cannot be read; it counts as unknown, not as zero.",
    "Write a whole number or a range such as 12-16.",
  ),
  "figure/disagrees": kind(
    "warning",
    false,
    "The numbers of the record contradict each other; they were kept as they stand.",
    "Check them at the source.",
  ),
  "figure/conventional": kind(
    "info",
    false,
    "Some numbers may be the codebook's stand-ins for an unknown count.",
    "See the texts of the records before adding them up.",
  ),
  "source/date": kind(
    "info",
    true,
    "The date of a source is impossible or a stand-in; the source has none.",
    "Check the date of the publication.",
  ),
  "source/older": kind("info", false, "A source is older than what it reports.", "Check the two dates."),
  "source/unknown-key": kind(
    "info",
    false,
    "The record names a source that the collection does not describe.",
    "Add it under `sources`.",
  ),
  "relation/unknown-id": kind("info", false, "The record points to one that is not here.", "Check the id."),
} as const satisfies Record<string, IssueKind>;

/** A code of {@link ISSUE_CODES}. */
export type IssueCode = keyof typeof ISSUE_CODES;

/** What is known about a code; codes of foreign readers count as warnings that change nothing. */
export function issueKind(code: string): IssueKind {
  return Object.hasOwn(ISSUE_CODES, code)
    ? ISSUE_CODES[code as IssueCode]
    : { severity: "warning", changes: false, meaning: code, hint: "See the reader's documentation." };
}
