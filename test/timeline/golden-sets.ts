import { CAP, FADE, type GoldenCase } from "./golden-case.ts";

const claims = [
  { id: "1", field: "when", value: { edtf: "2022-01-18~/2022-01-31~" }, by: "summary" },
  { id: "2", field: "when", value: { edtf: "2022-01-21/2022-02-03" }, by: "officials" },
];

/** Sets of dates, and who vouches for them. */
export const SET_CASES: readonly GoldenCase[] = [
  // Sets
  {
    name: "one-of-days",
    when: { edtf: "[2022-01-04,2022-01-14,2022-01-29]" },
    words: "on one of three days: 4, 14 or 29 January 2022",
    kind: "set",
    edges: CAP,
  },
  {
    name: "one-of-range",
    when: { edtf: "[2022-01-04,2022-01-14..2022-01-18]" },
    words: "one of two dates: 4 January 2022 or 14 to 18 January 2022",
    kind: "set",
    edges: CAP,
  },
  {
    name: "all-of-days",
    when: { edtf: "{2022-01-04,2022-01-14}" },
    words: "on both of two days: 4 and 14 January 2022",
    kind: "set",
    edges: CAP,
  },
  {
    name: "one-of-months",
    when: { edtf: "[2021-12,2022-02]" },
    words: "one of two dates: December 2021 or February 2022",
    kind: "set",
    edges: CAP,
  },
  // Who vouches
  {
    name: "planned",
    when: { edtf: "2022-02-07/2022-02-18" },
    more: { status: "planned" },
    words: "planned for 7 to 18 February 2022",
    kind: "within",
    edges: CAP,
    outline: "hollow",
  },
  {
    name: "cancelled",
    when: { edtf: "2022-01" },
    more: { status: "cancelled" },
    words: "planned for January 2022, not held",
    kind: "within",
    edges: CAP,
    outline: "struck",
  },
  {
    name: "retracted",
    when: { edtf: "2022-01-03" },
    more: { status: "retracted" },
    words: "3 January 2022, hour not given; since withdrawn",
    kind: "within",
    edges: CAP,
    outline: "struck",
  },
  {
    name: "alleged",
    when: { edtf: "2022-01-10/2022-01-24" },
    more: { status: "alleged" },
    words: "alleged: between 10 and 24 January 2022",
    kind: "within",
    edges: CAP,
    outline: "dashed",
  },
  {
    name: "disputed",
    when: { edtf: "2022-01-18~/2022-01-31~" },
    more: { status: "disputed", claims },
    words: "two readings: about 18 to 31 January 2022 or 21 January to 3 February 2022",
    kind: "within",
    edges: FADE,
    readings: 2,
  },
];
