import type { Incident } from "@whenwhere/model";

/** One way in which a date can be known, with the record that shows it. */
export interface TimeGlyph {
  readonly name: string;
  readonly says: string;
  readonly record: Partial<Incident>;
}

/** Every time glyph of the design, in the order in which the design lists them. */
export const TIME_GLYPHS: Readonly<Record<string, TimeGlyph>> = {
  exactMoment: {
    name: "Exact moment",
    says: "A time of day in a zone: the solid mark of the category, as wide as nothing.",
    record: {
      title: "Reconnaissance drone brought down",
      category: "shootdown",
      when: { edtf: "2022-01-14T09:30", zone: "Asia/Aden" },
    },
  },
  someHourThatDay: {
    name: "Some hour that day",
    says: "A calendar day without an hour: a block as wide as the day.",
    record: { title: "Drones launched at a port", category: "strike", when: { edtf: "2022-02-02" } },
  },
  withinMonth: {
    name: "Within a month",
    says: "Once, some time in the month: a pale bar with caps, because the month has sharp edges.",
    record: { title: "Unrest in several cities", category: "unrest", when: { edtf: "2022-01" } },
  },
  withinApproximate: {
    name: "Within, edges approximate",
    says: "Once, between two days that are themselves approximate: the edges fade.",
    record: {
      title: "Attack on a village, not named",
      category: "attack",
      when: { edtf: "2022-01-18~/2022-01-31~", span: "within" },
    },
  },
  uncertainDate: {
    name: "Uncertain date",
    says: "A day that the source doubts: a question mark beside it.",
    record: { title: "Drone brought down", category: "shootdown", when: { edtf: "2022-01-14?" } },
  },
  throughoutFaded: {
    name: "Throughout, faded ends",
    says: "All of the time: a solid core; the ends fade because they are approximate.",
    record: {
      title: "14,000 people displaced",
      category: "unrest",
      when: { edtf: "2022-01-10~/2022-02-05~", span: "throughout" },
    },
  },
  openEnd: {
    name: "Open end",
    says: "Not over when last reported: the bar fades out with an arrow.",
    record: {
      title: "People displaced from the coast",
      category: "unrest",
      when: { edtf: "2022-01-18~/..", span: "throughout" },
    },
  },
  unknownEnd: {
    name: "Unknown end",
    says: "It ended and nobody says when: the bar fades out with a question mark.",
    record: {
      title: "Troops sent to the north",
      category: "deployment",
      when: { edtf: "2022-01-10/", span: "throughout" },
    },
  },
  ongoing: {
    name: "Ongoing",
    says: "Going on when it was stated; neither start nor end is given.",
    record: { title: "Troops in the north", category: "deployment", when: { edtf: "../..", span: "ongoing" } },
  },
  onOrBefore: {
    name: "On or before",
    says: "An upper bound is not the date.",
    record: { title: "Arrest of a deputy leader", category: "arrest", when: { edtf: "[..2022-02-02]" } },
  },
  onOrAfter: {
    name: "On or after",
    says: "A lower bound is not the date.",
    record: { title: "Joint exercise", category: "exercise", when: { edtf: "[2022-01-21..]" } },
  },
  series: {
    name: "Series with a count",
    says: "Twenty or more inside the span. The ticks are evenly spread on purpose: which days is not known.",
    record: {
      title: "Attacks on four villages",
      category: "attack",
      when: { edtf: "2022-01-18~/2022-01-31~", span: "series", count: 20, countAtLeast: true },
    },
  },
  oneOfSet: {
    name: "One of a set",
    says: "One of three days: each has a third of the ink.",
    record: {
      title: "Missile aimed at an official",
      category: "strike",
      when: { edtf: "[2022-01-04,2022-01-14,2022-01-29]" },
    },
  },
  planned: {
    name: "Planned",
    says: "A plan is hollow: nothing has happened yet.",
    record: {
      title: "Naval exercise",
      category: "exercise",
      status: "planned",
      when: { edtf: "2022-02-07/2022-02-18", span: "throughout" },
    },
  },
  cancelled: {
    name: "Planned, not held",
    says: "Struck through: it did not take place.",
    record: { title: "Cyber drill", category: "exercise", status: "cancelled", when: { edtf: "2022-01" } },
  },
  alleged: {
    name: "Alleged",
    says: "One speaker says so: a dashed outline.",
    record: {
      title: "Aircraft shot down",
      category: "shootdown",
      status: "alleged",
      when: { edtf: "2022-01-10/2022-01-24" },
    },
  },
  disputed: {
    name: "Disputed, two readings",
    says: "Two speakers, two spans: both are drawn and joined.",
    record: {
      title: "Attacks on four villages",
      category: "attack",
      status: "disputed",
      when: { edtf: "2022-01-18~/2022-01-31~" },
      claims: [
        { id: "a", field: "when", value: { edtf: "2022-01-18~/2022-01-31~" }, by: "summary" },
        { id: "b", field: "when", value: { edtf: "2022-01-21/2022-02-03" }, by: "officials" },
      ],
    },
  },
  noDate: {
    name: "No date",
    says: "Listed and counted, never placed.",
    record: { title: "Attacks on pipelines", category: "attack", status: "alleged", when: { edtf: null } },
  },
};
