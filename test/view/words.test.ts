import type { SpanMeaning, Status } from "@whenwhere/model";
import { arabic, createWords, workspaceTexts } from "@whenwhere/view/pure";
import { describe, expect, it, vi } from "vitest";

type Row = readonly [edtf: string | null, span: SpanMeaning, status: Status, long: string, short: string];

const rows: readonly Row[] = [
  ["2022-02-02", "within", "happened", "2 February 2022, hour not given", "2 Feb 2022"],
  ["2022-01", "within", "happened", "once, some time in January 2022", "in January 2022"],
  [
    "2022-01-18~/2022-01-31~",
    "within",
    "happened",
    "once, between about 18 and about 31 January 2022",
    "about 18–31 Jan 2022",
  ],
  ["2022-01-14?", "within", "happened", "14 January 2022, but the source doubts it", "14 Jan 2022?"],
  [
    "2022-01-10~/2022-02-05~",
    "throughout",
    "happened",
    "all of the time from about 10 January to about 5 February 2022",
    "about 10 Jan–5 Feb 2022",
  ],
  [
    "2022-01-18~/..",
    "throughout",
    "happened",
    "from about 18 January 2022, not over when last reported",
    "from about 18 Jan 2022",
  ],
  ["2022-01-10/", "throughout", "happened", "from 10 January 2022; it ended, nobody says when", "from 10 Jan 2022"],
  ["../..", "ongoing", "happened", "going on when last reported; start and end not given", "ongoing"],
  ["2022-02-03", "ongoing", "happened", "going on when stated on 3 February 2022; start and end not given", "ongoing"],
  ["[..2022-02-02]", "within", "happened", "on 2 February 2022 or at any time before", "on or before 2 Feb 2022"],
  ["[2022-01-21..]", "within", "happened", "on 21 January 2022 or at any time after", "on or after 21 Jan 2022"],
  [
    "[2022-01-04,2022-01-14,2022-01-29]",
    "within",
    "happened",
    "on one of three days: 4, 14 or 29 January 2022",
    "4, 14 or 29 Jan 2022",
  ],
  ["2022-02-07/2022-02-18", "within", "planned", "planned for 7 to 18 February 2022", "7–18 Feb 2022, planned"],
  ["2022-01", "within", "cancelled", "planned for January 2022, not held", "in January 2022, not held"],
  ["2022-01-10/2022-01-24", "within", "alleged", "alleged: between 10 and 24 January 2022", "10–24 Jan 2022, alleged"],
  [null, "within", "happened", "no date given", "no date given"],
  ["199X", "within", "happened", "once, some time in the 1990s", "in the 1990s"],
  ["18XX", "within", "happened", "once, some time in the 19th century", "in the 19th century"],
  ["2021", "within", "happened", "once, some time in 2021", "in 2021"],
  ["2021~", "within", "happened", "once, about 2021", "about 2021"],
  ["2021-22", "within", "happened", "once, some time in summer 2021", "in summer 2021"],
  ["2022-XX", "within", "happened", "once, some time in 2022", "in 2022"],
  ["2022-01-3X", "within", "happened", "once, between 30 and 31 January 2022", "30–31 Jan 2022"],
  ["2022-1X", "within", "happened", "once, between 1 October and 31 December 2022", "1 Oct–31 Dec 2022"],
  ["-0043-03-15", "within", "happened", "15 March 44 BCE, hour not given", "15 Mar 44 BCE"],
  ["-0043", "within", "happened", "once, some time in 44 BCE", "in 44 BCE"],
  ["Y-17000000", "within", "happened", "once, some time in 17 million BCE", "in 17 million BCE"],
  ["2022-01-14T09:30", "within", "happened", "14 January 2022, 09:30", "14 Jan 2022, 09:30"],
  ["2022-01-14T06:30Z", "within", "happened", "14 January 2022, 06:30 UTC", "14 Jan 2022, 06:30 UTC"],
  ["[..2021]", "within", "happened", "in 2021 or at any time before", "in or before 2021"],
  [
    "[2022-02..]",
    "within",
    "planned",
    "planned for February 2022 or any time after",
    "in or after February 2022, planned",
  ],
  [
    "2021-12-20/2022-01-05",
    "within",
    "happened",
    "once, between 20 December 2021 and 5 January 2022",
    "20 Dec 2021–5 Jan 2022",
  ],
  ["2022-01-03", "within", "retracted", "3 January 2022, hour not given; since withdrawn", "3 Jan 2022, withdrawn"],
  ["{2022-01-04,2022-01-14}", "within", "happened", "on both of two days: 4 and 14 January 2022", "4 and 14 Jan 2022"],
  ["2022-05~/..", "within", "happened", "in about May 2022 or at any time after", "in or after about May 2022"],
  ["nonsense", "within", "happened", "date not understood: nonsense", "date not understood: nonsense"],
];

describe("dates in English words", () => {
  const words = createWords("en");
  it.each(rows)("say %s (%s, %s) as %s", (edtf, span, status, long, short) => {
    expect([words.when({ edtf, span }, status), words.whenShort({ edtf, span }, status)]).toEqual([long, short]);
  });
});

describe("words of other locales", () => {
  it("are English where there are no texts, and run as English does, with the locale's own numbers", () => {
    const words = createWords("ar-EG");
    expect([words.dir, createWords("he").dir, createWords("ar-EG", [arabic]).dir]).toEqual(["ltr", "ltr", "rtl"]);
    expect(words.t("counts.shown", { shown: 1, total: 2 })).toBe("١ of ٢ shown");
  });

  it("say dates in Arabic with their own order and plurals", () => {
    const words = createWords("ar-AE", [arabic]);
    expect(words.dir).toBe("rtl");
    expect(words.when({ edtf: "2022-02-02" })).toBe("2 فبراير 2022، الساعة غير مذكورة");
    expect(words.when({ edtf: "[2022-01-04,2022-01-14,2022-01-29]" })).toContain("في أحد ثلاثة أيام");
    expect(words.whenShort({ edtf: "[..2022-02-02]" })).toBe("في 2 فبراير 2022 أو قبله");
  });

  it("do not leave out the year where it does not stand last", () => {
    expect(createWords("en-US").when({ edtf: "2022-01-18/2022-01-31" })).toBe(
      "once, between January 18, 2022 and January 31, 2022",
    );
  });

  it("write dates and numbers of a language without texts in its own way", () => {
    const words = createWords("de");
    expect(words.when({ edtf: "2022-02-02" })).toBe("2. Februar 2022, hour not given");
    expect(words.counts({ shown: 1200, total: 1204, certain: 1200, possible: 0, undated: 0, unplaced: 0 })).toBe(
      "1.200 of 1.204 shown",
    );
  });
});

describe("other words", () => {
  const words = createWords("en");

  it("show a moment in the zone of the event", () => {
    expect(words.when({ edtf: "2022-01-14T06:30Z", zone: "Asia/Aden" })).toBe("14 January 2022, 09:30 in Aden");
    expect(words.when({ edtf: "2022-01-14T09:30", zone: "Asia/Aden" })).toBe("14 January 2022, 09:30 in Aden");
  });

  it("count a series and say that its days are not known", () => {
    const when = { edtf: "2022-01-18~/2022-01-31~", span: "series", count: 20, countAtLeast: true } as const;
    expect(words.when(when)).toBe("20 or more, about 18 to 31 January 2022; which days is not given");
    expect(words.whenShort(when)).toBe("20+, about 18–31 Jan 2022");
    expect(words.when({ ...when, count: null })).toBe("several, about 18 to 31 January 2022; which days is not given");
  });

  it("do not count a date that is the set of what the speakers say as a reading of its own", () => {
    const incident = {
      id: "a",
      title: "A",
      when: { edtf: "[2022-01-02,2022-01-03]" },
      claims: [
        { id: "1", field: "when", value: { edtf: "2022-01-02" }, by: "one" },
        { id: "2", field: "when", value: { edtf: "2022-01-03" }, by: "other" },
      ],
    };
    expect(words.whenOf(incident)).toBe("two readings: 2 January 2022 or 3 January 2022");
  });

  it("name both readings of a disputed date", () => {
    const claims = [{ id: "a", field: "when", value: { edtf: "2022-01-21/2022-02-03" }, by: "officials" }];
    const incident = { id: "x", title: "Attacks", when: { edtf: "2022-01-18~/2022-01-31~" }, claims };
    expect(words.whenOf(incident)).toBe("two readings: about 18 to 31 January 2022 or 21 January to 3 February 2022");
    expect(words.whenShortOf(incident)).toBe("two readings");
  });

  it("do not read a date out of its denial", () => {
    const claims = [
      { id: "a", field: "when", value: { edtf: "2022-01-14" }, by: "officials" },
      { id: "b", field: "when", value: { edtf: "2022-01-14" }, by: "a witness", stance: "denies" as const },
      { id: "c", field: "when", value: { edtf: "2022-01-15" }, by: "a minister", stance: "denies" as const },
    ];
    const incident = { id: "x", title: "Attack", when: { edtf: "2022-01-14" }, claims };
    expect(words.whenOf(incident)).toBe("14 January 2022, hour not given");
  });

  it("say how finely a place is known and who says so", () => {
    const says = [
      words.where({ name: "Abu Dhabi", lon: 54, lat: 24, precision: "settlement", radiusM: 15000, basis: "assumed" }),
      words.where({ name: "Cabo Delgado", precision: "province", admin1: "Cabo Delgado", country: "MZ" }),
      words.where({ name: "northern Mozambique", precision: "region", country: "MZ" }),
      words.where({ precision: "country", country: "YE" }),
      words.where({ name: "Arabian Sea", precision: "sea" }),
      words.where({ name: "Sirwah", precision: "district", country: "YE", obscured: true }),
      words.where({ lon: -58.25, lat: -34.5, precision: "exact" }),
      words.where({ country: "YE" }),
      words.where({ name: "Ataq", admin1: "Shabwa", country: "YE" }),
      words.where({ name: "Ataq" }),
      words.where({ lon: 0, lat: 0.5, precision: "exact" }),
      words.where({ lon: 9.5, lat: 0, precision: "exact" }),
      words.where({ name: "Tadef", lon: 37, lat: 36, radiusM: 800, basis: "codebook" }),
      words.where({ name: "Tadef", lon: 37, lat: 36, radiusM: 1500, basis: "measured" }),
      words.where({ name: "southern YEMEN", precision: "region", country: "YE" }),
      words.where(undefined),
    ];
    expect(says).toEqual([
      "Abu Dhabi, within 15 km (assumed)",
      "somewhere in Cabo Delgado, Mozambique",
      "somewhere in northern Mozambique",
      "somewhere in Yemen",
      "at sea: Arabian Sea",
      "somewhere in Sirwah, Yemen; the publisher withheld the point",
      "34.5° S, 58.25° W, at this point",
      "somewhere in Yemen",
      "somewhere in Ataq, Shabwa, Yemen",
      "Ataq; where that is, is not known",
      "0.5° N, 0° E, at this point",
      "0° N, 9.5° E, at this point",
      "Tadef, within 800 m (the publisher's rule)",
      "Tadef, within 1.5 km",
      "somewhere in southern YEMEN",
      "place not given",
    ]);
  });

  it("print the honest count, zero parts left out", () => {
    expect(words.counts({ shown: 312, total: 1204, certain: 271, possible: 41, undated: 0, unplaced: 20 })).toBe(
      "312 of 1,204 shown, 41 only possibly in this window, 20 not on the map",
    );
  });

  it("measure a span as people say it", () => {
    expect(words.range(Date.UTC(2021, 11, 1), Date.UTC(2022, 1, 16))).toBe(
      "1 December 2021 to 15 February 2022, 11 weeks",
    );
    expect(words.range(Date.UTC(2022, 1, 1), Date.UTC(2022, 1, 16))).toBe("1 to 15 February 2022, 15 days");
    expect(words.range(Date.UTC(2022, 1, 2), Date.UTC(2022, 1, 3))).toBe("2 February 2022, 1 day");
  });

  it.each([
    ["2022-01-01", "2022-02-01", "January 2022"],
    ["2022-01-01", "2022-04-01", "January to March 2022, 3 months"],
    ["2021-11-01", "2022-02-01", "November 2021 to January 2022, 3 months"],
    ["2022-01-01", "2023-01-01", "2022"],
    ["2018-01-01", "2025-01-01", "2018 to 2024, 7 years"],
    ["2022-01-02", "2022-02-01", "2 to 31 January 2022, 4 weeks"],
    ["2022-01-01T06:00Z", "2022-02-01", "1 to 31 January 2022, 4 weeks"],
  ])("name a span of whole months or years by them: %s to %s", (start, end, text) => {
    expect(words.range(Date.parse(start), Date.parse(end))).toBe(text);
  });

  it("write the first of a month as French does, and no other day or language so", () => {
    const french = createWords("fr");
    expect(french.whenShort({ edtf: "2022-01-01" })).toBe("1er janv. 2022");
    expect(french.whenShort({ edtf: "2022-01-11" })).toBe("11 janv. 2022");
    expect(french.range(Date.UTC(2022, 0, 1), Date.UTC(2022, 0, 16))).toMatch(/^1er .+ 15 janvier 2022, /);
    expect(french.when({ edtf: "2022-03-01T06:30", zone: "Asia/Dubai" })).toContain("1er mars 2022");
    expect(createWords("es").whenShort({ edtf: "2022-01-01" })).toBe("1 ene 2022");
  });

  it("name a record wholly in one sentence", () => {
    const incident = {
      id: "x",
      title: "A strike.",
      category: "strike",
      status: "alleged",
      when: { edtf: "2022-01" },
    } as const;
    expect(words.incident(incident)).toBe(
      "A strike. Drone or missile strike, alleged. When: alleged: some time in January 2022. Where: place not given.",
    );
  });

  it("come in English for every key that Arabic has, and in Arabic for every key that English has", () => {
    const inArabic = createWords("ar", [arabic]);
    const inEnglish = words.withTexts(workspaceTexts);
    expect(inEnglish.withTexts(workspaceTexts)).toBe(inEnglish);
    const keys = ["card.none", "facets.search", "legend.title", "workspace.share", "table.what", "rule.median"];
    for (const key of keys) {
      expect(inEnglish.t(key)).not.toBe(key);
      expect(inArabic.t(key)).not.toBe(inEnglish.t(key));
    }
    expect(words.t("no.such.key")).toBe("no.such.key");
  });
});

describe("words that nothing has been said with", () => {
  it("have asked the platform for no rules, and ask once for those of a plural", () => {
    const made = vi.fn();
    class Counted extends Intl.PluralRules {
      constructor(...given: ConstructorParameters<typeof Intl.PluralRules>) {
        super(...given);
        made();
      }
    }
    vi.stubGlobal("Intl", {
      ...Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Intl[name as "Locale"]])),
      PluralRules: Counted,
    });
    try {
      const words = createWords("en");
      expect(made).not.toHaveBeenCalled();
      const centuries = [21, 22].map((n) => words.t("date.century.ordinal", { n }));
      expect(centuries).toEqual(["the 21st century", "the 22nd century"]);
      expect(made).toHaveBeenCalledOnce();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
