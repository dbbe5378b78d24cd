import {
  type Figure,
  hasRivals,
  headline,
  headlines,
  type Incident,
  rivalClaims,
  rivalDates,
  rivalPlaces,
  WhenWhereError,
} from "@whenwhere/model";
import { describe, expect, it } from "vitest";

const killed = (...parts: Partial<Figure>[]): Figure[] => parts.map((part) => ({ measure: "killed", ...part }));
const incident = (parts: Partial<Incident>): Incident => ({ id: "a", title: "A", ...parts });

describe("headline", () => {
  const figures = killed(
    { best: 14, by: "army" },
    { low: 12, kind: "lowest-reported", by: "mayor" },
    { low: 15, high: 20, by: "rebels" },
    { best: null, kind: "unknown", by: "UN" },
  );
  it.each([
    ["first-source", 14, "army"],
    ["lowest", 12, "mayor"],
    ["highest", 20, "rebels"],
    ["median", 14, "army"],
  ] as const)("takes by the rule %s the number %s of the %s", (rule, value, by) => {
    expect(headline(figures, rule)).toMatchObject({
      measure: "killed",
      rule,
      value,
      by,
      low: 12,
      high: null,
      speakers: 4,
      disputed: true,
    });
  });

  it("does not take unknown for zero, nor agreement for dispute", () => {
    expect(headline(killed({ best: null, kind: "unknown" }))).toMatchObject({
      value: null,
      low: null,
      high: null,
      disputed: false,
    });
    expect(headline(killed({ best: 3, by: "a" }, { best: 3, by: "b" }))).toMatchObject({
      value: 3,
      high: 3,
      disputed: false,
    });
    expect(headline(killed({ best: 0 }))).toMatchObject({ value: 0, disputed: false });
    expect(headline([])).toBeNull();
  });

  it("does not dispute a number with a speaker who has none", () => {
    const figures = killed({ best: 3, by: "a" }, { best: null, kind: "unknown", by: "b" });
    expect(headline(figures)).toMatchObject({ value: 3, disputed: false });
  });

  it("is open above only where a least number has no greatest beside it", () => {
    expect(headline(killed({ low: 12, kind: "lowest-reported" }))).toMatchObject({ low: 12, high: null });
    expect(headline(killed({ low: 12, high: 20, kind: "lowest-reported" }))).toMatchObject({ low: 12, high: 20 });
    expect(headline(killed({ low: 12, high: 20, kind: "range" }))).toMatchObject({ value: 12, high: 20 });
  });

  it("names the first of those who gave the chosen number, and the lower of two in the middle", () => {
    const figures = killed({ best: 8, by: "a" }, { best: 2, by: "b" }, { best: 8, by: "c" }, { best: 2, by: "d" });
    expect(headline(figures, "lowest")).toMatchObject({ value: 2, by: "b" });
    expect(headline(figures, "highest")).toMatchObject({ value: 8, by: "a" });
    expect(headline(figures, "median")).toMatchObject({ value: 2, by: "d" });
  });

  it("throws when figures of two measures are mixed, which headlines keeps apart", () => {
    const mixed = [...killed({ best: 1 }), { measure: "injured", best: 5 }];
    expect(() => headline(mixed)).toThrow(WhenWhereError);
    expect(headlines(mixed).map(({ measure, value }) => `${measure} ${value}`)).toEqual(["killed 1", "injured 5"]);
  });
});

describe("rival claims", () => {
  it("lists the record's own date first and the rival readings after it", () => {
    const record = incident({
      when: { edtf: "2022-02-02" },
      claims: [
        { id: "c1", field: "when", value: { edtf: "2022-02-03" }, by: "army" },
        { id: "c2", field: "when", value: "2022-02-04", by: "mayor" },
      ],
    });
    expect(rivalDates(record).map(({ edtf, by, claimId }) => [edtf, by, claimId])).toEqual([
      ["2022-02-02", null, null],
      ["2022-02-03", "army", "c1"],
      ["2022-02-04", "mayor", "c2"],
    ]);
    expect(hasRivals(record)).toBe(true);
  });

  it("sees no rivals where speakers agree, or speak alone", () => {
    expect(
      rivalClaims(
        incident({ when: { edtf: "2022-02-02" }, claims: [{ id: "c", field: "when", value: "2022-02-02" }] }),
      ),
    ).toEqual([]);
    expect(rivalClaims(incident({ claims: [{ id: "c", field: "cause", value: "drone" }] }))).toEqual([]);
    expect(
      rivalClaims(
        incident({
          claims: [
            { id: "c", field: "cause", value: "Drone" },
            { id: "d", field: "cause", value: "drone " },
          ],
        }),
      ),
    ).toEqual([]);
    expect(hasRivals(incident({}))).toBe(false);
  });

  it("holds a claim on the place of departure against the record's own", () => {
    const claim = { id: "c", field: "from", value: "Iraq" };
    expect(rivalClaims(incident({ from: { name: "iraq" }, claims: [claim] }))).toEqual([]);
    expect(rivalClaims(incident({ from: { name: "Yemen" }, claims: [claim] }))).toMatchObject([
      {
        field: "from",
        readings: [
          { value: { name: "Yemen" }, claimId: null },
          { value: "Iraq", claimId: "c" },
        ],
      },
    ]);
  });

  it("sees one date in two ways of writing it", () => {
    const claims = [{ id: "c", field: "when", value: { edtf: "2022-02-02T10:00+00:00" } }];
    expect(rivalDates(incident({ when: { edtf: "2022-02-02T10:00Z" }, claims }))).toEqual([]);
  });

  it("sees rivals where one denies what another asserts, but not in a denial alone", () => {
    const asserted = { id: "c", field: "actors.perpetrator", value: "X", by: "army" };
    const denied = { id: "d", field: "actors.perpetrator", value: "X", by: "X", stance: "denies" as const };
    expect(rivalClaims(incident({ claims: [asserted, denied] }))).toMatchObject([
      { field: "actors.perpetrator", readings: [{ by: "army" }, { by: "X", stance: "denies" }] },
    ]);
    expect(rivalClaims(incident({ claims: [denied] }))).toEqual([]);
  });

  it("sees rival figures, and places by position or name", () => {
    expect(rivalClaims(incident({ figures: killed({ best: 3, by: "a" }, { best: 5, by: "b" }) }))).toMatchObject([
      {
        field: "figures.killed",
        readings: [
          { value: 3, by: "a" },
          { value: 5, by: "b" },
        ],
      },
    ]);
    const placed = incident({
      where: { name: "A", lon: 1, lat: 2 },
      claims: [
        { id: "c", field: "where", value: { name: "B", lon: 3, lat: 4 } },
        { id: "d", field: "where", value: "C" },
      ],
    });
    expect(rivalPlaces(placed).map(({ value }) => value.name)).toEqual(["A", "B", "C"]);
  });

  it("takes one name for one place, whatever its case and the blanks around it", () => {
    const claims = [
      { id: "c", field: "where", value: { name: "Kobani" } },
      { id: "d", field: "where", value: { name: " KOBANI " } },
    ];
    expect(hasRivals(incident({ claims }))).toBe(false);
    expect(hasRivals(incident({ claims: [...claims, { id: "e", field: "where", value: { name: "Afrin" } }] }))).toBe(
      true,
    );
  });
});
