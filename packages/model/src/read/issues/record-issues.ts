import { type IssueKind, kind } from "./issue-kind.ts";

/** Issues of a record and of its fields, figures, sources and relations. */
export const RECORD_ISSUES = {
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
