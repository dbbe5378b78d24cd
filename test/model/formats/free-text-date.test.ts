import { tryParseEdtf } from "@whenwhere/model";
import { readFreeTextDate } from "@whenwhere/model/formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullRuns } from "../../full-runs.ts";

/** Words, the window they mean, and whether they say that it was filled. */
const WINDOWS: readonly (readonly [words: string, edtf: string, span?: "throughout"])[] = [
  ["2 July 2021", "2021-07-02"],
  ["July 2, 2021", "2021-07-02"],
  ["2nd of July 2021", "2021-07-02"],
  ["Friday 2 July 2021", "2021-07-02"],
  ["July 2021", "2021-07"],
  ["2021", "2021"],
  ["2021-07-02", "2021-07-02"],
  ["13/02/1970", "1970-02-13"],
  ["2/13/1970", "1970-02-13"],
  ["12/1970", "1970-12"],
  ["around 2 July 2021", "[2021-07-01..2021-07-03]"],
  ["about July 2, 2021", "[2021-07-01..2021-07-03]"],
  ["on or about 1 March 2020", "[2020-02-29..2020-03-02]"],
  ["approximately March 1999", "1999-03~"],
  ["circa 1999", "1999~"],
  ["c. 1999", "1999~"],
  ["~1999", "1999~"],
  ["early March 1999", "[1999-03-01..1999-03-10]"],
  ["beginning of March 1999", "[1999-03-01..1999-03-10]"],
  ["mid March 1999", "[1999-03-11..1999-03-20]"],
  ["Mid-December 1970", "[1970-12-11..1970-12-20]"],
  ["late March 1999", "[1999-03-21..1999-03-31]"],
  ["late February 2020", "[2020-02-21..2020-02-29]"],
  ["the end of April 2021", "[2021-04-21..2021-04-30]"],
  ["early to mid March 1999", "[1999-03-01..1999-03-20]"],
  ["mid-to-late March 1999", "[1999-03-11..1999-03-31]"],
  ["early 1999", "[1999-01..1999-04]"],
  ["mid-2020", "[2020-05..2020-08]"],
  ["late 2021", "[2021-09..2021-12]"],
  ["end of the year 2021", "[2021-09..2021-12]"],
  ["first half of 1978", "[1978-01..1978-06]"],
  ["the second half of 1978", "[1978-07..1978-12]"],
  ["first half of March 1999", "[1999-03-01..1999-03-15]"],
  ["latter half of February 2021", "[2021-02-16..2021-02-28]"],
  ["third quarter of 2020", "[2020-07..2020-09]"],
  ["Q1 2020", "[2020-01..2020-03]"],
  ["last two weeks of January 2022", "[2022-01-18..2022-01-31]"],
  ["first week of May 2021", "[2021-05-01..2021-05-07]"],
  ["second week of May 2021", "[2021-05-08..2021-05-14]"],
  ["fifth week of May 2021", "[2021-05-29..2021-05-31]"],
  ["last week of February 2021", "[2021-02-22..2021-02-28]"],
  ["first ten days of June 2020", "[2020-06-01..2020-06-10]"],
  ["last 3 days of June 2020", "[2020-06-28..2020-06-30]"],
  ["first three months of 1999", "[1999-01..1999-03]"],
  ["last month of 1999", "1999-12"],
  ["week of 5 May 2021", "[2021-04-29..2021-05-11]"],
  ["week beginning 3 May 2021", "[2021-05-03..2021-05-09]"],
  ["weekend of 7 May 2021", "[2021-05-08..2021-05-09]"],
  ["weekend of 9 May 2021", "[2021-05-08..2021-05-09]"],
  ["weekend of 5 May 2021", "[2021-05-01..2021-05-09]"],
  ["night of 5 May 2021", "[2021-05-05..2021-05-06]"],
  ["night of 5-6 May 2021", "[2021-05-05..2021-05-06]"],
  ["evening of 5 May 2021", "2021-05-05"],
  ["February 11-14, 1970", "[1970-02-11..1970-02-14]"],
  ["11-14 February 1970", "[1970-02-11..1970-02-14]"],
  ["11 – 14 February 1970", "[1970-02-11..1970-02-14]"],
  ["30 June - 2 July 2021", "[2021-06-30..2021-07-02]"],
  ["28 December - 3 January 2021", "[2020-12-28..2021-01-03]"],
  ["between 24 February and 10 March 2023", "[2023-02-24..2023-03-10]"],
  ["between 24 February - 10 March 2023", "[2023-02-24..2023-03-10]"],
  ["between 24 and 28 February 2023", "[2023-02-24..2023-02-28]"],
  ["sometime between March and May 2020", "[2020-03..2020-05]"],
  ["2001-12-31 to 2002-01-03", "[2001-12-31..2002-01-03]"],
  ["December 1970 - January 1971", "[1970-12..1971-01]"],
  ["1990-1993", "[1990..1993]"],
  ["1990-93", "[1990..1993]"],
  ["from 3 to 5 May 2020", "2020-05-03/2020-05-05", "throughout"],
  ["from March until June 2020", "2020-03/2020-06", "throughout"],
  ["5 or 6 May 2021", "[2021-05-05,2021-05-06]"],
  ["April or May 2020", "[2020-04,2020-05]"],
  ["late March or early April 1999", "[1999-03-21..1999-03-31,1999-04-01..1999-04-10]"],
  ["before 5 May 2020", "[..2020-05-04]"],
  ["on or before 5 May 2020", "[..2020-05-05]"],
  ["by 5 May 2020", "[..2020-05-05]"],
  ["after May 2020", "[2020-06-01..]"],
  ["since March 2020", "2020-03/..", "throughout"],
  ["from March 2020 onwards", "2020-03/..", "throughout"],
  ["(Believed to be) 2020-05-26", "2020-05-26?"],
  ["possibly 26 May 2020", "2020-05-26?"],
  ["26 May 2020?", "2020-05-26?"],
  ["probably around 1999", "1999%"],
  ["spring 2020", "2020-21"],
  ["the winter of 2019", "[2018-12..2020-02]"],
  ["2020 Q3", "[2020-07..2020-09]"],
  ["44 BC", "-0043"],
  ["1 BC", "0000"],
  ["the 1970s", "197X"],
  ["early 1970s", "197X"],
  ["19th century", "18XX"],
];

/** Words that could be two dates or are none. */
const REFUSED: readonly (readonly [words: string, reason: RegExp])[] = [
  ["", /no date/],
  ["Unknown", /no date/],
  ["unknown date", /no date/],
  ["05/03/2024", /cannot be told apart/],
  ["5/3/70", /century/],
  ["around 2 July", /no year/],
  ["early March", /no year/],
  ["the 12th of 2020", /no month/],
  ["30 February 2021", /no date of the calendar/],
  ["February 28-31, 1970", /no date of the calendar/],
  ["Monday 5 May 2021", /was no mon/],
  ["Friday", /no year/],
  ["Friday of March 2021", /day of the week/],
  ["last week", /cannot|no date/],
  ["recently", /no date in words/],
  ["Ramadan 2020", /no date in words/],
  ["Christmas 1999", /no date in words/],
  ["14-11 February 1970", /before it begins/],
  ["from 2021 to 2019", /before it begins/],
  ["second two weeks of May 2021", /two ways/],
  ["third half of 1978", /no half/],
  ["last 40 days of May 2021", /do not lie/],
  ["2004\u201306", /month or two years/],
  ["last October", /no date in words/],
  ["week of May 2021", /no day/],
  ["two days after the battle", /no date in words/],
  ["x".repeat(200), /too long/],
];

describe("readFreeTextDate", () => {
  const windows = WINDOWS.map(([words, edtf, span]) => [words, edtf, span ?? "within"] as const);
  it.each(windows)("reads %j as %s", (words, edtf, span) => {
    expect(readFreeTextDate(words)).toEqual({ edtf, span, refusal: null });
    expect(tryParseEdtf(edtf).error).toBeNull();
  });

  it.each(REFUSED)("refuses %j and says why", (words, reason) => {
    const { edtf, refusal } = readFreeTextDate(words);
    expect(edtf).toBeNull();
    expect(refusal).toMatch(reason);
  });

  it("takes the year and month that the words leave out from their surroundings", () => {
    expect(readFreeTextDate("around 2 July", { year: 2021 }).edtf).toBe("[2021-07-01..2021-07-03]");
    expect(readFreeTextDate("between 24 February and 10 March", { year: 2023 }).edtf).toBe("[2023-02-24..2023-03-10]");
    expect(readFreeTextDate("11-14", { year: 1970, month: 2 }).edtf).toBe("[1970-02-11..1970-02-14]");
  });

  it.each([
    ["yesterday", "2022-03-02", "2022-03-01"],
    ["last night", "2022-03-02", "[2022-03-01..2022-03-02]"],
    ["three days ago", "2022-03-02", "2022-02-27"],
    ["last week", "2022-03-02", "[2022-02-17..2022-03-01]"],
    ["last month", "2022-01-02", "2021-12"],
    ["last October", "2022-03-02", "2021-10"],
    ["last October", "2022-10-30", "2021-10"],
    ["last October", "2022-11-20", "[2021-10,2022-10]"],
    ["in last year", "2022-11-20", "2021"],
    ["last Friday", "2022-03-06", "[2022-02-25,2022-03-04]"],
  ])("counts %j, written on %s, as %s", (words, textDate, edtf) => {
    expect(readFreeTextDate(words, { textDate })).toMatchObject({ edtf, relative: true });
    expect(readFreeTextDate(words).refusal).not.toBeNull();
  });

  it("gives EDTF or a reason for whatever words it is fed", () => {
    const words = fc
      .array(
        fc.constantFrom(
          ...[
            "early",
            "late",
            "mid",
            "around",
            "between",
            "and",
            "or",
            "to",
            "-",
            "/",
            "from",
            "until",
            "first",
            "last",
            "half",
          ],
          ...[
            "week",
            "of",
            "two",
            "days",
            "May",
            "February",
            "31",
            "29",
            "1999",
            "2021",
            "70",
            "0",
            "the",
            "1970s",
            "?",
            "(",
            ")",
          ],
          ...["before", "since", "Q4", "spring", "night", "Monday", "13/13/1999", "é", "\0", "century", "20th"],
        ),
        { maxLength: 9 },
      )
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), (text) => {
        const { edtf, refusal } = readFreeTextDate(text);
        return edtf === null ? typeof refusal === "string" && refusal !== "" : tryParseEdtf(edtf).date !== null;
      }),
      { numRuns: fullRuns(10_000), seed: 7 },
    );
  });
});
